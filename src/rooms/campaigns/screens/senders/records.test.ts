import { describe, expect, it } from 'vitest';
import type { Finding } from '../../schema-sending.ts';
import { recordsToShow } from './records.ts';

const key = { name: 'wd2026._domainkey.kellermatt.example', type: 'TXT' as const, value: 'v=DKIM1; p=AAA' };
const missing = (check: Finding['check'], code: string): Finding => ({ check, state: 'wrong', code, params: {} });
const card = {
  records: [key],
  findings: [],
  fromAddress: 'talente@kellermatt.example',
  bounceAddress: 'zurueck@post.kellermatt.example',
  serverHost: 'mail.kellermatt.example',
};

describe('what has to stand in the name system', () => {
  it('is our key as it is', () => {
    expect(recordsToShow(card)).toEqual([{ ...key, kind: 'given' }]);
  });

  it('is proposed where the check found nothing, each at its own domain', () => {
    const findings = [missing('spf', 'spf_missing'), missing('dmarc', 'dmarc_missing')];

    expect(recordsToShow({ ...card, findings }).slice(1)).toEqual([
      {
        name: 'post.kellermatt.example',
        type: 'TXT',
        value: 'v=spf1 a:mail.kellermatt.example ~all',
        kind: 'proposed',
      },
      { name: '_dmarc.kellermatt.example', type: 'TXT', value: 'v=DMARC1; p=none', kind: 'proposed' },
    ]);
  });
});
