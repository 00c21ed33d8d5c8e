import { createHmac } from 'node:crypto';
import type { KeyPurpose } from './keys.ts';
import { deriveKey } from './keys.ts';

export interface Keys {
  of: (purpose: KeyPurpose) => Buffer;
  /** HMAC-SHA-256 in hex. */
  hash: (purpose: KeyPurpose, text: string) => string;
}

export function keyRing(secretKey: Buffer): Keys {
  const known = new Map<KeyPurpose, Buffer>();
  const of = (purpose: KeyPurpose) => {
    const key = known.get(purpose) ?? deriveKey(secretKey, purpose);
    known.set(purpose, key);
    return key;
  };
  return { of, hash: (purpose, text) => createHmac('sha256', of(purpose)).update(text).digest('hex') };
}
