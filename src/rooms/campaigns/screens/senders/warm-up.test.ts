import { describe, expect, it } from 'vitest';
import { warmUpPerHour } from '../../sending/lanes.ts';
import { warmUpDays, warmUpStanding } from './warm-up.ts';

const plan = { startsOn: '2026-12-30', firstDay: 50, days: 4 };

describe('the plan that warms a new sender up', () => {
  it('allows twice as many letters each day, as the engine does', () => {
    expect(warmUpDays(plan)).toEqual([
      { on: '2026-12-30', most: 50 },
      { on: '2026-12-31', most: 100 },
      { on: '2027-01-01', most: 200 },
      { on: '2027-01-02', most: 400 },
    ]);
    for (const { on, most } of warmUpDays(plan))
      expect(warmUpPerHour(plan, new Date(`${on}T12:00:00Z`))).toBeCloseTo(most / 24);
  });

  it('stops where the limit is not felt any more', () => {
    expect(warmUpDays({ ...plan, firstDay: 100_000, days: 60 }).map(({ most }) => most)).toEqual([
      100_000, 200_000, 400_000, 800_000,
    ]);
  });

  it('says whether it runs', () => {
    expect(warmUpStanding(plan, '2026-12-29')).toBe('ahead');
    expect(warmUpStanding(plan, '2026-12-30')).toBe('running');
    expect(warmUpStanding(plan, '2027-01-02')).toBe('running');
    expect(warmUpStanding(plan, '2027-01-03')).toBe('over');
  });
});
