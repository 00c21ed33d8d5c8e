export const LANGUAGES = ['de', 'de-CH', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages that have message files of their own; `de-CH` is derived from `de`. */
type WrittenLanguage = 'de' | 'en';

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

export const writtenLanguageOf = (language: Language): WrittenLanguage => (language === 'en' ? 'en' : 'de');

/** BCP 47 tag for `Intl`. English dates are written day before month, as read all over Europe. */
export function localeOf(language: Language): string {
  if (language === 'en') return 'en-GB';
  return language === 'de-CH' ? 'de-CH' : 'de-DE';
}

/** The closest language of ours for a list such as `navigator.languages`; German when none is near. */
export function closestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^de-(ch|li)/i.test(tag)) return 'de-CH';
    if (/^de/i.test(tag)) return 'de';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'de';
}
