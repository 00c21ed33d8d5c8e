import { describe, expect, it } from 'vitest';
import { clusterPairs } from './clusters.ts';

describe('grouping pairs into people', () => {
  it('joins records that are all duplicates of each other', () => {
    const clusters = clusterPairs([
      { a: 'a', b: 'b', probability: 0.97 },
      { a: 'b', b: 'c', probability: 0.7 },
      { a: 'a', b: 'c', probability: 0.6 },
    ]);

    expect(clusters).toEqual([{ ids: ['a', 'b', 'c'], weakBridges: [] }]);
  });

  it('cuts a chain of three whose ends disagree at its weaker link', () => {
    const bridge = { a: 'b', b: 'c', probability: 0.7 };

    const clusters = clusterPairs([
      { a: 'a', b: 'b', probability: 0.95 },
      bridge,
      { a: 'a', b: 'c', probability: 0.01 },
    ]);

    expect(clusters).toEqual([
      { ids: ['a', 'b'], weakBridges: [bridge] },
      { ids: ['c'], weakBridges: [bridge] },
    ]);
  });

  it('trusts a firm chain', () => {
    const clusters = clusterPairs([
      { a: 'a', b: 'b', probability: 0.99 },
      { a: 'b', b: 'c', probability: 0.98 },
    ]);

    expect(clusters.map(({ ids }) => ids)).toEqual([['a', 'b', 'c']]);
  });

  it('leaves out pairs below the threshold', () => {
    expect(clusterPairs([{ a: 'a', b: 'b', probability: 0.4 }])).toEqual([]);
  });
});
