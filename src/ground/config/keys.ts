import { hkdfSync } from 'node:crypto';

/** What a derived key is for. One purpose, one key: a value hashed for one cannot be compared with another. */
export type KeyPurpose =
  | 'sessions'
  | 'suppression'
  | 'birth-date-comparison'
  | 'audit-chain'
  | 'import-row'
  | 'setup-code'
  | 'mail'
  | 'sender-secret'
  | 'delivery'
  | 'consent-link'
  | 'language-model';

/** 32 bytes derived from the installation's secret by HKDF-SHA-256 (RFC 5869). */
export function deriveKey(secretKey: Buffer, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'wiedersehen', purpose, 32));
}
