import { formatsFor } from '#ground/i18n/formats.ts';
import type { Recogniser } from '../recognition/types.ts';
import type { Criterion, Weights } from '../schema-matches.ts';
import { CRITERIA } from '../schema-matches.ts';
import { isAsked, judge } from './judge.ts';
import type { DemandQuery, PersonProfile, Verdict } from './types.ts';

const MOST_PROOFS = 3;

export interface Reader {
  recogniser: Recogniser;
  /** Language of labels: "de" or "en". */
  language: string;
}

/** All criteria of a match with the words that prove them. The points of the criteria add up to the score. */
export function explain(profile: PersonProfile, query: DemandQuery, weights: Weights, reader: Reader): Criterion[] {
  const verdicts = judge(profile, query, weights);
  const asked = isAsked(query);
  return CRITERIA.map((name) => {
    const own = verdicts.filter((verdict) => verdict.name === name);
    if (!asked[name] || own.length === 0)
      return { name, state: 'not_asked', weight: weights[name], points: 0, unknownPoints: 0, wishes: [] };
    const points = own.reduce((sum, verdict) => sum + verdict.points, 0);
    const known = own.reduce((sum, verdict) => sum + verdict.knownPoints, 0);
    const wishes = own.map((verdict) => wishOf(verdict, reader));
    return {
      name,
      state: stateOfAll(own),
      weight: weights[name],
      points,
      unknownPoints: Math.max(0, weights[name] - known),
      wishes,
    };
  });
}

function stateOfAll(verdicts: readonly Verdict[]): Criterion['state'] {
  const states = new Set(verdicts.map(({ state }) => state));
  if (states.size === 1) return verdicts[0]?.state ?? 'unknown';
  return states.has('met') || states.has('partly') ? 'partly' : 'unknown';
}

function wishOf(
  { name, label, state, why, params, via, proofs, concept }: Verdict,
  { recogniser, language }: Reader,
): Criterion['wishes'][number] {
  const labelOf = (one: number | null) => (one === null ? null : recogniser.labelOf(one, language));
  return {
    label: name === 'languages' ? (labelOf(concept) ?? label) : inWords(label, language),
    state,
    why,
    params: via === null ? params : { ...params, label: labelOf(via) },
    evidence: proofs.slice(0, MOST_PROOFS).map((proof) => ({ ...proof, concept: labelOf(concept) })),
  };
}

const DATE = /^\d{4}-\d\d-\d\d$/u;

/** A start is labelled by its date. */
const inWords = (label: string, language: string) =>
  DATE.test(label) ? formatsFor(language === 'en' ? 'en' : 'de', 'UTC').dateLong(label) : label;
