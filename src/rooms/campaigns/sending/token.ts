import type { Cipheriv } from 'node:crypto';
import { createCipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#ground/config/key-ring.ts';

/** One delivery: this letter to this person. */
export interface Delivery {
  campaignId: string;
  talentId: string;
}

/** What may be done with it. A Message-ID travels with every answer and opens nothing. */
export type TokenUse = 'message' | 'unsubscribe' | 'view';

const BLOCK = 16;
const TOKEN_BYTES = 3 * BLOCK;
const LETTERS = 64;
const FORM = /^[A-Za-z0-9_-]{64}$/;

/**
 * 64 letters that say nothing to anybody but us and cannot be made up: a keyed check of both ids, and the ids hidden under a stream that
 * begins with the check (as SIV modes do, RFC 5297). Nothing has to be stored, and the same delivery always has the same.
 */
export const deliveryToken = (keys: Keys, use: TokenUse, { campaignId, talentId }: Delivery): string =>
  tokensFor(keys, use, campaignId, [talentId])[0] ?? '';

export type Tokens = Record<TokenUse, string>;

/** All words of one campaign for many people: for hundreds it takes hardly longer than for one. */
export function deliveryTokens(keys: Keys, campaignId: string, talentIds: readonly string[]): Map<string, Tokens> {
  const made = (use: TokenUse) => tokensFor(keys, use, campaignId, talentIds);
  const [message, unsubscribe, view] = [made('message'), made('unsubscribe'), made('view')];
  return new Map(
    talentIds.map((talentId, i) => [
      talentId,
      { message: message[i] ?? '', unsubscribe: unsubscribe[i] ?? '', view: view[i] ?? '' },
    ]),
  );
}

function tokensFor(keys: Keys, use: TokenUse, campaignId: string, talentIds: readonly string[]): string[] {
  const ciphers = ciphersOf(keys);
  const campaign = bytesOf([campaignId]);
  const people = bytesOf(talentIds);
  const checks = checksOf(ciphers, use, campaign, people);
  const stream = streamFrom(ciphers, checks);
  const tokens = Buffer.allocUnsafe(talentIds.length * TOKEN_BYTES);
  for (let i = 0; i < talentIds.length; i += 1) {
    const [at, block] = [i * TOKEN_BYTES, i * BLOCK];
    checks.copy(tokens, at, block, block + BLOCK);
    campaign.copy(tokens, at + BLOCK);
    people.copy(tokens, at + 2 * BLOCK, block, block + BLOCK);
    mix(tokens, at + BLOCK, stream, 2 * block, 2 * BLOCK);
  }
  const words = tokens.toString('base64url');
  return talentIds.map((_, i) => words.slice(i * LETTERS, (i + 1) * LETTERS));
}

/** @returns undefined when it is none of ours, or was made for something else */
export function readDeliveryToken(keys: Keys, use: TokenUse, token: string): Delivery | undefined {
  if (!FORM.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const check = bytes.subarray(0, BLOCK);
  const ciphers = ciphersOf(keys);
  mix(bytes, BLOCK, streamFrom(ciphers, check), 0, 2 * BLOCK);
  const [campaign, person] = [bytes.subarray(BLOCK, 2 * BLOCK), bytes.subarray(2 * BLOCK)];
  if (!timingSafeEqual(check, checksOf(ciphers, use, campaign, person))) return undefined;
  return { campaignId: uuidOf(campaign), talentId: uuidOf(person) };
}

/** AES as what it is, a permutation of one block; kept ready, because making one takes longer than using it. */
interface Ciphers {
  check: Cipheriv;
  hide: Cipheriv;
}

const ready = new WeakMap<Keys, Ciphers>();

/** Two keys out of one, so that what checks cannot be mixed up with what hides. */
function ciphersOf(keys: Keys): Ciphers {
  const known = ready.get(keys);
  if (known) return known;
  const cipher = (name: string) =>
    createCipheriv('aes-256-ecb', createHmac('sha256', keys.of('delivery')).update(name).digest(), null).setAutoPadding(
      false,
    );
  const made: Ciphers = { check: cipher('check'), hide: cipher('encrypt') };
  ready.set(keys, made);
  return made;
}

const USES: Readonly<Record<TokenUse, Buffer>> = {
  message: Buffer.from('message'.padEnd(BLOCK)),
  unsubscribe: Buffer.from('unsubscribe'.padEnd(BLOCK)),
  view: Buffer.from('view'.padEnd(BLOCK)),
};

/** CBC-MAC over use, campaign and person: three blocks, always, for which it is safe (FIPS 113). */
function checksOf({ check }: Ciphers, use: TokenUse, campaign: Buffer, people: Buffer): Buffer {
  const begun = check.update(USES[use]);
  mix(begun, 0, campaign, 0, BLOCK);
  const chain = check.update(begun);
  const last = Buffer.from(people);
  for (let at = 0; at < last.length; at += BLOCK) mix(last, at, chain, 0, BLOCK);
  return check.update(last);
}

/** Two blocks of counter mode for each check. */
function streamFrom({ hide }: Ciphers, checks: Buffer): Buffer {
  const counters = Buffer.allocUnsafe(checks.length * 2);
  for (let at = 0; at < checks.length; at += BLOCK) {
    checks.copy(counters, 2 * at, at, at + BLOCK);
    checks.copy(counters, 2 * at + BLOCK, at, at + BLOCK);
    const last = 2 * at + 2 * BLOCK - 1;
    counters[last] = (counters[last] ?? 0) ^ 1;
  }
  return hide.update(counters);
}

/** XOR, in place. */
function mix(into: Buffer, at: number, by: Buffer, from: number, length: number): void {
  for (let i = 0; i < length; i += 1) into[at + i] = (into[at + i] ?? 0) ^ (by[from + i] ?? 0);
}

const bytesOf = (uuids: readonly string[]): Buffer => Buffer.from(uuids.join('').replaceAll('-', ''), 'hex');

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
