import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from '#ground/config/key-ring.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Passwords and private keys of a sender: nobody who reads the database or a copy of it shall use them. AES-256-GCM, bound to the row's id. */
export function sealSecret(keys: Keys, id: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.of('sender-secret'), iv).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** @throws when the text was changed, belongs to another row, or the secret key is another one */
export function openSecret(keys: Keys, id: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keys.of('sender-secret'), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
