import { describe, expect, it } from 'vitest';
import { movedKind } from './order.ts';

describe('the order of reasons', () => {
  it('changes by one place', () => {
    expect(movedKind(['promise', 'reply', 'cadence'], 'cadence', -1)).toEqual(['promise', 'cadence', 'reply']);
    expect(movedKind(['promise', 'reply', 'cadence'], 'promise', 1)).toEqual(['reply', 'promise', 'cadence']);
  });

  it('stays at its ends', () => {
    expect(movedKind(['promise', 'reply'], 'promise', -1)).toEqual(['promise', 'reply']);
    expect(movedKind(['promise', 'reply'], 'reply', 1)).toEqual(['promise', 'reply']);
  });
});
