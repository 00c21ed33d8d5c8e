import type { Context } from 'hono';
import type { RequestEnv } from '#ground/http/room.ts';
import type { Accounts } from './accounts.ts';
import { CLIENT_ADDRESS_HEADER } from './auth.ts';
import { clientAddress, isLocalRequest, networkOf } from './client-address.ts';

const LONGEST_USER_AGENT = 300;

/** What a request says about where it comes from, checked. */
export interface Visitor {
  network: string;
  /** The person sits at this machine. */
  isLocal: boolean;
  /** The few headers that better-auth gets to see. */
  headers: Headers;
}

/** What the Node server passes along; absent when the application is called without a network. */
interface NodeEnv {
  incoming?: { socket?: { remoteAddress?: string } };
}

export function visitorOf({ trustsProxy }: Pick<Accounts, 'trustsProxy'>, c: Context<RequestEnv>): Visitor {
  const env = c.env as NodeEnv | undefined;
  const origin = { socketAddress: env?.incoming?.socket?.remoteAddress, headers: c.req.raw.headers };
  const address = clientAddress(origin, trustsProxy);
  const headers = new Headers({
    [CLIENT_ADDRESS_HEADER]: address,
    'user-agent': (c.req.header('user-agent') ?? '').slice(0, LONGEST_USER_AGENT),
  });
  const cookie = c.req.header('cookie');
  if (cookie) headers.set('cookie', cookie);
  return { network: networkOf(address), isLocal: isLocalRequest(origin), headers };
}
