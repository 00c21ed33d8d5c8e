import { describe, expect, it } from 'vitest';
import { isReady, judgeDkim, judgeDmarc, judgeReverse, judgeSpf, judgeTls } from './check-rules.ts';

const codeOf = ({ state, code }: { state: string; code: string }) => `${state}:${code}`;
const dmarc = (records: string[], envelopeDomain = 'kellermatt.example') =>
  codeOf(judgeDmarc(records, { domain: 'kellermatt.example', fromDomain: 'kellermatt.example', envelopeDomain }));

describe('the check of a sender', () => {
  it.each([
    [['v=spf1 include:_spf.relay.example -all'], 'right:spf_right'],
    [['google-site-verification=x', 'v=spf1 ip4:192.0.2.1 ~all'], 'right:spf_right'],
    [[], 'wrong:spf_missing'],
    [['v=spf1 -all', 'v=spf1 mx -all'], 'wrong:spf_twice'],
    [['v=spf1 +all'], 'wrong:spf_allows_everybody'],
    [['v=spf1 mx'], 'weak:spf_open_end'],
  ])('reads who may send for a domain: %j is %s', (records, wanted) => {
    expect(codeOf(judgeSpf(records, 'kellermatt.example'))).toBe(wanted);
  });

  it.each([
    [['v=DKIM1; k=rsa; p=AAAA'], 'right:dkim_right'],
    [['v=DKIM1; k=rsa; p=AA', 'AA'], 'wrong:dkim_other_key'],
    [[], 'wrong:dkim_missing'],
    [['v=DKIM1; k=rsa; p=BBBB'], 'wrong:dkim_other_key'],
    [['v=DKIM1; p='], 'wrong:dkim_other_key'],
  ])('compares the key that is published with ours: %j is %s', (records, wanted) => {
    expect(codeOf(judgeDkim({ name: 'wd._domainkey', records, publicKey: 'AAAA' }, 'needed'))).toBe(wanted);
  });

  it('does without the second key', () => {
    expect(codeOf(judgeDkim({ name: 'wd._domainkey', records: [], publicKey: 'AAAA' }, 'welcome'))).toBe(
      'weak:dkim_missing',
    );
  });

  it('asks for DMARC, and that bounces go to the same house', () => {
    expect(dmarc(['v=DMARC1; p=reject'])).toBe('right:dmarc_right');
    expect(dmarc(['v=DMARC1; p=none; rua=mailto:a@b.example'])).toBe('right:dmarc_only_watches');
    expect(dmarc([])).toBe('wrong:dmarc_missing');
    expect(dmarc(['v=DMARC1'])).toBe('wrong:dmarc_unreadable');
    expect(dmarc(['v=DMARC1; p=reject'], 'bounces.kellermatt.example')).toBe('right:dmarc_right');
    expect(dmarc(['v=DMARC1; p=reject; aspf=s'], 'bounces.kellermatt.example')).toBe('weak:dmarc_not_aligned');
    expect(dmarc(['v=DMARC1; p=reject'], 'relay.example')).toBe('weak:dmarc_not_aligned');
  });

  it('wants a server whose address has a name that leads back', () => {
    const address = '192.0.2.1';
    const of = (name: string | undefined, leadsBack: 'yes' | 'no') =>
      codeOf(judgeReverse({ addresses: [address], names: [{ address, name, leadsBack }] }, 'mx.example'));

    expect([of('mx.example', 'yes'), of(undefined, 'no'), of('other.example', 'no')]).toEqual([
      'right:ptr_right',
      'wrong:ptr_missing',
      'weak:ptr_not_back',
    ]);
    expect(codeOf(judgeReverse({ addresses: [], names: [] }, 'mx.example'))).toBe('wrong:server_unknown');
  });

  it('opens the way when nothing is wrong, whatever could be better', () => {
    const right = judgeTls('encrypted', 'mx.example');

    expect(isReady([right, judgeSpf(['v=spf1 mx'], 'x.example')])).toBe(true);
    expect(isReady([right, judgeTls('plain', 'mx.example')])).toBe(false);
    expect(isReady([])).toBe(false);
  });
});
