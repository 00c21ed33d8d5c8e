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
    if (!['imap:', 'imaps:'].includes(protocol) || hostname === '' || username === '') throw new Error('incomplete');
    const isSecure = protocol === 'imaps:';
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    return {
      host,
      port: port ? Number(port) : isSecure ? 993 : 143,
      // A password never leaves this machine in the clear.
      tls: isSecure ? 'from_start' : THIS_MACHINE.has(host) ? 'none' : 'required',
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
  } catch {
    throw invalid('campaigns.mailbox_address_unreadable');
  }
}
