import { BlockList, isIP } from 'node:net';

/** What is needed of a request to say where it came from. */
export interface RequestOrigin {
  /** Address of the other end of the connection; undefined when there is none (tests, commands). */
  socketAddress: string | undefined;
  headers: Headers;
}

export type TrustsProxy = (address: string) => boolean;

/** @param trusted addresses or networks such as `10.0.0.0/8`; what is neither is left out */
export function proxyTrust(trusted: readonly string[]): TrustsProxy {
  const list = new BlockList();
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/');
    const version = isIP(address);
    if (version === 0) continue;
    if (bits === undefined) list.addAddress(address, familyOf(version));
    else list.addSubnet(address, Number(bits), familyOf(version));
  }
  return (address) => list.check(address, familyOf(isIP(address)));
}

/**
 * The client's address: the nearest one on the way that is no trusted proxy. What a stranger writes into
 * X-Forwarded-For therefore changes nothing.
 * @returns `unknown` when there is no connection to look at
 */
export function clientAddress({ socketAddress, headers }: RequestOrigin, trusts: TrustsProxy): string {
  const way = [
    ...(headers.get('x-forwarded-for') ?? '').split(',').map((part) => plainAddress(part.trim())),
    plainAddress(socketAddress ?? ''),
  ];
  for (const address of way.reverse()) {
    if (isIP(address) === 0) break;
    if (!trusts(address)) return address;
  }
  return plainAddress(socketAddress ?? '') || 'unknown';
}

/** Addresses of one line or building share limits: IPv6 by /64, IPv4 each for itself. */
export function networkOf(address: string): string {
  return isIP(address) === 6 ? `${fullIPv6(address).slice(0, 4).join(':')}::/64` : address;
}

const LOOPBACK = proxyTrust(['127.0.0.0/8', '::1']);
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether the person sits at this very machine: the connection comes from it, no proxy stands between, and the
 * address bar names it (which a page of somebody else cannot fake).
 */
export function isLocalRequest({ socketAddress, headers }: RequestOrigin): boolean {
  const address = plainAddress(socketAddress ?? '');
  if (isIP(address) === 0 || !LOOPBACK(address)) return false;
  return LOOPBACK_HOST.test(headers.get('host') ?? '') && FORWARDED.every((name) => !headers.has(name));
}

function familyOf(version: number): 'ipv4' | 'ipv6' {
  return version === 6 ? 'ipv6' : 'ipv4';
}

/** IPv4 written as IPv6 (`::ffff:192.0.2.1`) is the same address. */
const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[(.*)\](:\d+)?$/, '$1');

function fullIPv6(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const [left, right] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16));
}
