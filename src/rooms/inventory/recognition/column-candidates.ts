import type { TargetField } from '../types.ts';
import { headerEvidence, type Flavour, type HeaderEvidence } from './header-evidence.ts';
import { FIELD_OF_KIND, KIND_OF_FIELD, type ValueEvidence, type ValueKind } from './value-evidence.ts';

export interface Candidate {
  field: TargetField;
  /** 0 to 1; see `combined`. */
  score: number;
  reason: { code: string; params: Record<string, string | number> };
}

/** From here a column is taken over without a question. */
export const SURE_FROM = 0.8;
/** From here it is taken over with a question; below, the column stays out until someone places it. */
export const GUESSED_FROM = 0.45;

/** Every field a column could become, best first. */
export function columnCandidates(header: string, flavour: Flavour, values: ValueEvidence): Candidate[] {
  const named = headerEvidence(header, flavour).map((evidence) => fromHeader(evidence, values));
  const seen = new Set(named.map(({ field }) => field));
  const valued = fromValues(values).filter(({ field }) => !seen.has(field));
  return [...named, ...valued].filter(({ score }) => score >= GUESSED_FROM).toSorted((a, b) => b.score - a.score);
}

/**
 * Header `h` and fitting share of the values `f` (both 0 to 1), `t` = trust in values of that kind:
 * values that do not fit take away up to two thirds of the header's score, fitting ones fill up what is missing to 1.
 *
 *     score = 1 − (1 − h · (0.35 + 0.65 f)) · (1 − 0.5 · t · f)
 *
 * Columns without values are judged by their header alone.
 */
function combined(h: number, f: number, t: number): number {
  return 1 - (1 - h * (0.35 + 0.65 * f)) * (1 - 0.5 * t * f);
}

function fromHeader({ field, score, how, name }: HeaderEvidence, values: ValueEvidence): Candidate {
  const kind = KIND_OF_FIELD[field];
  const total =
    values.filled === 0 ? score : kind ? typed(score, kind, field, values) : score * freeTextFactor(field, values);
  if (kind && values.filled > 0 && fit(kind, field, values) < 0.6) {
    const percent = Math.round(fit(kind, field, values) * 100);
    return { field, score: total, reason: { code: 'recognition.values_differ', params: { percent } } };
  }
  return {
    field,
    score: total,
    reason: { code: `recognition.header_${how}`, params: how === 'known' ? {} : { name } },
  };
}

function typed(score: number, kind: ValueKind, field: TargetField, values: ValueEvidence): number {
  const trust = FIELD_OF_KIND.find((entry) => entry.kind === kind)?.trust ?? 0;
  return combined(score, fit(kind, field, values), trust);
}

/** A column of mistyped addresses is still one of addresses, a LinkedIn column may hold other links. */
const LENIENT: Partial<Record<ValueKind, [ValueKind, number]>> = {
  email: ['email_like', 0.7],
  phone: ['phone_like', 0.7],
  linkedin: ['url', 0.7],
  xing: ['url', 0.7],
};

/** Stage columns hold outcomes too ("Absage"), link columns may hold any address, consent columns dates. */
function fit(kind: ValueKind, field: TargetField, { share }: ValueEvidence): number {
  if (kind === 'stage' || kind === 'outcome') return share(kind) + 0.9 * (share('process') - share(kind));
  if (field === 'consent') return Math.max(share('yes_no'), share('date'));
  const [other, factor] = LENIENT[kind] ?? [kind, 1];
  return Math.max(share(kind), factor * share(other));
}

/** A column called "Firma" that is full of mail addresses is no employer. */
function freeTextFactor(field: TargetField, values: ValueEvidence): number {
  if (field === 'source_id' || field === 'note') return 1;
  const strange = Math.max(values.share('email'), values.share('url'), values.share('date'));
  return strange >= 0.8 ? 0.4 : 1;
}

/** The share must be high, for nothing else speaks for the field. */
const VALUES_ALONE_FROM = 0.7;

function fromValues(values: ValueEvidence): Candidate[] {
  if (values.filled === 0) return [];
  return FIELD_OF_KIND.filter(({ kind }) => values.share(kind) >= VALUES_ALONE_FROM).map(({ kind, field, trust }) => ({
    field,
    score: trust * values.share(kind),
    reason: { code: `recognition.values_${kind}`, params: { percent: Math.round(values.share(kind) * 100) } },
  }));
}
