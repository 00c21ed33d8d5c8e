import { describe, expect, it } from 'vitest';
import { keysOf } from '#ground/i18n/messages.ts';
import { readMessages } from '#ground/i18n/messages.node.ts';
import type { CleanUpFacts } from './proposal.ts';
import { proposalFor } from './proposal.ts';

const asked = { silentForMonths: 18, today: '2026-11-23' };
const person = (given: Partial<CleanUpFacts> = {}): CleanUpFacts => ({
  stage: 'known',
  lastTouchOn: '2025-01-10',
  lastAnswerOn: null,
  addedOn: '2024-03-01',
  eraseOn: '2027-11-23',
  nextStepOn: null,
  promiseDueOn: null,
  refusedOn: null,
  hasMail: true,
  hasWorkingMail: true,
  hasPhone: false,
  hasProfileLink: false,
  ...given,
});
const proposed = (given: Partial<CleanUpFacts>) => {
  const { proposal, reasons } = proposalFor(person(given), asked);
  return `${proposal}: ${reasons[0]?.code}`;
};

const CASES: [string, Partial<CleanUpFacts>, string][] = [
  ['somebody who never answered and has been silent for longer leaves', {}, 'leave: never_answered'],
  ['somebody to whom nobody ever spoke leaves', { lastTouchOn: null }, 'leave: never_touched'],
  ['somebody who answered once is paused', { lastAnswerOn: '2024-05-01' }, 'pause: silent'],
  ['somebody with a recent contact stays', { lastTouchOn: '2026-06-01' }, 'stay: touched'],
  ['on the very day of the month it still counts as recent', { lastTouchOn: '2025-05-23' }, 'stay: touched'],
  ['a day earlier it does not', { lastTouchOn: '2025-05-22' }, 'leave: never_answered'],
  ['somebody who came in lately stays', { lastTouchOn: null, addedOn: '2026-09-01' }, 'stay: new'],
  ['a promise that is open keeps somebody in', { promiseDueOn: '2026-01-01' }, 'stay: promise_open'],
  ['a next step ahead keeps somebody in', { nextStepOn: '2026-12-01' }, 'stay: next_step'],
  ['a next step of long ago does not', { nextStepOn: '2026-01-01' }, 'leave: never_answered'],
  ['somebody in an application stays', { stage: 'in_application' }, 'stay: stage_in_application'],
  ['somebody hired leaves', { stage: 'hired' }, 'leave: stage_hired'],
  ['somebody for whom it is not the time is paused', { stage: 'not_now' }, 'pause: stage_not_now'],
  ['a no counts more than a promise', { refusedOn: '2026-10-01', promiseDueOn: '2026-12-01' }, 'leave: refused'],
  ['mails that come back leave nothing to write to', { hasWorkingMail: false }, 'leave: bounced'],
  ['without any address somebody leaves', { hasMail: false, hasWorkingMail: false }, 'leave: unreachable'],
  [
    'a phone number is a way, so silence is asked',
    { hasWorkingMail: false, hasPhone: true, lastAnswerOn: '2024-05-01' },
    'pause: silent',
  ],
  ['data that goes soon leaves', { eraseOn: '2026-12-20', lastTouchOn: '2026-11-01' }, 'leave: erases_soon'],
];

describe('what a clean-up proposes', () => {
  it.each(CASES)('%s', (_, given, expected) => {
    expect(proposed(given)).toBe(expected);
  });

  it.each(['de', 'en'] as const)('is told with its reason in %s, and counted in the report', (language) => {
    const keys = new Set(keysOf(readMessages('pools', language)));
    const codes = CASES.map(([, , expected]) => expected.split(': ')[1]);

    const missing = codes
      .flatMap((code) => [`clean_up.reason.${code}`, `clean_up.why.${code}`])
      .filter((key) => !keys.has(key));

    expect(missing).toEqual([]);
  });

  it('counts months to the last day where a month is shorter', () => {
    const { proposal } = proposalFor(person({ lastTouchOn: '2025-02-28' }), {
      silentForMonths: 1,
      today: '2025-03-31',
    });

    expect(proposal).toBe('stay');
  });
});
