import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const make = promisify(generateKeyPair);

export interface DkimKey {
  /** PKCS #8, PEM. */
  privateKey: string;
  /** As it stands in the record: base64 without line breaks. */
  publicKey: string;
}

/** What every mailbox reads (RFC 6376); 2048 bits, because longer ones do not fit into one answer of the name system. */
export async function makeRsaKey(): Promise<DkimKey> {
  const { privateKey, publicKey } = await make('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  return { privateKey, publicKey: publicKey.toString('base64') };
}

const ED25519_BYTES = 32;

/** The modern one (RFC 8463): beside the other, for who does not know it. */
export async function makeEd25519Key(): Promise<DkimKey> {
  const { privateKey, publicKey } = await make('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  return { privateKey, publicKey: publicKey.subarray(-ED25519_BYTES).toString('base64') };
}

export interface DnsRecord {
  name: string;
  type: 'TXT';
  value: string;
}

export const rsaSelector = (selector: string): string => `${selector}-rsa`;
export const ed25519Selector = (selector: string): string => `${selector}-ed`;

/** What the operator publishes in the name system of the sender's domain. */
export function recordsToPublish(
  domain: string,
  { selector, rsaPublic, ed25519Public }: { selector: string; rsaPublic: string; ed25519Public: string },
): DnsRecord[] {
  return [
    {
      name: `${rsaSelector(selector)}._domainkey.${domain}`,
      type: 'TXT',
      value: `v=DKIM1; k=rsa; p=${rsaPublic}`,
    },
    {
      name: `${ed25519Selector(selector)}._domainkey.${domain}`,
      type: 'TXT',
      value: `v=DKIM1; k=ed25519; p=${ed25519Public}`,
    },
  ];
}
