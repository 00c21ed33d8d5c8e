import { stemEnglish } from './stem-english.ts';
import { stemGerman } from './stem-german.ts';
import { stemFrench, stemItalian } from './stem-romance.ts';

const STEMMERS: Record<string, (word: string) => string> = {
  de: stemGerman,
  en: stemEnglish,
  fr: stemFrench,
  it: stemItalian,
};

/** The stem of a folded word. Regions ("de-CH") are read as their language; words of an unknown language are left as they are. */
export function stem(word: string, language: string): string {
  return STEMMERS[language.slice(0, 2)]?.(word) ?? word;
}
