import type { Warning } from '../../schema-writing.ts';
import type { LetterAtWork } from '../at-work.ts';
import { writtenLanguages } from '../compile.ts';
import type { FullReach } from '../reach.ts';
import { isCounted } from '../reach.ts';
import { LETTER_LANGUAGES, LONGEST_HTML_BYTES } from '../../types.ts';
import type { Piece } from '../words/pieces.ts';
import { runsIn } from './said.ts';
import { look, stop } from './warn.ts';

/** What only the readers show: blocks that nobody sees, people to whom nothing is left, facts that are not known. */
export function reachWarnings({ parts, compiled }: LetterAtWork, reach: FullReach): Warning[] {
  const { letter } = parts;
  if (reach.readers === 0) return [];
  const unseen = reach.blocks
    .filter(({ blockId, readers }) => readers === 0 && !parts.broken.has(blockId))
    .map(({ blockId }) => look('nobody_sees_block', { blockId }));
  const languages = reach.byLanguage
    .filter(({ language }) => compiled.languageFor(language) !== language)
    .map(({ language, readers }) => look('missing_language', { language, params: { count: readers } }));
  const nothing = reach.nothing > 0 ? [look('nothing_for_some', { params: { count: reach.nothing } })] : [];
  return [...unseen, ...languages, ...nothing, ...emptyFields(letter, reach)];
}

/** Each field once, where it first stands without a word for those of whom it is not known. */
function emptyFields(letter: LetterAtWork['parts']['letter'], { unknown }: FullReach): Warning[] {
  const found = new Map<string, Warning>();
  for (const language of writtenLanguages(letter))
    for (const { blockId, run } of runsIn(letter, language)) {
      if (run.kind !== 'field' || run.fallback.trim() !== '' || !isCounted(run.field)) continue;
      const count = unknown[run.field];
      const key = `${run.field} ${blockId}`;
      if (count > 0 && !found.has(key))
        found.set(key, look('empty_field', { blockId, language, params: { field: run.field, count } }));
    }
  return [...found.values()];
}

/** A rule that cannot be read any more: nobody sees the block. */
export const ruleWarnings = ({ parts }: LetterAtWork): Warning[] =>
  [...parts.broken].map(([blockId, { code }]) => stop('rule_broken', { blockId, params: { code } }));

/** Measured with all blocks, which somebody may well see. */
export function heavyWarnings({ compiled }: LetterAtWork): Warning[] {
  return LETTER_LANGUAGES.filter((language) => compiled.languageFor(language) === language).flatMap((language) => {
    const { page } = compiled.variant(language);
    const bytes = Buffer.byteLength([...page.head, ...page.blocks.flat(), ...page.tail].map(lengthened).join(''));
    const kilobytes = Math.ceil(bytes / 1024);
    return bytes > LONGEST_HTML_BYTES
      ? [stop('letter_heavy', { language, params: { kilobytes, most: LONGEST_HTML_BYTES / 1024 } })]
      : [];
  });
}

/** An address of a reader's own has about this length, a name less. */
const lengthened = (piece: Piece): string => (piece.kind === 'static' ? piece.words : 'x'.repeat(160));
