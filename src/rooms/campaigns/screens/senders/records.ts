import type { SenderCard } from '../../schema-sending.ts';

export interface DnsRecord {
  name: string;
  type: 'TXT';
  value: string;
  /** `given`: exactly so. `proposed`: a beginning, to be fitted to what is there already. */
  kind: 'given' | 'proposed';
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** What has to stand in the name system: our keys as they are, and what is missing beside them as a proposal. */
export function recordsToShow(
  card: Pick<SenderCard, 'records' | 'findings' | 'fromAddress' | 'bounceAddress' | 'serverHost'>,
): DnsRecord[] {
  const isMissing = (code: string) => card.findings.some((finding) => finding.code === code);
  const given = card.records.map((record): DnsRecord => ({ ...record, kind: 'given' }));
  const server = card.serverHost === null ? 'mx' : `a:${card.serverHost}`;
  const spf: DnsRecord = {
    name: domainOf(card.bounceAddress ?? card.fromAddress),
    type: 'TXT',
    value: `v=spf1 ${server} ~all`,
    kind: 'proposed',
  };
  const dmarc: DnsRecord = {
    name: `_dmarc.${domainOf(card.fromAddress)}`,
    type: 'TXT',
    value: 'v=DMARC1; p=none',
    kind: 'proposed',
  };
  return [...given, ...(isMissing('spf_missing') ? [spf] : []), ...(isMissing('dmarc_missing') ? [dmarc] : [])];
}
