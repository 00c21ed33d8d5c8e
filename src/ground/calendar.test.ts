import { describe, expect, it } from 'vitest';
import { dayIn, latestDayOf, momentOn, todayOf } from './calendar.ts';

/** Half past midnight in Zurich, on the day before in UTC. */
const NIGHT = new Date('2026-11-29T23:30:00Z');
const inZone = (timeZone: string, now = NIGHT) => ({ actor: { timeZone }, now });

describe('the day', () => {
  it('is the one where somebody works', () => {
    expect(dayIn('Europe/Zurich', NIGHT)).toBe('2026-11-30');
    expect(dayIn('America/New_York', NIGHT)).toBe('2026-11-29');
    expect(todayOf(inZone('Europe/Zurich'))).toBe('2026-11-30');
  });

  it('has begun as soon as it has begun there or in UTC', () => {
    expect(latestDayOf(inZone('Europe/Zurich'))).toBe('2026-11-30');
    expect(latestDayOf(inZone('America/New_York'))).toBe('2026-11-29');
    expect(latestDayOf(inZone('America/New_York', new Date('2026-11-30T02:00:00Z')))).toBe('2026-11-30');
  });

  it('stands for a moment that is never ahead', () => {
    expect(momentOn('2026-11-20', NIGHT)).toEqual(new Date('2026-11-20T12:00:00Z'));
    expect(momentOn('2026-11-30', NIGHT)).toEqual(NIGHT);
  });
});
