import { describe, expect, it } from 'vitest';
import { ApiProblem } from '#ground/http/client.ts';
import { afterFailure, isUnsaved, SAVED, waitBeforeSaving } from './saving.ts';

const problem = (status: number, code = 'campaigns.wrong_state') => new ApiProblem({ status, code });

describe('saving by itself', () => {
  it('tries again where nobody answered or the server failed', () => {
    for (const status of [0, 500, 503]) {
      const after = afterFailure(problem(status));

      expect(after.is).toBe('failed');
      expect(waitBeforeSaving(after)).toBeGreaterThan(0);
    }
  });

  it('does not repeat what was refused', () => {
    const after = afterFailure(problem(422));

    expect(after.is).toBe('refused');
    expect(waitBeforeSaving(after)).toBeUndefined();
  });

  it('asks when somebody else saved meanwhile, and never overwrites by itself', () => {
    const after = afterFailure(problem(409, 'campaigns.changed_meanwhile'));

    expect(after.is).toBe('overtaken');
    expect(waitBeforeSaving(after)).toBeUndefined();
    expect(afterFailure(problem(409)).is).toBe('refused');
  });

  it('knows when leaving would lose something', () => {
    expect(isUnsaved(SAVED)).toBe(false);
    expect(isUnsaved({ is: 'saving' })).toBe(true);
    expect(isUnsaved({ is: 'overtaken' })).toBe(true);
  });
});
