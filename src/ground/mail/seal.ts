import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from '../config/key-ring.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A waiting mail holds a link that works; nobody who reads the database or a copy of it shall use it. AES-256-GCM, bound to the mail's id. */
export function sealText(keys: Keys, mailId: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.of('mail'), iv).setAAD(Buffer.from(mailId));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** @throws when the text was changed, belongs to another mail, or the secret key is another one */
export function openText(keys: Keys, mailId: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keys.of('mail'), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(mailId)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
