import { type LookupAddress, lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { LanguageModelError } from './failure.ts';

/** Where machines of a cloud find their own keys, and what belongs to no single machine: nothing there is a model. */
const NEVER = rangesOf(
  [
    '0.0.0.0/8',
    '169.254.0.0/16',
    '224.0.0.0/4',
    '240.0.0.0/4',
    '100.100.100.200/32',
    '168.63.129.16/32',
    '192.0.0.0/24',
  ],
  ['::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::/32'],
);
const THIS_MACHINE = rangesOf(['127.0.0.0/8'], ['::1/128']);
const OWN_NETWORK = rangesOf(
  ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
  ['::1/128', 'fc00::/7'],
);

function rangesOf(four: string[], six: string[]): BlockList {
  const list = new BlockList();
  const add = (range: string, family: 'ipv4' | 'ipv6') => {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  };
  for (const range of four) add(range, 'ipv4');
  for (const range of six) add(range, 'ipv6');
  return list;
}

const isIn = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const hostOf = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * The address of a model's server as a URL without a trailing slash, e.g. `http://localhost:11434/v1`.
 * @throws LanguageModelError address_refused
 */
export function modelAddressOf(text: string): URL {
  const url = URL.parse(text.replace(/\/+$/, ''));
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new LanguageModelError('address_refused');
  const host = hostOf(url);
  if (isIP(host)) refuseForbidden(url, host);
  return url;
}

/** Whether the words stay on this machine; the page says so loudly when they do not. */
export function isThisMachine(url: URL): boolean {
  const host = hostOf(url);
  return host === 'localhost' || (isIP(host) !== 0 && isIn(THIS_MACHINE, host));
}

/** Looks a name up and refuses what it may not lead to, at the moment of connecting: a name can change its mind. */
export const lookupFor =
  (url: URL): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new LanguageModelError('unreachable'), '');
      try {
        for (const { address } of found) refuseForbidden(url, address);
      } catch (refusal) {
        return done(refusal as LanguageModelError, '');
      }
      if (options.all) return done(null, found satisfies LookupAddress[]);
      done(null, first.address, first.family);
    });
  };

/** @throws LanguageModelError address_refused */
function refuseForbidden({ protocol }: URL, address: string): void {
  const isInTheClear = protocol === 'http:' && !isIn(OWN_NETWORK, address);
  if (isIn(NEVER, address) || isInTheClear) throw new LanguageModelError('address_refused');
}
