import type { Directory } from '../directory/types.ts';
import { CONCEPT_KINDS, LABEL_KINDS } from '../directory/types.ts';
import { genderForms } from '../text/gender-forms.ts';
import { normalise } from '../text/tokens.ts';
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

function conceptsByText({ labels, concepts }: Directory): Map<string, number[]> {
  const found = new Map<string, { concept: number; kind: number }[]>();
  for (let label = 0; label < labels.count; label += 1) {
    const concept = labels.concept[label] ?? 0;
    const conceptKind = CONCEPT_KINDS[concepts.kinds[concept] ?? 0];
    if (conceptKind !== 'skill' && conceptKind !== 'occupation') continue;
    const text = normalise(labels.text[label] ?? '');
    found.set(text, [...(found.get(text) ?? []), { concept, kind: labels.kind[label] ?? 0 }]);
  }
  return new Map(
    Array.from(found, ([text, all]) => [
      text,
      [...new Set(all.toSorted((a, b) => a.kind - b.kind || a.concept - b.concept).map(({ concept }) => concept))],
    ]),
  );
}

function labelIn({ labels, languages }: Directory, concept: number, language: string): string {
  let any = '';
  for (let label = labels.starts[concept] ?? 0; label < (labels.starts[concept + 1] ?? 0); label += 1) {
    const text = labels.text[label] ?? '';
    if (any === '') any = text;
    const isPreferred = LABEL_KINDS[labels.kind[label] ?? 0] === 'preferred';
    if (isPreferred && languages[labels.language[label] ?? 0]?.startsWith(language.slice(0, 2))) return text;
  }
  return any;
}
