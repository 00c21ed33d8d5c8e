import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import type { Header } from './headers.ts';

export interface DkimSigner {
  algorithm: 'rsa-sha256' | 'ed25519-sha256';
  domain: string;
  selector: string;
  key: KeyObject;
}

export const signerOf = (
  algorithm: DkimSigner['algorithm'],
  { domain, selector, privateKey }: { domain: string; selector: string; privateKey: string },
): DkimSigner => ({ algorithm, domain, selector, key: createPrivateKey(privateKey) });

/** Named once more than they are there: nobody on the way can add a second one (RFC 6376, 8.15). */
const SEALED_TWICE = ['from', 'subject', 'to'];

/**
 * Signs a message as RFC 6376 and RFC 8463 say, relaxed/relaxed. The body must already be in its canonical form, which
 * `quotedPrintable` makes.
 * @returns one DKIM-Signature header per signer
 */
export async function signatures(
  signers: readonly DkimSigner[],
  { headers, body, at }: { headers: readonly Header[]; body: Buffer; at: Date },
): Promise<Header[]> {
  if (signers.length === 0) return [];
  const bodyHash = createHash('sha256').update(body).digest('base64');
  const canonical = headers.map(({ name, value }) => `${name.toLowerCase()}:${relaxed(value)}\r\n`).join('');
  const names = [...headers.map(({ name }) => name.toLowerCase()), ...SEALED_TWICE].join(':');
  return Promise.all(signers.map(async (signer) => signatureOf(signer, { bodyHash, canonical, names, at })));
}

interface ToSign {
  bodyHash: string;
  canonical: string;
  names: string;
  at: Date;
}

async function signatureOf(signer: DkimSigner, { bodyHash, canonical, names, at }: ToSign): Promise<Header> {
  const seconds = Math.floor(at.getTime() / 1000);
  const folded = names.replaceAll(/(.{1,60})(:|$)/g, '$1$2\r\n  ').trimEnd();
  const value = [
    `v=1; a=${signer.algorithm}; c=relaxed/relaxed; d=${signer.domain};`,
    ` s=${signer.selector}; t=${seconds};`,
    ` h=${folded};`,
    ` bh=${bodyHash};`,
    ' b=',
  ].join('\r\n');
  const signature = await signed(signer, Buffer.from(`${canonical}dkim-signature:${relaxed(value)}`));
  return { name: 'DKIM-Signature', value: value + signature.replaceAll(/(.{70})(?=.)/g, '$1\r\n  ') };
}

function signed({ algorithm, key }: DkimSigner, data: Buffer): Promise<string> {
  const isRsa = algorithm === 'rsa-sha256';
  // Ed25519 signs the hash (RFC 8463, 3). With a callback the work leaves the one thread that everything else runs on.
  const what = isRsa ? data : createHash('sha256').update(data).digest();
  return new Promise((resolve, reject) => {
    sign(isRsa ? 'sha256' : null, what, key, (error, signature) =>
      error ? reject(error) : resolve(signature.toString('base64')),
    );
  });
}

const relaxed = (value: string): string =>
  value
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
