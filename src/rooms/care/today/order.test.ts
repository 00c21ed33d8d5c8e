import { describe, expect, it } from 'vitest';
import { REMINDER_KINDS } from '../types.ts';
import { orderOf } from './order.ts';

describe('the order of reasons in Today', () => {
  it('puts promises and waiting answers first, whatever the company does', () => {
    expect(orderOf([], null).slice(0, 3)).toEqual(['promise', 'reply', 'life_event']);
    expect(orderOf(['content', 'cadence'], 'reducing').slice(0, 2)).toEqual(['promise', 'reply']);
  });

  it('follows the phase, then the member', () => {
    expect(orderOf(['warmth'], 'pausing').slice(2, 5)).toEqual(['consent_ends', 'cadence', 'warmth']);
    expect(orderOf(['warmth'], 'rebuilding').slice(2, 5)).toEqual(['come_back', 'cadence', 'warmth']);
  });

  it('names every kind once, also when a member names one twice or one that is no more', () => {
    expect(orderOf(['warmth', 'warmth', 'birthday'], 'pausing').toSorted()).toEqual(REMINDER_KINDS.toSorted());
  });
});
