import type { KeyObject } from 'node:crypto';
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#ground/config/key-ring.ts';

/** One delivery: this letter to this person. */
export interface Delivery {
  campaignId: string;
  talentId: string;
}

/** What may be done with it. A Message-ID travels with every answer and opens nothing. */
export type TokenUse = 'message' | 'unsubscribe' | 'view';

const IV_BYTES = 16;
const IDS_BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{64}$/;

/**
 * 64 letters that say nothing to anybody but us and cannot be made up: both ids, encrypted with AES-256-CTR under a first block that is
 * the keyed hash of what is encrypted (as SIV modes do, RFC 5297). Nothing has to be stored, and the same delivery always has the same.
 */
export function deliveryToken(keys: Keys, use: TokenUse, { campaignId, talentId }: Delivery): string {
  const ids = Buffer.concat([bytesOf(campaignId), bytesOf(talentId)]);
  const iv = checkOf(keys, use, ids);
  const cipher = createCipheriv('aes-256-ctr', keyOf(keys, 'encrypt'), iv);
  return Buffer.concat([iv, cipher.update(ids), cipher.final()]).toString('base64url');
}

/** @returns undefined when it is none of ours, or was made for something else */
export function readDeliveryToken(keys: Keys, use: TokenUse, token: string): Delivery | undefined {
  if (!FORM.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-ctr', keyOf(keys, 'encrypt'), iv);
  const ids = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]);
  if (ids.length !== IDS_BYTES || !timingSafeEqual(iv, checkOf(keys, use, ids))) return undefined;
  return { campaignId: uuidOf(ids.subarray(0, 16)), talentId: uuidOf(ids.subarray(16)) };
}

const checkOf = (keys: Keys, use: TokenUse, ids: Buffer): Buffer =>
  createHmac('sha256', keyOf(keys, 'check')).update(use).update('\0').update(ids).digest().subarray(0, IV_BYTES);

type Use = 'encrypt' | 'check';

/** Two keys out of one, so that what checks cannot be mixed up with what hides. Made ready once: that takes longer than using them. */
const ready = new WeakMap<Keys, Record<Use, KeyObject>>();
function keyOf(keys: Keys, what: Use): KeyObject {
  const known = ready.get(keys);
  if (known) return known[what];
  const derive = (name: Use) => createSecretKey(createHmac('sha256', keys.of('delivery')).update(name).digest());
  const made = { encrypt: derive('encrypt'), check: derive('check') };
  ready.set(keys, made);
  return made[what];
}

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
