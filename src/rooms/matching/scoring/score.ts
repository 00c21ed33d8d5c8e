import type { Weights } from '../schema-matches.ts';
import { judge, totalPoints } from './judge.ts';
import type { DemandQuery, PersonFacts, PersonProfile, Score } from './types.ts';
import { rankShareOf } from './values.ts';

/** The points of one person: the sum of all wishes, and nothing besides. */
export function scorePerson(person: PersonFacts | PersonProfile, query: DemandQuery, weights: Weights): Score {
  let [points, knownPoints] = [0, 0];
  for (const verdict of judge(person, query, weights)) {
    points += verdict.points;
    knownPoints += verdict.knownPoints;
  }
  return toScore(points, knownPoints, totalPoints(query, weights));
}

export const toScore = (points: number, knownPoints: number, total: number): Score => ({
  points,
  knownPoints,
  totalPoints: total,
  share: knownPoints > 0 ? points / knownPoints : 0,
  rankShare: rankShareOf(points, knownPoints, total),
});

/** Best first: by the share with the floor under it, then by points, then by the id, which says nothing of anybody. */
export function compareScores(a: Score & { talentId: string }, b: Score & { talentId: string }): number {
  return (
    b.rankShare - a.rankShare || b.points - a.points || (a.talentId < b.talentId ? -1 : Number(a.talentId > b.talentId))
  );
}
