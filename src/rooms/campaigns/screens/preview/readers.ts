import type { PreviewBody } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';

/** Through whose eyes the letter is read. */
export type Reader = PreviewBody['reader'];

/** Readers that every letter has: nobody in particular, and the one to whom the least is left. */
export const FIXED_READERS: readonly Exclude<Reader, { kind: 'person' }>[] = [
  { kind: 'sees_least', language: 'de' },
  { kind: 'sees_least', language: 'en' },
  { kind: 'all_blocks', language: 'de', form: 'formal' },
  { kind: 'all_blocks', language: 'de', form: 'informal' },
  { kind: 'all_blocks', language: 'en', form: 'formal' },
];

/** Where the preview begins: all blocks, in the language that is written. */
export const firstReader = (language: LetterLanguage): Reader => ({ kind: 'all_blocks', language, form: 'formal' });

/** One word for each, for keys of messages and lists. */
export function readerKey(reader: Reader): string {
  if (reader.kind === 'person') return reader.talentId;
  return reader.kind === 'sees_least' ? `sees_least_${reader.language}` : `all_${reader.language}_${reader.form}`;
}
