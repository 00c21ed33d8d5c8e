import type { ConceptKind, Directory } from '../directory/types.ts';
import { CONCEPT_KINDS } from '../directory/types.ts';

export interface LabelRow {
  concept: number;
  conceptKind: ConceptKind;
  text: string;
  language: string;
  /** Index into LABEL_KINDS: 0 is preferred. */
  kind: number;
  isOfLanguage: boolean;
}

/** Labels of occupations and skills, one after the other. */
export function* eachLabel(directory: Directory): Generator<LabelRow> {
  for (const [label, text] of directory.labels.text.entries()) {
    const row = rowOf(directory, label, text);
    if (row.conceptKind === 'skill' || row.conceptKind === 'occupation') yield row;
  }
}

function rowOf({ labels, concepts, languages }: Directory, label: number, text: string): LabelRow {
  const { [label]: concept = 0 } = labels.concept;
  const { [label]: language = 0 } = labels.language;
  const { [label]: kind = 0 } = labels.kind;
  const conceptKind = CONCEPT_KINDS[concepts.kinds[concept] ?? 0] ?? 'skill';
  return {
    concept,
    conceptKind,
    text,
    language: languages[language] ?? '',
    kind,
    isOfLanguage: concepts.natures[concept] === 'language',
  };
}

export const isGermanOrEnglish = (language: string): boolean => language.startsWith('de') || language.startsWith('en');
