/** What one can have to say, in the field's words. */
export const CONTENT_KINDS = ['update', 'event', 'article', 'employee_insight', 'learning_offer'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

export const CONTENT_LANGUAGES = ['de', 'en', 'fr', 'it'] as const;
export type ContentLanguage = (typeof CONTENT_LANGUAGES)[number];

/** Usable today; not yet or no longer; put away. */
export const CONTENT_STATES = ['usable', 'later', 'over', 'archived'] as const;
export type ContentState = (typeof CONTENT_STATES)[number];

export const MOST_KEYWORDS = 20;
export const MOST_TOPICS = 12;
