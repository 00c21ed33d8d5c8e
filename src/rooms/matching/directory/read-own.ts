import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { invalid } from '#ground/errors/app-error.ts';
import { genderForms } from '../text/gender-forms.ts';
import type { Draft } from './builder.ts';
import { addConcept, addLabel, addRelation, conceptOf } from './builder.ts';
import type { Row } from './read-table.ts';
import { readTsv } from './read-table.ts';
import type { LabelKind, Provenance } from './types.ts';

const OCCUPATION_COLUMNS = [
  'id',
  'isco',
  'de',
  'de_m',
  'de_f',
  'de_alt',
  'ch',
  'at',
  'en',
  'en_alt',
  'fr',
  'it',
  'broader',
];
const SKILL_COLUMNS = ['id', 'kind', 'de', 'de_alt', 'en', 'en_alt', 'broader', 'context'];
const RELATION_COLUMNS = ['occupation', 'essential', 'optional'];
const OWN: Provenance = { source: 'own', version: '1' };

/** Our own data lies beside this file, in one or more folders. */
export const OWN_DATA = fileURLToPath(new URL('./data/', import.meta.url));

/**
 * Reads occupations-*.tsv, skills-*.tsv and relations-*.tsv of a folder and all folders below it.
 * @throws AppError matching.directory_absent and those of reading a table, matching.directory_duplicate, matching.directory_unknown_concept
 */
export function readOwn(draft: Draft, folder: string = OWN_DATA): void {
  const files = filesBelow(folder);
  const rowsOf = (name: string, columns: readonly string[]) =>
    files.filter((file) => path.basename(file).startsWith(`${name}-`)).flatMap((file) => readTsv(file, columns));
  const occupations = rowsOf('occupations', OCCUPATION_COLUMNS);
  const skills = rowsOf('skills', SKILL_COLUMNS);
  if (occupations.length + skills.length === 0)
    throw invalid('matching.directory_absent', { folder: path.basename(folder) });
  for (const row of occupations) addOccupation(draft, row);
  for (const row of skills) addSkill(draft, row);
  for (const row of occupations) addBroader(draft, row, occupationId);
  for (const row of skills) addBroader(draft, row, skillId);
  for (const row of rowsOf('relations', RELATION_COLUMNS)) addSkillsOfOccupation(draft, row);
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsv'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** An occupation and a skill may bear the same name, and their ids say which is meant. */
export const occupationId = (id: string) => `occupation/${id}`;
export const skillId = (id: string) => `skill/${id}`;

export function splitValues(cell: string): string[] {
  return cell
    .split('|')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function addOccupation(draft: Draft, row: Row): void {
  const concept = addConcept(
    draft,
    { id: occupationId(row.get('id')), kind: 'occupation', isco: row.get('isco') },
    row,
  );
  const add = (language: string, kind: LabelKind, cell: string) => {
    for (const text of splitValues(row.get(cell))) {
      addLabel(draft, { concept, text, language, kind, provenance: OWN });
      if (language.startsWith('de')) addGenderForms(draft, concept, text, language);
    }
  };
  add('de', 'preferred', 'de');
  for (const cell of ['de_m', 'de_f', 'de_alt']) add('de', 'alternative', cell);
  add('de-CH', 'alternative', 'ch');
  add('de-AT', 'alternative', 'at');
  add('en', 'preferred', 'en');
  add('en', 'alternative', 'en_alt');
  add('fr', 'preferred', 'fr');
  add('it', 'preferred', 'it');
}

function addGenderForms(draft: Draft, concept: number, title: string, language: string): void {
  const { masculine, feminine } = genderForms(title);
  for (const text of [masculine, feminine])
    if (text !== title) addLabel(draft, { concept, text, language, kind: 'derived', provenance: OWN });
}

function addSkill(draft: Draft, row: Row): void {
  const context = splitValues(row.get('context'));
  const concept = addConcept(
    draft,
    { id: skillId(row.get('id')), kind: 'skill', nature: row.get('kind'), context },
    row,
  );
  const add = (language: string, kind: LabelKind, cell: string) => {
    for (const text of splitValues(row.get(cell))) addLabel(draft, { concept, text, language, kind, provenance: OWN });
  };
  add('de', 'preferred', 'de');
  add('de', 'alternative', 'de_alt');
  add('en', 'preferred', 'en');
  add('en', 'alternative', 'en_alt');
}

function addBroader(draft: Draft, row: Row, idOf: (id: string) => string): void {
  const from = conceptOf(draft, idOf(row.get('id')), row);
  for (const id of splitValues(row.get('broader')))
    addRelation(draft, 'broader', from, conceptOf(draft, idOf(id), row));
}

function addSkillsOfOccupation(draft: Draft, row: Row): void {
  const from = conceptOf(draft, occupationId(row.get('occupation')), row);
  for (const kind of ['essential', 'optional'] as const)
    for (const id of splitValues(row.get(kind))) addRelation(draft, kind, from, conceptOf(draft, skillId(id), row));
}
