import type { Argon2Parameters } from 'node:crypto';
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** Memory in KiB, passes over it, lanes. @source OWASP Password Storage Cheat Sheet, argon2id with 19 MiB */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** argon2id (RFC 9106) in the PHC string format, so that the cost can rise later and old hashes stay readable. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive({ ...COST, message: normalForm(password), nonce: salt, tagLength: HASH_BYTES });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Takes the same time wherever the first difference is; false for a hash of another kind. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const parts = PHC.exec(hash)?.groups;
  if (!parts) return false;
  const expected = Buffer.from(parts.hash ?? '', 'base64');
  const derived = await derive({
    memory: Number(parts.m),
    passes: Number(parts.t),
    parallelism: Number(parts.p),
    message: normalForm(password),
    nonce: Buffer.from(parts.salt ?? '', 'base64'),
    tagLength: expected.length,
  });
  return timingSafeEqual(derived, expected);
}

const PHC =
  /^\$argon2id\$v=19\$m=(?<m>\d{1,7}),t=(?<t>\d{1,2}),p=(?<p>\d{1,2})\$(?<salt>[A-Za-z0-9+/]{11,86})\$(?<hash>[A-Za-z0-9+/]{22,86})$/;

/** The same letters typed on another keyboard (ä as one or two characters) are the same password. */
const normalForm = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8');

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

function derive(parameters: Argon2Parameters): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key)));
  return promise;
}
