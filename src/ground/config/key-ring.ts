import type { KeyObject } from 'node:crypto';
import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyPurpose } from './keys.ts';
import { deriveKey } from './keys.ts';

export interface Keys {
  of: (purpose: KeyPurpose) => Buffer;
  /** HMAC-SHA-256 in hex. */
  hash: (purpose: KeyPurpose, text: string) => string;
}

export function keyRing(secretKey: Buffer): Keys {
  const known = new Map<KeyPurpose, Buffer>();
  // Making a key ready takes five times as long as hashing with it.
  const ready = new Map<KeyPurpose, KeyObject>();
  const of = (purpose: KeyPurpose) => {
    const key = known.get(purpose) ?? deriveKey(secretKey, purpose);
    known.set(purpose, key);
    return key;
  };
  const readyKey = (purpose: KeyPurpose) => {
    const key = ready.get(purpose) ?? createSecretKey(of(purpose));
    ready.set(purpose, key);
    return key;
  };
  const hash = (purpose: KeyPurpose, text: string) =>
    createHmac('sha256', readyKey(purpose)).update(text).digest('hex');
  return { of, hash };
}
