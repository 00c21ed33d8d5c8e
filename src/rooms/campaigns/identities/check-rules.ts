import type { Finding } from '../schema-sending.ts';

type State = Finding['state'];
const found = (check: Finding['check'], state: State, code: string, params: Finding['params'] = {}): Finding => ({
  check,
  state,
  code,
  params,
});

/** TXT records of a domain that begin with these words. */
const beginning = (records: readonly string[], words: string) =>
  records.filter((text) => text.toLowerCase().startsWith(words));

/** The envelope's domain: who may send for it (RFC 7208). Whether the server is among them is not computed here, only whether there is one record that can answer. */
export function judgeSpf(records: readonly string[], domain: string): Finding {
  const own = beginning(records, 'v=spf1');
  if (own.length === 0) return found('spf', 'wrong', 'spf_missing', { domain });
  if (own.length > 1) return found('spf', 'wrong', 'spf_twice', { domain });
  const [text = ''] = own;
  if (/\s\+?all\b/.test(text)) return found('spf', 'wrong', 'spf_allows_everybody', { domain });
  if (!/\s[~-]all\b|\sredirect=/.test(text)) return found('spf', 'weak', 'spf_open_end', { domain });
  return found('spf', 'right', 'spf_right', { domain });
}

export interface DkimFound {
  name: string;
  records: readonly string[];
  /** What has to stand there, base64. */
  publicKey: string;
}

export function judgeDkim({ name, records, publicKey }: DkimFound, isNeeded: 'needed' | 'welcome'): Finding {
  const texts = records.map((text) => text.replaceAll(/\s/g, ''));
  const missing: State = isNeeded === 'needed' ? 'wrong' : 'weak';
  if (texts.length === 0) return found('dkim', missing, 'dkim_missing', { name });
  if (!texts.some((text) => keyIn(text) === publicKey)) return found('dkim', 'wrong', 'dkim_other_key', { name });
  if (texts.length > 1) return found('dkim', 'weak', 'dkim_twice', { name });
  return found('dkim', 'right', 'dkim_right', { name });
}

const keyIn = (record: string): string | undefined => /(?:^|;)p=([^;]*)/.exec(record)?.[1];

/** @param where the domain whose record counts: the sender's own, or the one above it */
export function judgeDmarc(
  records: readonly string[],
  { domain, fromDomain, envelopeDomain }: { domain: string; fromDomain: string; envelopeDomain: string },
): Finding {
  const own = beginning(records, 'v=dmarc1');
  if (own.length === 0) return found('dmarc', 'wrong', 'dmarc_missing', { domain: fromDomain });
  if (own.length > 1) return found('dmarc', 'wrong', 'dmarc_twice', { domain });
  const text = own[0] ?? '';
  if (!/;\s*p=(none|quarantine|reject)\b/i.test(text)) return found('dmarc', 'wrong', 'dmarc_unreadable', { domain });
  const isStrict = /;\s*aspf=s\b/i.test(text);
  if (!isAligned(fromDomain, envelopeDomain, isStrict ? 'strict' : 'relaxed'))
    return found('dmarc', 'weak', 'dmarc_not_aligned', { domain: fromDomain, envelope: envelopeDomain });
  return /;\s*p=none\b/i.test(text)
    ? found('dmarc', 'right', 'dmarc_only_watches', { domain })
    : found('dmarc', 'right', 'dmarc_right', { domain });
}

/** One is the other or lies below it; that two lie beside each other below a company's domain is not seen here. */
function isAligned(from: string, envelope: string, how: 'strict' | 'relaxed'): boolean {
  if (from === envelope) return true;
  return how === 'relaxed' && (from.endsWith(`.${envelope}`) || envelope.endsWith(`.${from}`));
}

export interface ReverseFound {
  /** Addresses of the server. */
  addresses: readonly string[];
  /** Names of each address, and whether one of them leads back to it. */
  names: readonly { address: string; name: string | undefined; leadsBack: 'yes' | 'no' }[];
}

export function judgeReverse({ addresses, names }: ReverseFound, host: string): Finding {
  if (addresses.length === 0) return found('ptr', 'wrong', 'server_unknown', { host });
  const nameless = names.find(({ name }) => name === undefined);
  if (nameless) return found('ptr', 'wrong', 'ptr_missing', { address: nameless.address });
  const foreign = names.find(({ leadsBack }) => leadsBack === 'no');
  if (foreign) return found('ptr', 'weak', 'ptr_not_back', { address: foreign.address });
  return found('ptr', 'right', 'ptr_right', { host });
}

export type TlsFound = 'encrypted' | 'this_machine' | 'plain' | 'failed' | 'unreachable';

const TLS_CODES: Readonly<Record<TlsFound, [State, string]>> = {
  encrypted: ['right', 'tls_right'],
  this_machine: ['right', 'tls_not_needed'],
  plain: ['wrong', 'tls_missing'],
  failed: ['wrong', 'tls_failed'],
  unreachable: ['wrong', 'server_unreachable'],
};

export const judgeTls = (tls: TlsFound, host: string): Finding => found('tls', ...TLS_CODES[tls], { host });

/** Green: nothing is wrong. What is weak is advice. */
export const isReady = (all: readonly Finding[]): boolean =>
  all.length > 0 && all.every(({ state }) => state !== 'wrong');
