import { describe, expect, it } from 'vitest';
import { eyesOf, sortedApprovals } from './eyes.ts';

const may = {
  write: true,
  askForReview: true,
  takeBack: false,
  approve: false,
  schedule: false,
  pause: false,
  resume: false,
  cancel: false,
  remove: false,
};

describe('four eyes', () => {
  it('begin with the number that the company has set', () => {
    expect(eyesOf({ fourEyesFrom: 200, may }, 199).need).toBe('alone');
    expect(eyesOf({ fourEyesFrom: 200, may }, 200).need).toBe('second');
  });

  it('are mine only when the server lets me approve', () => {
    expect(eyesOf({ fourEyesFrom: 200, may }, 500).isMine).toBe(false);
    expect(eyesOf({ fourEyesFrom: 200, may: { ...may, approve: true } }, 500).isMine).toBe(true);
  });

  it('show the decision about the version at work first', () => {
    const of = (letterVersion: number, at: string) => ({
      letterVersion,
      at,
      decision: 'approved' as const,
      note: null,
      audience: 3,
      by: null,
    });
    const approvals = [of(1, '2026-11-29T12:00:00Z'), of(2, '2026-11-28T12:00:00Z'), of(2, '2026-11-28T13:00:00Z')];

    expect(sortedApprovals({ approvals, letterVersion: 2 }).map(({ at }) => at)).toEqual([
      '2026-11-28T13:00:00Z',
      '2026-11-28T12:00:00Z',
      '2026-11-29T12:00:00Z',
    ]);
  });
});
