/** Ways of reaching a person. `meeting` is a talk in person; `linkedin` a message that a human types over there. */
export const CONTACT_CHANNELS = ['mail', 'phone', 'post', 'messenger', 'linkedin', 'meeting'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/**
 * Why somebody is contacted.
 * - `personal`: one person to one person, typed or approved by a human
 * - `newsletter`: the same to many, or sent by itself (sequences too); asks for a topic
 * - `question`: the one question whether somebody agrees, confirms or stays; carries no advertising
 * - `service`: what somebody asked for themselves or must be told: confirmations, rights, sign-in
 */
export const CONTACT_PURPOSES = ['personal', 'newsletter', 'question', 'service'] as const;
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/** "May this message go to this person, on this channel, for this purpose, now?" */
export interface ContactQuestion {
  talentId: string;
  channel: ContactChannel;
  purpose: ContactPurpose;
  /** Which topic, for a newsletter. */
  topicId?: string | undefined;
}

export interface ContactReason {
  /** Sentence in `consent:contact.reason.<code>`. */
  code: string;
  effect: 'allows' | 'refuses' | 'obliges';
  /** Facts of the sentence: dates as `YYYY-MM-DD`, counts; never a name or an address. */
  params: Record<string, string | number | null>;
}

export interface ContactAnswer {
  isAllowed: boolean;
  /** All of them, not only the first: the page shows why and why not. */
  reasons: ContactReason[];
}
