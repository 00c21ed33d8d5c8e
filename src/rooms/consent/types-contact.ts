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

/** Ways that nothing but the person's own yes to that very way opens. A meeting or a message that a human types elsewhere follows the ground. */
export const NAMED_CHANNELS = ['mail', 'phone', 'post', 'messenger'] as const;
export type NamedChannel = (typeof NAMED_CHANNELS)[number];

export const isNamedChannel = (channel: ContactChannel): channel is NamedChannel =>
  (NAMED_CHANNELS as readonly string[]).includes(channel);

/**
 * What is known about one person when it is decided. `undefined` means that nobody knows, and what nobody knows counts as no.
 * Dates are `YYYY-MM-DD`.
 */
export interface ContactFacts {
  /** `held`: waits without permission. `unknown`: erased, or somebody of another legal entity. */
  presence: 'here' | 'binned' | 'merged' | 'held' | 'unknown';
  /** The program does not know yet whether it is a copy (SU-8). */
  isQuarantined: boolean | undefined;
  reach: Reach | undefined;
  /** One of the addresses asked for no more mail. */
  noMail: boolean | undefined;
  silences: readonly Silence[] | undefined;
  objection: { scope: 'direct_contact' | 'processing'; on: string } | null | undefined;
  grounds: readonly GroundFact[] | undefined;
  /** The latest no to staying in touch that no later yes has taken back. */
  lastNo: No | null | undefined;
  /** What the person said about one way of contact by itself. */
  channelAnswers: Partial<Record<ContactChannel, { isYes: boolean; on: string }>> | undefined;
  /** The last answer to each topic, by its id. */
  topics: Readonly<Record<string, TopicAnswer>> | undefined;
  isInBoutique: boolean | undefined;
  /** What reached the person from us in the last 30 days. */
  sent: { total: number; bulk: number } | undefined;
  /** The last word was the person's: an answer is not one contact too many. */
  awaitsReply: boolean | undefined;
  limits: { totalPer30Days: number; bulkPer30Days: number; firstContactsPerDay: number } | undefined;
  /** First contacts that the asking member has made today. */
  firstContactsToday: number | undefined;
  /** Data that did not come from the person: told by when, and whether they were. `null`: it came from the person. */
  duty: { informBy: string; isInformed: boolean } | null | undefined;
}

export interface Reach {
  mail: 'working' | 'bounced' | 'none';
  hasPhone: boolean;
  hasPostalAddress: boolean;
  hasProfileLink: boolean;
}

export interface Silence {
  from: string;
  until: string;
  /** Sentence in `consent:silence.reason.<why>`. */
  why: string;
}

export interface No {
  kind: 'refused' | 'withdrawn';
  on: string;
}

export interface GroundFact {
  basis: 'consent' | 'legitimate_interest' | 'user_agreement';
  eraseOn: string;
  /** A later no to the same purpose: the ground carries nobody any more. */
  no: No | null;
  consent: {
    on: string;
    form: string;
    /** Version of the text that was agreed to; a later, wider one changes nothing here (CO-7). */
    textVersion: number | null;
    /** The ways of contact that this very text names. */
    channels: readonly string[];
    /** The person acted, not a recruiter who noted it (CO-6). */
    isConfirmed: boolean;
  } | null;
}

export interface TopicAnswer {
  kind: 'given' | 'confirmed' | 'refused' | 'withdrawn' | 'expired';
  on: string;
  until: string | null;
  isRetired: boolean;
}
