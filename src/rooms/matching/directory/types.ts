/** What the directory knows about occupations and skills, in arrays that fit a million lookups a second. */

export const CONCEPT_KINDS = ['occupation', 'skill', 'occupation_group', 'skill_group'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

export const LABEL_KINDS = ['preferred', 'alternative', 'hidden', 'derived'] as const;
/** `derived`: a gender form that the program made of another label. */
export type LabelKind = (typeof LABEL_KINDS)[number];

export const RELATIONS = ['essential', 'optional', 'broader'] as const;
/** Essential and optional lead from an occupation (or skill) to a skill, broader from the narrower concept to the wider one. */
export type RelationKind = (typeof RELATIONS)[number];

/** Where a label comes from. */
export interface Provenance {
  source: 'own' | 'esco';
  /** Version as the source states it; may be empty. */
  version: string;
}

/** Targets of all concepts in one array: those of concept c stand from `starts[c]` up to `starts[c + 1]`. */
export interface Links {
  starts: Int32Array;
  targets: Int32Array;
}

export interface Concepts {
  count: number;
  ids: string[];
  /** Index into CONCEPT_KINDS. */
  kinds: Uint8Array;
  /** The source's own word for the kind of skill: knowledge, tool, language … May be empty. */
  natures: string[];
  /** ISCO-08 unit group of an occupation, four digits; empty where unknown and for skills. */
  isco: string[];
  /** Words of which one must stand near a label that is short or has several meanings. */
  context: string[][];
}

export interface Labels {
  count: number;
  text: string[];
  concept: Int32Array;
  /** Index into Directory.languages. */
  language: Uint8Array;
  /** Index into LABEL_KINDS. */
  kind: Uint8Array;
  /** Index into Directory.provenances. */
  provenance: Uint8Array;
  /** Labels of concept c stand from `starts[c]` up to `starts[c + 1]`. */
  starts: Int32Array;
}

export interface Description {
  concept: number;
  language: string;
  text: string;
}

export interface Directory {
  concepts: Concepts;
  labels: Labels;
  relations: Record<RelationKind, Links>;
  descriptions: Description[];
  /** "de", "en", "de-CH" … */
  languages: string[];
  provenances: Provenance[];
  /** Index of each concept id, ids of joined concepts included. */
  byId: ReadonlyMap<string, number>;
}
