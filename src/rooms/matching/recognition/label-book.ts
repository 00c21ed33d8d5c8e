import type { Directory } from '../directory/types.ts';
import { LABEL_KINDS } from '../directory/types.ts';
import { genderForms } from '../text/gender-forms.ts';
import { normalise } from '../text/tokens.ts';
import type { LabelRow } from './each-label.ts';
import { eachLabel } from './each-label.ts';
import type { FindingKind, Reading, Recogniser } from './types.ts';

type LabelBook = Pick<Recogniser, 'conceptOfLabel' | 'labelOf'>;

/** From labels to concepts and back. */
export function labelBook(
  directory: Directory,
  kinds: readonly FindingKind[],
  read: (text: string) => Reading,
): LabelBook {
  const byText = conceptsByText(directory);
  const known = (label: string, wanted: readonly FindingKind[]) =>
    byText.get(label)?.find((concept) => wanted.includes(kinds[concept] ?? 'skill'));
  return {
    conceptOfLabel: (label, wanted) =>
      known(normalise(label), wanted) ??
      known(normalise(genderForms(label).masculine), wanted) ??
      wholly(label, wanted, read),
    labelOf: (concept, language) => labelIn(directory, concept, language),
  };
}

/** A text that is one label from its first to its last word, but for endings and compounds. */
function wholly(label: string, wanted: readonly FindingKind[], read: (text: string) => Reading): number | undefined {
  const found = read(label).findings.filter(({ kind }) => wanted.includes(kind));
  const [only] = found;
  return only &&
    found.length === 1 &&
    normalise(label.slice(0, only.start)) === '' &&
    normalise(label.slice(only.end)) === ''
    ? only.concept
    : undefined;
}

/** Preferred labels before others, then as the directory has them. */
function conceptsByText(directory: Directory): Map<string, number[]> {
  const found = new Map<string, LabelRow[]>();
  for (const row of eachLabel(directory)) {
    const text = normalise(row.text);
    const before = found.get(text);
    if (before) before.push(row);
    else found.set(text, [row]);
  }
  const inOrder = (rows: readonly LabelRow[]) => rows.toSorted((a, b) => a.kind - b.kind || a.concept - b.concept);
  return new Map(
    Array.from(found, ([text, rows]) => [text, [...new Set(inOrder(rows).map(({ concept }) => concept))]]),
  );
}

function labelIn({ labels, languages }: Directory, concept: number, language: string): string {
  const [from = 0, to = 0] = [labels.starts[concept], labels.starts[concept + 1]];
  const isPreferredIn = (label: number) =>
    LABEL_KINDS[labels.kind[label] ?? 0] === 'preferred' && languageOfLabel(label).startsWith(language.slice(0, 2));
  const languageOfLabel = (label: number) => languages[labels.language[label] ?? 0] ?? '';
  for (let label = from; label < to; label += 1) if (isPreferredIn(label)) return labels.text[label] ?? '';
  return labels.text[from] ?? '';
}
