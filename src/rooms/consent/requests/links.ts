import { randomBytes } from 'node:crypto';
import type { Ctx } from '#ground/context.ts';

type LinkCtx = Pick<Ctx, 'keys' | 'baseUrl'>;

/** 192 random bits; only their keyed hash is stored, so that nobody who reads the database can answer for somebody (NL-4). */
export const newToken = (): string => randomBytes(24).toString('base64url');
export const tokenHash = ({ keys }: Pick<Ctx, 'keys'>, token: string): string =>
  keys.hash('consent-link', `token:${token}`);

/** The part behind # never reaches a server or its log; mail scanners that open the page learn nothing and change nothing (NL-5). */
export const confirmLink = ({ baseUrl }: LinkCtx, token: string): string => `${baseUrl}/confirm#${token}`;
export const preferencesLink = ({ baseUrl }: LinkCtx, token: string): string => `${baseUrl}/preferences#${token}`;

/** The same in every mail to one person, and useless once the generation is another one. */
export const preferenceToken = ({ keys }: Pick<Ctx, 'keys'>, talentId: string, generation: number): string =>
  Buffer.from(keys.hash('consent-link', `preferences:${talentId}:${generation}`), 'hex').toString('base64url');
