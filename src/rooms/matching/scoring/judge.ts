import type { Weights } from '../schema-matches.ts';
import { CRITERIA } from '../schema-matches.ts';
import { judgeAvailability, judgePlace } from './judge-stated.ts';
import { judgeInterest, judgeLanguage, judgeOccupation, judgeSkill, judgeText } from './judge-skills.ts';
import type { Candidate, Judged } from './candidate.ts';
import { candidateOf } from './candidate.ts';
import type { DemandQuery, PersonFacts, PersonProfile, Verdict } from './types.ts';

/** Which criteria a demand asks for. */
export const isAsked = (query: DemandQuery): Record<Verdict['name'], boolean> => ({
  must: query.must.length > 0,
  nice: query.nice.length > 0,
  occupation: query.occupation !== null,
  text: query.stems.length > 0,
  languages: query.languages.length > 0,
  interest: query.must.length + query.nice.length > 0 || query.occupation !== null,
  place: query.town !== null,
  availability: query.hours !== null || query.fromOn !== null,
});

/** Weights of all criteria that are asked for. */
export function totalPoints(query: DemandQuery, weights: Weights): number {
  const asked = isAsked(query);
  return CRITERIA.reduce((sum, name) => sum + (asked[name] ? weights[name] : 0), 0);
}

/**
 * Every wish of a demand held against one person, each with its points and the words that prove them. Points are added in this
 * order everywhere, so that sums agree to the last bit.
 */
export function judge(person: PersonFacts | PersonProfile, query: DemandQuery, weights: Weights): Verdict[] {
  const candidate = candidateOf(person);
  const asked = isAsked(query);
  return CRITERIA.filter((name) => asked[name] && weights[name] > 0).flatMap((name) => {
    const judged = JUDGES[name](candidate, query);
    const weight = weights[name] / judged.length;
    return judged.map((one) => toVerdict(name, weight, one));
  });
}

const JUDGES: Record<Verdict['name'], (candidate: Candidate, query: DemandQuery) => Judged[]> = {
  must: (candidate, { must }) => must.map((wish) => judgeSkill(candidate, wish)),
  nice: (candidate, { nice }) => nice.map((wish) => judgeSkill(candidate, wish)),
  occupation: (candidate, { occupation }) => (occupation ? [judgeOccupation(candidate, occupation)] : []),
  text: (candidate, query) => [judgeText(candidate, query)],
  languages: (candidate, { languages }) => languages.map((wish) => judgeLanguage(candidate, wish)),
  interest: (candidate, query) => [judgeInterest(candidate, query)],
  place: (candidate, { town, mayBeRemote }) => (town ? [judgePlace(candidate, town, mayBeRemote)] : []),
  availability: judgeAvailability,
};

function toVerdict(name: Verdict['name'], weight: number, { value, ...rest }: Judged): Verdict {
  return {
    name,
    weight,
    points: weight * value.points,
    knownPoints: weight * value.known,
    state: stateOf(value),
    ...rest,
  };
}

function stateOf({ points, known }: Judged['value']): Verdict['state'] {
  if (points >= 1) return 'met';
  if (points > 0) return 'partly';
  return known > 0 ? 'not_met' : 'unknown';
}
