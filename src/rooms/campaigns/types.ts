export const LETTER_LANGUAGES = ['de', 'en'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

export const CAMPAIGN_STATES = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'preparing',
  'sending',
  'paused',
  'waiting',
  'cancelled',
  'finished',
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const HALT_REASONS = ['by_hand', 'complaints', 'bounces', 'overdue', 'sender'] as const;
export type HaltReason = (typeof HALT_REASONS)[number];

export const BLOCK_KINDS = ['heading', 'text', 'picture', 'button', 'content', 'person', 'role', 'divider'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** What can stand in a sentence for something that is each reader's own. */
export const MERGE_FIELDS = [
  'greeting',
  'first_name',
  'last_name',
  'title',
  'role',
  'employer',
  'city',
  'owner_name',
  'company_name',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

export const MOST_BLOCKS = 60;
export const MOST_PARAGRAPHS = 60;
export const MOST_RUNS = 120;
/** Mail programs of large providers cut what is longer. */
export const LONGEST_HTML_BYTES = 102_400;
export const MOST_TEST_ADDRESSES = 5;
