/** To stay: what a ground is for. */
export const STAY_PURPOSES = ['talent_pool', 'alumni_network', 'contact_network'] as const;
export type StayPurpose = (typeof STAY_PURPOSES)[number];
export const isStayPurpose = (purpose: string): purpose is StayPurpose =>
  (STAY_PURPOSES as readonly string[]).includes(purpose);

/** One question by itself: to stay, one topic of news, or one way of contact. None is a condition for another (CO-2). */
export interface Choice {
  purpose: StayPurpose | 'newsletter' | 'contact_channels';
  /** For news. */
  topicId?: string | undefined;
  /** For a way of contact. */
  channel?: string | undefined;
}

export type AnswerKind = 'given' | 'confirmed' | 'refused' | 'withdrawn' | 'expired';

/** How an answer reached us, for the proof (CO-1). */
export interface Proof {
  form: 'portal' | 'paper' | 'spoken' | 'mail' | 'imported' | 'program';
  evidence: string | null;
  /** The very text that was shown. */
  textId?: string | null | undefined;
  requestId?: string | null | undefined;
  /** `YYYY-MM-DD`; only a yes ends by itself. */
  expiresOn?: string | null | undefined;
}
