import { describe, expect, it } from 'vitest';
import type { ToApprove } from './four-eyes.ts';
import { fourEyes } from './four-eyes.ts';

const approvedBy = (byMember: string, letterVersion = 3) => ({
  letterVersion,
  byMember,
  decision: 'approved' as const,
});
const aCampaign = (given: Partial<ToApprove> = {}): ToApprove => ({
  letterVersion: 3,
  recipients: 2000,
  threshold: 200,
  writers: ['Jürg'],
  approvals: [approvedBy('Mara')],
  ...given,
});

describe('four eyes', () => {
  it('let a letter go that somebody else approved', () => {
    expect(fourEyes(aCampaign())).toBe('may_go');
  });

  it('hold back a letter to many that only its writer approved', () => {
    expect(fourEyes(aCampaign({ approvals: [approvedBy('Jürg')] }))).toBe('needs_second_person');
  });

  it('are not needed for a letter to a few', () => {
    expect(fourEyes(aCampaign({ recipients: 199, approvals: [approvedBy('Jürg')] }))).toBe('may_go');
  });

  it('count only for the version that was read', () => {
    expect(fourEyes(aCampaign({ approvals: [approvedBy('Mara', 2)] }))).toBe('not_approved');
  });

  it('hold back what was returned after it had been approved', () => {
    const returned = { letterVersion: 3, byMember: 'Beat', decision: 'returned' as const };

    expect(fourEyes(aCampaign({ approvals: [returned, approvedBy('Mara')] }))).toBe('not_approved');
  });
});
