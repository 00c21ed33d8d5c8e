import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignSettings } from '../../schema-writing.ts';
import { USUAL_WINDOW, whomFrom, whomOf, windowWith } from './letter-settings.ts';

const ID = '01890000-0000-7000-8000-000000000001';

describe('the settings of a letter', () => {
  it('name one audience, a pool or a segment, or none', () => {
    expect(whomFrom(`pool:${ID}`)).toEqual({ poolId: ID, segmentId: null });
    expect(whomFrom(`segment:${ID}`)).toEqual({ poolId: null, segmentId: ID });
    expect(whomFrom('')).toEqual({ poolId: null, segmentId: null });
    for (const chosen of [`pool:${ID}`, `segment:${ID}`, '']) expect(whomOf(whomFrom(chosen))).toBe(chosen);
  });

  it('have a window that the server accepts, whichever end is moved', () => {
    const moves = fc.array(
      fc.oneof(
        fc.record({ fromHour: fc.integer({ min: 0, max: 23 }) }),
        fc.record({ untilHour: fc.integer({ min: 1, max: 24 }) }),
      ),
    );
    fc.assert(
      fc.property(moves, (changes) => {
        const window = changes.reduce<{ fromHour: number; untilHour: number }>(windowWith, USUAL_WINDOW);
        const settings = {
          version: 1,
          name: 'Brief',
          topicId: ID,
          poolId: null,
          segmentId: null,
          senderId: null,
          brandId: null,
          mainLanguage: 'de',
          window,
        };
        expect(campaignSettings.safeParse(settings).success).toBe(true);
      }),
    );
  });
});
