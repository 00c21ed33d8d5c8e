import { describe, expect, it } from 'vitest';
import { grant, pauseAfter, strictest, warmUpPerHour } from './lanes.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const HOUR = 3_600_000;

describe('the lane of a sender to one domain', () => {
  it('lets everything through without a limit', () => {
    expect(grant({ nextAt: 0, heldUntil: undefined }, { wanted: 400, perHour: undefined, now: NOW }).count).toBe(400);
  });

  it('lets nothing through before a domain that asked for patience is ready again', () => {
    const heldUntil = NOW + 60_000;

    expect(grant({ nextAt: 0, heldUntil }, { wanted: 400, perHour: undefined, now: NOW })).toMatchObject({
      count: 0,
      againAt: heldUntil,
    });
  });

  it('never lets more than the limit of an hour through in an hour, but for one minute that was not used', () => {
    let lane = { nextAt: 0, heldUntil: undefined };
    let sent = 0;
    for (let now = NOW; now < NOW + HOUR; now += 1000) {
      const granted = grant(lane, { wanted: 1000, perHour: 3600, now });
      sent += granted.count;
      lane = { nextAt: granted.nextAt, heldUntil: undefined };
    }

    expect(sent).toBeGreaterThan(3590);
    expect(sent).toBeLessThanOrEqual(3600 + 62);
  });

  it('keeps up with the limit when it is asked seldom', () => {
    let lane = { nextAt: NOW, heldUntil: undefined };
    let sent = 0;
    for (let now = NOW; now < NOW + HOUR; now += 30_000) {
      const granted = grant(lane, { wanted: 1000, perHour: 100, now });
      sent += granted.count;
      lane = { nextAt: granted.nextAt, heldUntil: undefined };
    }

    expect(sent).toBeGreaterThanOrEqual(98);
    expect(sent).toBeLessThanOrEqual(102);
  });
});

describe('a new sender', () => {
  const plan = { startsOn: '2026-11-23', firstDay: 240, days: 5 };
  const on = (day: string) => warmUpPerHour(plan, new Date(`${day}T12:00:00Z`));

  it('begins small, doubles every day, and is free afterwards', () => {
    expect([on('2026-11-20'), on('2026-11-23'), on('2026-11-24'), on('2026-11-27'), on('2026-11-28')]).toEqual([
      10,
      10,
      20,
      160,
      undefined,
    ]);
  });

  it('obeys the stricter of its limits', () => {
    expect(strictest(100, undefined, 20)).toBe(20);
    expect(strictest(undefined, undefined)).toBeUndefined();
  });
});

describe('patience after temporary refusals', () => {
  it('doubles from a minute to four hours, a quarter more or less by chance', () => {
    expect([1, 2, 3, 20].map((refusals) => pauseAfter(refusals, 0.5))).toEqual([60_000, 120_000, 240_000, 4 * HOUR]);
    expect(pauseAfter(1, 0)).toBe(45_000);
    expect(pauseAfter(1, 1)).toBe(75_000);
  });
});
