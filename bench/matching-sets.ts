// Reads the formats of the public test sets: titles to rank titles for, phrases and sentences to find skills for.
import { parse } from 'csv-parse/sync';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Item {
  id: string;
  text: string;
}

/** Titles are ranked against titles. */
export interface TitleSet {
  kind: 'titles';
  queries: Item[];
  corpus: Item[];
  relevant: Map<string, Set<string>>;
}

/** Phrases or sentences are ranked against the skills of the directory. */
export interface SkillSet {
  kind: 'skills';
  name: string;
  queries: Item[];
  /** Answers named by id or by English label, each with whether it counts strictly. */
  answers: Map<string, { named: string; isStrict: boolean }[]>;
  answersAre: 'ids' | 'labels';
}

const HEADERS = new Set(['q_id', 'c_id', 'qid', 'cid']);

export function readSets(folder: string): (TitleSet | SkillSet)[] {
  if (existsSync(path.join(folder, 'queries.tsv'))) return [readTitles(folder)];
  if (existsSync(path.join(folder, 'queries'))) return [readTitles(folder)];
  const files = readdirSync(folder).sort();
  return [
    ...files.filter((name) => name.endsWith('.tsv')).flatMap((name) => readPhrases(path.join(folder, name))),
    ...files.filter((name) => name.endsWith('.csv')).flatMap((name) => readSentences(path.join(folder, name))),
  ];
}

const readLines = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .replace(/^\u{FEFF}/u, '')
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

function fileIn(folder: string, ...names: string[]): string {
  const found = names.flatMap((name) => [`${name}.tsv`, name]).find((name) => existsSync(path.join(folder, name)));
  if (!found) throw new Error(`${path.basename(folder)} lacks ${names.join(' or ')}.tsv.`);
  return path.join(folder, found);
}

const readItems = (file: string): Item[] =>
  readLines(file)
    .filter(([id = '']) => !HEADERS.has(id))
    .map(([id = '', text = '']) => ({ id, text }));

function readTitles(folder: string): TitleSet {
  const relevant = new Map<string, Set<string>>();
  for (const [query = '', , item = '', grade] of readLines(fileIn(folder, 'annotations', 'qrels'))) {
    if (Number(grade) <= 0) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(item));
  }
  const queries = readItems(fileIn(folder, 'queries'));
  return { kind: 'titles', queries, corpus: readItems(fileIn(folder, 'corpus_elements')), relevant };
}

function readPhrases(file: string): SkillSet[] {
  const [header = [], ...rows] = readLines(file);
  if (!header.includes('ba_label') || !header.includes('sid')) return [];
  const [label, skill, relation] = ['ba_label', 'sid', 'relation'].map((name) => header.indexOf(name));
  const answers: SkillSet['answers'] = new Map();
  for (const cells of rows) {
    const text = cells[label ?? 0] ?? '';
    const isStrict = ['exact', 'close'].includes(cells[relation ?? 0] ?? '');
    answers.set(text, [...(answers.get(text) ?? []), { named: cells[skill ?? 0] ?? '', isStrict }]);
  }
  return [toSkillSet(file, answers, 'ids')];
}

function readSentences(file: string): SkillSet[] {
  const [header = [], ...rows]: string[][] = parse(readFileSync(file), {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  const [sentence, label] = [header.indexOf('sentence'), header.indexOf('label')];
  if (sentence < 0 || label < 0) return [];
  const answers: SkillSet['answers'] = new Map();
  for (const cells of rows) {
    const text = cells[sentence] ?? '';
    answers.set(text, [
      ...(answers.get(text) ?? []),
      { named: (cells[label] ?? '').trim().toLowerCase(), isStrict: true },
    ]);
  }
  return [toSkillSet(file, answers, 'labels')];
}

function toSkillSet(file: string, answers: SkillSet['answers'], answersAre: SkillSet['answersAre']): SkillSet {
  const queries = [...answers.keys()].map((text, at) => ({ id: `q${at + 1}`, text }));
  return { kind: 'skills', name: path.basename(file).replace(/\.[a-z]+$/u, ''), queries, answers, answersAre };
}
