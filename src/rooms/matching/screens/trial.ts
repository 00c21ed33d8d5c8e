import type { Criterion, CriterionName, Match, Weights } from '../schema-matches.ts';
import { CRITERIA } from '../schema-matches.ts';

/** Where somebody stood before other weights were tried, and what moved them most. */
export interface Move {
  /** From 1; `null`: further down than the list was read. */
  before: number | null;
  isUp: boolean;
  /** Whose share of all points changed most in the direction of the move; `null` where nothing did. */
  criterion: CriterionName | null;
}

type Weighed = Pick<Match, 'criteria' | 'totalPoints'>;

interface Before {
  /** As far as the list was read with the weights that hold. */
  matches: readonly Match[];
  weights: Weights;
}

/** Who stands elsewhere than with the weights that hold, by talent. */
export function movesBetween({ matches, weights }: Before, tried: readonly Match[]): Map<string, Move> {
  const places = new Map(matches.map((match, at) => [match.talentId, { match, place: at + 1 }]));
  const moves = new Map<string, Move>();
  for (const [at, match] of tried.entries()) {
    const before = places.get(match.talentId);
    if (before?.place !== at + 1) moves.set(match.talentId, moveTo(at + 1, match, before, weights));
  }
  return moves;
}

function moveTo(
  place: number,
  match: Match,
  before: { match: Match; place: number } | undefined,
  weights: Weights,
): Move {
  const isUp = !before || place < before.place;
  const criterion = cause(before?.match ?? weighed(match, weights), match, isUp);
  return { before: before?.place ?? null, isUp, criterion };
}

/** The same proofs with other weights: points grow and shrink with the weight of their criterion. */
function weighed(match: Match, weights: Weights): Weighed {
  const criteria = match.criteria.map((one) => {
    // What a model adds has a weight of its own, which is not on trial.
    const weight = one.name === 'model' ? one.weight : weights[one.name];
    return { ...one, weight, points: one.weight > 0 ? (one.points * weight) / one.weight : 0 };
  });
  const asked = criteria.filter(({ state }) => state !== 'not_asked');
  return { criteria, totalPoints: asked.reduce((sum, { weight }) => sum + weight, 0) };
}

function cause(before: Weighed, after: Weighed, isUp: boolean): CriterionName | null {
  const gains = CRITERIA.map((name) => ({ name, gain: shareOf(after, name) - shareOf(before, name) }));
  const [strongest] = gains.sort((a, b) => (isUp ? b.gain - a.gain : a.gain - b.gain));
  return strongest && (isUp ? strongest.gain > 0 : strongest.gain < 0) ? strongest.name : null;
}

const shareOf = ({ criteria, totalPoints }: Weighed, name: Criterion['name']) =>
  totalPoints > 0 ? (criteria.find((one) => one.name === name)?.points ?? 0) / totalPoints : 0;

/** The criteria that were moved, in the order of the bar. */
export const changesBetween = (kept: Weights, tried: Weights) =>
  CRITERIA.filter((name) => kept[name] !== tried[name]).map((name) => ({
    name,
    before: kept[name],
    now: tried[name],
  }));
