import { invalid } from '#ground/errors/app-error.ts';

export interface ImapServer {
  host: string;
  port: number;
  tls: 'from_start' | 'required' | 'none';
  user: string;
  password: string;
}

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '::1']);

/** Reads `imaps://user:password@host:993`. @throws AppError campaigns.mailbox_address_unreadable */
export function imapServerOf(address: string): ImapServer {
  try {
    const { protocol, hostname, port, username, password } = new URL(address);
    if (hostname === '' || username === '') throw new Error('incomplete');
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const { usualPort, tls } = wayFor(protocol, host);
    return {
      host,
      port: port ? Number(port) : usualPort,
      tls,
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
  } catch {
    throw invalid('campaigns.mailbox_address_unreadable');
  }
}

/** A password never leaves this machine in the clear. */
function wayFor(protocol: string, host: string): { usualPort: number; tls: ImapServer['tls'] } {
  if (protocol === 'imaps:') return { usualPort: 993, tls: 'from_start' };
  if (protocol !== 'imap:') throw new Error('not imap');
  return { usualPort: 143, tls: THIS_MACHINE.has(host) ? 'none' : 'required' };
}
