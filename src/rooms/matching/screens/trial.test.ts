import { describe, expect, it } from 'vitest';
import type { CriterionName, Match, Weights } from '../schema-matches.ts';
import { CRITERIA } from '../schema-matches.ts';
import { changesBetween, movesBetween } from './trial.ts';

const someone = (talentId: string, points: Partial<Record<CriterionName, number>>): Match => ({
  talentId,
  name: talentId,
  role: null,
  employer: null,
  stage: 'known',
  segments: [],
  touches: [],
  recall: null,
  share: 0,
  points: 0,
  knownPoints: 0,
  totalPoints: 100,
  decision: null,
  ignored: [],
  criteria: CRITERIA.map((name) => ({
    name,
    state: 'met',
    weight: name === 'place' ? 50 : 10,
    points: points[name] ?? 0,
    unknownPoints: 0,
    wishes: [],
  })),
});

const HOLDING: Weights = {
  must: 40,
  nice: 10,
  occupation: 20,
  text: 10,
  languages: 5,
  interest: 5,
  place: 5,
  availability: 5,
};

describe('other weights on trial', () => {
  it('say of everybody who moved where they stood and which criterion moved them', () => {
    const kept = [someone('able', { must: 40, place: 0 }), someone('near', { must: 10, place: 5 })];
    const tried = [someone('near', { must: 5, place: 50 }), someone('able', { must: 20, place: 0 })];

    const moves = movesBetween({ matches: kept, weights: HOLDING }, tried);

    expect(moves.get('near')).toEqual({ before: 2, isUp: true, criterion: 'place' });
    expect(moves.get('able')).toEqual({ before: 1, isUp: false, criterion: 'must' });
  });

  it('are silent about people who stay where they were, and name a cause even for people who were further down than the list was read', () => {
    const kept = [someone('first', { must: 40 })];

    const moves = movesBetween({ matches: kept, weights: HOLDING }, [
      someone('first', { must: 20 }),
      someone('new', { place: 50, must: 5 }),
    ]);

    expect(moves.has('first')).toBe(false);
    expect(moves.get('new')).toEqual({ before: null, isUp: true, criterion: 'place' });
  });

  it('name the criteria that count otherwise', () => {
    const kept = HOLDING;

    expect(changesBetween(kept, { ...kept, place: 50 })).toEqual([{ name: 'place', before: 5, now: 50 }]);
    expect(changesBetween(kept, kept)).toEqual([]);
  });
});
