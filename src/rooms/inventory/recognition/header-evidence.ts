import { distance } from 'fastest-levenshtein';
import contextual from './contextual-headers.json' with { type: 'json' };
import headerNames from './header-names.json' with { type: 'json' };
import { foldWords } from '../values/text-form.ts';
import type { TargetField } from '../types.ts';
import { compact, headerForm, type HeaderForm } from './header-form.ts';

/** What kind of file the other columns speak of; decides headers such as "Position". */
export type Flavour = 'application' | 'employment' | 'contact' | 'unknown';

export interface HeaderEvidence {
  field: TargetField;
  /** 0 to 1. */
  score: number;
  how: 'known' | 'similar' | 'abbreviated' | 'part';
  /** The known column name it was compared with. */
  name: string;
}

/** Scores of the ways to find a header; a way is tried only when the ways before it found nothing. */
const SCORES = {
  exact: 1,
  bare: 0.95,
  context: 0.92,
  contextStep: 0.04,
  similar: 0.85,
  abbreviated: 0.75,
  partBase: 0.5,
  partShare: 0.25,
};

/** Fields a header may mean, best first. */
export function headerEvidence(header: string, flavour: Flavour): HeaderEvidence[] {
  const form = headerForm(header);
  if (form.whole === '') return [];
  const ways = [
    () => known(form.whole, SCORES.exact),
    () => inContext(form, flavour),
    () => known(form.bare, SCORES.bare),
    () => abbreviated(form),
    () => similar(form),
    () => part(form),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/** True when the header, as it stands, is in the list of known names. */
export function isKnownHeader(header: string): boolean {
  const form = headerForm(header);
  return BY_FORM.has(form.whole) || BY_FORM.has(form.bare);
}

interface KnownName {
  field: TargetField;
  name: string;
  form: string;
  words: string;
}

const NAMES: KnownName[] = Object.entries(headerNames).flatMap(([field, names]) =>
  names.map((name) => ({ field: field as TargetField, name, form: compact(name), words: foldWords(name) })),
);
const BY_FORM = Map.groupBy(NAMES, ({ form }) => form);
const CONTEXT = new Map<string, { name: string; fields: Partial<Record<Flavour | 'any', string[]>> }>(
  contextual.flatMap(({ names, fields }) => names.map((name) => [compact(name), { name, fields }] as const)),
);

function known(form: string, score: number): HeaderEvidence[] {
  const names = form === '' ? [] : (BY_FORM.get(form) ?? []);
  return unique(names.map(({ field, name }) => ({ field, score, how: 'known', name })));
}

function inContext(form: HeaderForm, flavour: Flavour): HeaderEvidence[] {
  const entry = CONTEXT.get(form.whole) ?? CONTEXT.get(form.bare);
  const fields = entry?.fields[flavour] ?? entry?.fields.any ?? [];
  return fields.map((field, index) => ({
    field: field as TargetField,
    score: SCORES.context - index * SCORES.contextStep,
    how: 'known',
    name: entry?.name ?? '',
  }));
}

/** `Bewerb.-Dat.`: each piece is found in this order, the first at the beginning. */
function abbreviated({ words, isAbbreviated }: HeaderForm): HeaderEvidence[] {
  if (!isAbbreviated || words.join('').length < 4) return [];
  const fitting = NAMES.filter(({ form }) => startsPieces(form, words)).toSorted(
    (a, b) => a.form.length - b.form.length,
  );
  return unique(
    fitting
      .slice(0, 3)
      .map(({ field, name }, index) => ({ field, score: SCORES.abbreviated - index * 0.05, how: 'abbreviated', name })),
  );
}

function startsPieces(form: string, pieces: string[]): boolean {
  let at = 0;
  return pieces.every((piece, index) => {
    const found = index === 0 ? (form.startsWith(piece) ? 0 : -1) : form.indexOf(piece, at);
    at = found + piece.length;
    return found >= 0 && piece.length > 1;
  });
}

/** One typo in six letters; short names must be exact. */
function similar({ bare }: HeaderForm): HeaderEvidence[] {
  if (bare.length < 5) return [];
  const scored = NAMES.filter(({ form }) => form.length >= 5 && Math.abs(form.length - bare.length) <= 3)
    .map((entry) => ({ ...entry, likeness: likeness(entry.form, bare) }))
    .filter((entry) => entry.likeness >= 0.82)
    .toSorted((a, b) => b.likeness - a.likeness);
  return unique(
    scored
      .slice(0, 2)
      .map(({ field, name, likeness }) => ({ field, score: SCORES.similar * likeness, how: 'similar', name })),
  );
}

/** 0 to 1: share of letters that need no change. */
export function likeness(one: string, other: string): number {
  return 1 - distance(one, other) / Math.max(one.length, other.length, 1);
}

/** `E-Mail-Adresse des Bewerbers`, `Bewerbungseingangsdatum`: the longest known name inside decides. */
function part({ words, bare }: HeaderForm): HeaderEvidence[] {
  const padded = ` ${words.join(' ')} `;
  const inside = NAMES.filter(
    ({ form, words }) =>
      form.length >= 4 && (padded.includes(` ${words} `) || (form.length >= 6 && bare.endsWith(form))),
  );
  const longest = inside.toSorted((a, b) => b.form.length - a.form.length).slice(0, 2);
  return unique(
    longest.map(({ field, name, form }) => ({
      field,
      score: SCORES.partBase + SCORES.partShare * (form.length / bare.length),
      how: 'part',
      name,
    })),
  );
}

function unique(found: HeaderEvidence[]): HeaderEvidence[] {
  return [...Map.groupBy(found, ({ field }) => field).values()].flatMap(([first]) => (first ? [first] : []));
}
