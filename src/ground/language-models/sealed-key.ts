import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from '../config/key-ring.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The key of somebody's account at a model's server. AES-256-GCM, bound to what it is for: moved to another address it opens nothing. */
export function sealApiKey(keys: Keys, boundTo: string, apiKey: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.of('language-model'), iv).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(apiKey, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** @throws when the text was changed, is bound to something else, or the secret key is another one */
export function openApiKey(keys: Keys, boundTo: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keys.of('language-model'), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
