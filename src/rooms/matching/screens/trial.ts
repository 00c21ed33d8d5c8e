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

/** Who stands elsewhere than with the weights that hold, by talent. */
export function movesBetween(kept: readonly Match[], tried: readonly Match[]): Map<string, Move> {
  const places = new Map(kept.map((match, at) => [match.talentId, { match, place: at + 1 }]));
  const moves = new Map<string, Move>();
  for (const [at, match] of tried.entries()) {
    const before = places.get(match.talentId);
    if (before?.place === at + 1) continue;
    const isUp = !before || at + 1 < before.place;
    moves.set(match.talentId, {
      before: before?.place ?? null,
      isUp,
      criterion: before ? cause(before.match, match, isUp) : null,
    });
  }
  return moves;
}

function cause(before: Match, after: Match, isUp: boolean): CriterionName | null {
  const gains = CRITERIA.map((name) => ({ name, gain: shareOf(after, name) - shareOf(before, name) }));
  const [strongest] = gains.sort((a, b) => (isUp ? b.gain - a.gain : a.gain - b.gain));
  return strongest && (isUp ? strongest.gain > 0 : strongest.gain < 0) ? strongest.name : null;
}

const shareOf = ({ criteria, totalPoints }: Match, name: Criterion['name']) =>
  totalPoints > 0 ? (criteria.find((one) => one.name === name)?.points ?? 0) / totalPoints : 0;

/** The criteria that were moved, in the order of the bar. */
export const changesBetween = (kept: Weights, tried: Weights) =>
  CRITERIA.filter((name) => kept[name] !== tried[name]).map((name) => ({
    name,
    before: kept[name],
    now: tried[name],
  }));
