import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Draft } from './builder.ts';
import { addConcept, addLabel, addRelation, conceptOf } from './builder.ts';
import type { Row } from './read-table.ts';
import { readTsv } from './read-table.ts';
import type { LabelKind, Provenance } from './types.ts';

const KINDS: Record<string, LabelKind> = { pref: 'preferred', alt: 'alternative', hidden: 'hidden' };
const KNOWLEDGE = 'k';
const VERSION_OF_CONCEPTS = 'v1.2.0';

export const isEscoCompact = (folder: string) => existsSync(path.join(folder, 'occupation_labels.tsv'));

/**
 * Reads ESCO from tab-separated files with short ids: occupations, skills, their labels, groups, relations and descriptions.
 * @throws AppError those of reading a table, matching.directory_duplicate, matching.directory_unknown_concept
 */
export function readEscoCompact(draft: Draft, folder: string): void {
  const rows: Rows = (name, ...columns) => readTsv(path.join(folder, `${name}.tsv`), columns);
  readConcepts(draft, rows);
  readRelations(draft, rows);
}

type Rows = (name: string, ...columns: string[]) => Row[];

function readConcepts(draft: Draft, rows: Rows): void {
  for (const row of rows('isco', 'code', 'en', 'de')) addGroup(draft, row, 'code', 'occupation_group');
  for (const row of rows('occupations', 'oid', 'uuid', 'isco'))
    addConcept(draft, { id: row.get('oid'), kind: 'occupation', isco: row.get('isco') }, row);
  for (const row of rows('skill_groups', 'gid', 'en', 'de')) addGroup(draft, row, 'gid', 'skill_group');
  for (const row of rows('skills', 'sid', 'uuid', 'type')) addSkill(draft, row);
  for (const row of rows('occupation_labels', 'oid', 'lang', 'type', 'label')) addNamed(draft, row, 'oid');
  for (const row of rows('skill_labels', 'sid', 'lang', 'type', 'label')) addNamed(draft, row, 'sid');
}

function readRelations(draft: Draft, rows: Rows): void {
  for (const row of rows('skill_broader', 'child', 'parent')) link(draft, row, 'broader', ['child', 'parent']);
  for (const row of rows('occupations', 'oid', 'isco')) addToGroup(draft, row);
  for (const row of rows('occupation_skill', 'oid', 'sid', 'rel')) link(draft, row, strength(row), ['oid', 'sid']);
  for (const row of rows('skill_skill', 'sid', 'related_sid', 'rel'))
    link(draft, row, strength(row), ['sid', 'related_sid']);
  for (const row of rows('occupation_descriptions', 'oid', 'en', 'de')) describe(draft, row);
}

const esco = (version: string): Provenance => ({ source: 'esco', version: version || VERSION_OF_CONCEPTS });
const strength = (row: Row) => (row.get('rel') === 'e' ? 'essential' : 'optional');

function addGroup(draft: Draft, row: Row, column: string, kind: 'occupation_group' | 'skill_group'): void {
  const id = kind === 'occupation_group' ? `isco${row.get(column)}` : row.get(column);
  const isco = kind === 'occupation_group' ? row.get(column) : '';
  const concept = addConcept(draft, { id, kind, isco }, row);
  for (const language of ['en', 'de'])
    addLabel(draft, { concept, text: row.get(language), language, kind: 'preferred', provenance: esco('') });
}

function addSkill(draft: Draft, row: Row): void {
  const nature = row.get('type') === KNOWLEDGE ? 'knowledge' : 'skill';
  addConcept(draft, { id: row.get('sid'), kind: 'skill', nature }, row);
}

function addNamed(draft: Draft, row: Row, column: string): void {
  addLabel(draft, {
    concept: conceptOf(draft, row.get(column), row),
    text: row.get('label'),
    language: row.get('lang'),
    kind: KINDS[row.get('type')] ?? 'alternative',
    provenance: esco(row.get('esco_version')),
  });
}

function link(draft: Draft, row: Row, kind: 'essential' | 'optional' | 'broader', [from, to]: [string, string]): void {
  addRelation(draft, kind, conceptOf(draft, row.get(from), row), conceptOf(draft, row.get(to), row));
}

/** Some occupations name a group that the list of groups lacks: they stay without one. */
function addToGroup(draft: Draft, row: Row): void {
  const group = draft.byId.get(`isco${row.get('isco')}`);
  if (group !== undefined) addRelation(draft, 'broader', conceptOf(draft, row.get('oid'), row), group);
}

function describe(draft: Draft, row: Row): void {
  const concept = conceptOf(draft, row.get('oid'), row);
  for (const language of ['de', 'en']) {
    const text = row.get(language);
    if (text !== '') draft.descriptions.push({ concept, language, text });
  }
}
