import { invalid } from '#ground/errors/app-error.ts';
import { normalise } from '../text/tokens.ts';
import { refuseCycles, toLinks } from './links.ts';
import type { ConceptKind, Description, Directory, LabelKind, Provenance, RelationKind } from './types.ts';
import { CONCEPT_KINDS, LABEL_KINDS } from './types.ts';

export interface NewConcept {
  id: string;
  kind: ConceptKind;
  nature?: string;
  isco?: string;
  context?: string[];
}

export interface NewLabel {
  concept: number;
  text: string;
  language: string;
  kind: LabelKind;
  provenance: Provenance;
}

interface NewRelation {
  from: number;
  to: number;
}

/** A directory while it is being read. */
export interface Draft {
  concepts: Required<NewConcept>[];
  byId: Map<string, number>;
  labels: NewLabel[];
  labelKeys: Set<string>;
  relations: Record<RelationKind, NewRelation[]>;
  descriptions: Description[];
}

export function newDraft(): Draft {
  return {
    concepts: [],
    byId: new Map(),
    labels: [],
    labelKeys: new Set(),
    relations: { essential: [], optional: [], broader: [] },
    descriptions: [],
  };
}

/** Where a row stands, for the sentence of a refusal. */
export interface RowPlace {
  file: string;
  line: number;
}

/** @throws AppError matching.directory_duplicate */
export function addConcept(draft: Draft, concept: NewConcept, { file, line }: RowPlace): number {
  if (draft.byId.has(concept.id)) throw invalid('matching.directory_duplicate', { file, line, id: concept.id });
  const index = draft.concepts.push({ nature: '', isco: '', context: [], ...concept }) - 1;
  draft.byId.set(concept.id, index);
  return index;
}

/** The same text in the same language once per concept; the first kind that names it wins. Empty texts are left out. */
export function addLabel(draft: Draft, label: NewLabel): void {
  const text = label.text.trim().replaceAll(/\s+/gu, ' ');
  const folded = normalise(text);
  if (folded === '') return;
  const key = `${label.concept}\t${label.language}\t${text.toLowerCase()}`;
  if (draft.labelKeys.has(key)) return;
  draft.labelKeys.add(key);
  draft.labels.push({ ...label, text });
}

/** @throws AppError matching.directory_unknown_concept */
export function conceptOf(draft: Draft, id: string, { file, line }: RowPlace): number {
  const index = draft.byId.get(id);
  if (index === undefined) throw invalid('matching.directory_unknown_concept', { file, line, id });
  return index;
}

export function addRelation(draft: Draft, kind: RelationKind, from: number, to: number): void {
  draft.relations[kind].push({ from, to });
}

/** @throws AppError matching.directory_empty, matching.directory_cycle */
export function finish(draft: Draft): Directory {
  if (draft.concepts.length === 0 || draft.labels.length === 0) throw invalid('matching.directory_empty');
  const count = draft.concepts.length;
  const link = (kind: RelationKind) => toLinks(count, draft.relations[kind]);
  const relations = { essential: link('essential'), optional: link('optional'), broader: link('broader') };
  const ids = draft.concepts.map(({ id }) => id);
  refuseCycles(relations.broader, ids);
  return {
    concepts: {
      count,
      ids,
      kinds: Uint8Array.from(draft.concepts, ({ kind }) => CONCEPT_KINDS.indexOf(kind)),
      natures: draft.concepts.map(({ nature }) => nature),
      isco: draft.concepts.map(({ isco }) => isco),
      context: draft.concepts.map(({ context }) => context),
    },
    ...packLabels(draft),
    relations,
    descriptions: draft.descriptions,
    byId: draft.byId,
  };
}

function packLabels(draft: Draft): Pick<Directory, 'labels' | 'languages' | 'provenances'> {
  const labels = draft.labels.toSorted((a, b) => a.concept - b.concept);
  const languages = [...new Set(labels.map(({ language }) => language))];
  const provenances = distinctProvenances(labels);
  const nameOf = ({ source, version }: Provenance) => `${source} ${version}`;
  const places = new Map(provenances.map((provenance, at) => [nameOf(provenance), at]));
  return {
    labels: {
      count: labels.length,
      text: labels.map(({ text }) => text),
      concept: Int32Array.from(labels, ({ concept }) => concept),
      language: Uint8Array.from(labels, ({ language }) => languages.indexOf(language)),
      kind: Uint8Array.from(labels, ({ kind }) => LABEL_KINDS.indexOf(kind)),
      provenance: Uint8Array.from(labels, ({ provenance }) => places.get(nameOf(provenance)) ?? 0),
      starts: startsOf(draft.concepts.length, labels),
    },
    languages,
    provenances,
  };
}

function distinctProvenances(labels: readonly NewLabel[]): Provenance[] {
  const seen = new Map(labels.map(({ provenance }) => [`${provenance.source} ${provenance.version}`, provenance]));
  return [...seen.values()];
}

function startsOf(count: number, labels: readonly NewLabel[]): Int32Array {
  const starts = new Int32Array(count + 1);
  for (const { concept } of labels) starts[concept + 1] = (starts[concept + 1] ?? 0) + 1;
  for (let at = 1; at <= count; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return starts;
}
