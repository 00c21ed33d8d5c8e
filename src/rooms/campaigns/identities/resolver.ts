import { Resolver as NameServers } from 'node:dns/promises';
import type { Resolver } from './check.ts';

const WITHIN_MS = 5000;

/** The name system as this machine sees it. What cannot be asked counts as not there: the check then says what is missing. */
export function systemResolver(): Resolver {
  const servers = new NameServers({ timeout: WITHIN_MS, tries: 2 });
  const orNothing = <T>(answer: Promise<T[]>): Promise<T[]> => answer.catch(() => []);
  return {
    txt: async (name) => (await orNothing(servers.resolveTxt(name))).map((parts) => parts.join('')),
    addresses: async (host) => [
      ...(await orNothing(servers.resolve4(host))),
      ...(await orNothing(servers.resolve6(host))),
    ],
    names: (address) => orNothing(servers.reverse(address)),
  };
}
