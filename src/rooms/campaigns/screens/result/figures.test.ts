import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf, shortUrl, sortedClicks, standingOf } from './figures.ts';

const rows = { queued: 0, claimed: 0, handing_over: 0, failed: 0, uncertain: 0, left_out: 0, leftOut: {} };
const nothing = {
  delivered: null,
  bouncedPermanent: null,
  bouncedTemporary: null,
  complained: null,
  replied: null,
  autoReplied: null,
  unsubscribed: null,
};

describe('the result of a campaign', () => {
  it('is nothing before a server took a letter, and hidden for a handful', () => {
    expect(standingOf({ figures: { ...rows, accepted: 0 }, all: nothing })).toBe('nothing');
    expect(standingOf({ figures: { ...rows, accepted: 9 }, all: nothing })).toBe('too_few');
    expect(standingOf({ figures: { ...rows, accepted: 10 }, all: { ...nothing, delivered: 10 } })).toBe('shown');
  });

  it('gives shares only where enough people stand behind them, and never more than all', () => {
    expect(shareOf(3, 19)).toBeUndefined();
    expect(shareOf(null, 500)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 20, max: 100_000 }), (count, delivered) => {
        const share = shareOf(count, delivered) ?? -1;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('names the link first that most people opened, however busy the scanners were', () => {
    const click = (number: number, byPeople: number, byScanners: number) => ({ number, url: '', byPeople, byScanners });

    expect(sortedClicks([click(1, 2, 900), click(2, 40, 0), click(3, 2, 950)]).map(({ number }) => number)).toEqual([
      2, 3, 1,
    ]);
  });

  it('does not tell by the order which of two links was opened more often where neither shows its number', () => {
    const click = (number: number) => ({ number, url: '', byPeople: null, byScanners: null });

    expect(sortedClicks([click(2), click(1)]).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('shows an address as one reads it', () => {
    expect(shortUrl('https://www.kellermatt.example/jobs/')).toBe('kellermatt.example/jobs');
  });
});
