import { describe, expect, it } from 'vitest';
import { limitNow } from './limit.ts';

const warmUp = { startsOn: '2026-11-28', firstDay: 100, days: 5 };

describe('what holds a sender back', () => {
  it('is nothing where nobody has set a limit, or the plan is over', () => {
    expect(limitNow({ warmUp: null, perHour: null }, '2026-11-29')).toBeUndefined();
    expect(limitNow({ warmUp, perHour: null }, '2026-12-24')).toBeUndefined();
  });

  it('is the stricter of plan and hourly limit', () => {
    expect(limitNow({ warmUp, perHour: null }, '2026-11-29')).toEqual({ by: 'warm_up', most: 200 });
    expect(limitNow({ warmUp, perHour: 500 }, '2026-11-29')).toEqual({ by: 'warm_up', most: 200 });
    expect(limitNow({ warmUp, perHour: 5 }, '2026-11-29')).toEqual({ by: 'per_hour', most: 5 });
  });
});
