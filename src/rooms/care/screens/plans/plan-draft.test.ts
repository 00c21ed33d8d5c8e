import { describe, expect, it } from 'vitest';
import { changeOf, emptyPlan, mistakesInPlan, planOf } from './plan-draft.ts';

const POOL = '0195f3a0-0000-7000-8000-000000000001';
const aPlan = (changes = {}) => ({
  ...emptyPlan({
    name: 'Boutique Antriebsregelung',
    whom: `pool:${POOL}`,
    region: 'CH-ZH',
    today: '2026-11-23',
    ownerId: '',
    proposed: { everyDays: 120, contentKinds: ['article'] },
  }),
  ...changes,
});

describe('a care plan that is being written', () => {
  it('begins with what the phase proposes', () => {
    expect(planOf(aPlan(), 'running')).toMatchObject({ everyDays: 120, contentKinds: ['article'], poolId: POOL });
  });

  it('is for a pool or for a segment, never both', () => {
    expect(planOf(aPlan({ whom: `segment:${POOL}` }), 'draft')).toMatchObject({ poolId: null, segmentId: POOL });
  });

  it('names no days when it follows events', () => {
    expect(changeOf(aPlan({ rhythm: 'on_event', everyDays: 0 }), 3)).toMatchObject({ everyDays: null, version: 3 });
    expect(mistakesInPlan(aPlan({ rhythm: 'on_event', everyDays: 0 }))).toEqual([]);
  });

  it.each([0, 6, 1096, 10_000, 30.5, Number.NaN])('refuses a rhythm of %s days', (everyDays) => {
    expect(mistakesInPlan(aPlan({ everyDays }))).toEqual(['days']);
  });

  it('says everything that is missing at once', () => {
    expect(mistakesInPlan(aPlan({ whom: '', name: ' ', channels: [], endsOn: '2026-11-22' }))).toEqual([
      'whom',
      'name',
      'channels',
      'ends',
    ]);
  });
});
