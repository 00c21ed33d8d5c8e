import { describe, expect, it } from 'vitest';
import { severityOf } from './severity.ts';
import { judgeReturns } from './thresholds.ts';

describe('a report of a server', () => {
  it.each([
    ['5.1.1', '', 'permanent'],
    ['5.1.10', 'Recipient not found', 'permanent'],
    ['5.2.1', 'Mailbox disabled', 'permanent'],
    ['5.4.4', 'Domain not found', 'permanent'],
    ['5.2.2', 'Mailbox full', 'temporary'],
    ['5.3.4', 'Message too big', 'temporary'],
    ['5.7.1', 'Message rejected as spam', 'temporary'],
    ['5.1.8', 'Bad sender', 'temporary'],
    ['4.4.7', 'Delivery time expired', 'temporary'],
    ['5.0.0', 'smtp; 550 User unknown', 'permanent'],
    ['5.0.0', 'smtp; 554 Blocked by our policy', 'temporary'],
    ['', '', 'temporary'],
  ])('%s (%s) says that the address is %s', (code, diagnostic, severity) => {
    expect(severityOf(code, diagnostic)).toBe(severity);
  });
});

describe('a campaign that goes wrong', () => {
  it.each([
    [199, 50, 100, 'fine'],
    [1000, 0, 0, 'fine'],
    [1000, 1, 0, 'warn'],
    [1000, 2, 0, 'warn'],
    [1000, 3, 0, 'complaints'],
    [1000, 0, 49, 'fine'],
    [1000, 0, 50, 'bounces'],
    [200, 1, 0, 'complaints'],
  ])(
    'after %i letters with %i complaints and %i dead addresses counts as: %s',
    (sent, complaints, permanent, wanted) => {
      expect(judgeReturns({ sent, complaints, permanent })).toBe(wanted);
    },
  );
});
