import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Draft, RowPlace } from './builder.ts';
import { addConcept, addLabel, addRelation, conceptOf } from './builder.ts';
import type { Row } from './read-table.ts';
import { readCsv } from './read-table.ts';
import type { ConceptKind, LabelKind, Provenance } from './types.ts';

/** The files of the European Commission's download end with the language: "occupations_de.csv". */
const TABLES: Record<string, ConceptKind> = {
  occupations: 'occupation',
  skills: 'skill',
  ISCOGroups: 'occupation_group',
  skillGroups: 'skill_group',
};
const FILE = /^(?<table>[A-Za-z]+)_(?<language>[a-z]{2})\.csv$/u;
/** "esco v1.2.0" stands in the folder's name, if anywhere. */
const VERSION = /v?(\d+\.\d+(?:\.\d+)?)/u;

interface EscoFile {
  path: string;
  table: string;
  language: string;
}

export const isEscoCsv = (folder: string) => listFiles(folder).some(({ table }) => table === 'occupations');

/**
 * Reads the official download (CSV, any number of languages in one folder).
 * @throws AppError those of reading a table, matching.directory_unknown_concept
 */
export function readEscoCsv(draft: Draft, folder: string): void {
  const provenance: Provenance = { source: 'esco', version: VERSION.exec(path.basename(folder))?.[1] ?? '' };
  const files = listFiles(folder);
  for (const file of files) readConcepts(draft, file, provenance);
  const seen = new Set<string>();
  for (const file of files) {
    // Relations are the same in every language: one file of each is read.
    if (seen.has(file.table)) continue;
    seen.add(file.table);
    readRelations(draft, file);
  }
}

function listFiles(folder: string): EscoFile[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const { table, language } = FILE.exec(name)?.groups ?? {};
      return table && language ? [{ path: path.join(folder, name), table, language }] : [];
    });
}

function readConcepts(draft: Draft, file: EscoFile, provenance: Provenance): void {
  const kind = TABLES[file.table];
  if (!kind) return;
  const inThisFile = new Map<string, RowPlace>();
  for (const row of readCsv(file.path, ['conceptUri', 'preferredLabel'])) {
    const id = row.get('conceptUri');
    const concept = inThisFile.has(id) ? addConcept(draft, { id, kind }, row) : known(draft, row, kind);
    inThisFile.set(id, row);
    const add = (kindOfLabel: LabelKind, column: string) => {
      for (const text of row.get(column).split('\n'))
        addLabel(draft, { concept, text, language: file.language, kind: kindOfLabel, provenance });
    };
    add('preferred', 'preferredLabel');
    add('alternative', 'altLabels');
    add('hidden', 'hiddenLabels');
    if (row.get('description'))
      draft.descriptions.push({ concept, language: file.language, text: row.get('description') });
  }
}

/** A concept stands once in the file of each language. */
function known(draft: Draft, row: Row, kind: ConceptKind): number {
  const id = row.get('conceptUri');
  const isco = row.get('iscoGroup') || (kind === 'occupation_group' ? row.get('code') : '');
  const nature = row.get('skillType').includes('knowledge') ? 'knowledge' : kind === 'skill' ? 'skill' : '';
  return draft.byId.get(id) ?? addConcept(draft, { id, kind, isco, nature }, row);
}

/** The columns of tables that name an occupation or skill and one that belongs to it. */
const PAIRS: Record<string, [string, string]> = {
  occupationSkillRelations: ['occupationUri', 'skillUri'],
  skillSkillRelations: ['originalSkillUri', 'relatedSkillUri'],
};

function readRelations(draft: Draft, { path: file, table }: EscoFile): void {
  const pair = PAIRS[table];
  if (pair) for (const row of readCsv(file, ['relationType', ...pair])) relate(draft, row, pair);
  if (!table.startsWith('broaderRelations')) return;
  for (const row of readCsv(file, ['conceptUri', 'broaderUri'])) relateBroader(draft, row);
}

function relate(draft: Draft, row: Row, [from, to]: [string, string]): void {
  const kind = row.get('relationType') === 'essential' ? 'essential' : 'optional';
  addRelation(draft, kind, conceptOf(draft, row.get(from), row), conceptOf(draft, row.get(to), row));
}

/** The hierarchy names groups whose own table the operator may not have downloaded: these rows are left out. */
function relateBroader(draft: Draft, row: Row): void {
  const from = draft.byId.get(row.get('conceptUri'));
  const to = draft.byId.get(row.get('broaderUri'));
  if (from !== undefined && to !== undefined && from !== to) addRelation(draft, 'broader', from, to);
}
