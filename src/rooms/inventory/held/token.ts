import { createHash, randomBytes } from 'node:crypto';

/** What stands in the link; only its hash is stored, so that nobody who reads the database can answer for somebody. */
export const newToken = (): string => randomBytes(24).toString('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
