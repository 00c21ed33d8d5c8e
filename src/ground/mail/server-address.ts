import { ConfigError } from '../config/config.ts';
import { isOneAddress } from './one-line.ts';

export interface MailServer {
  host: string;
  port: number;
  /** `from_start`: TLS before the first word; `required`: STARTTLS or nothing; `offered`: STARTTLS where the server has it; `none`: this machine. */
  tls: 'from_start' | 'required' | 'offered' | 'none';
  user: string | undefined;
  password: string;
  /** The address that all mails come from. */
  from: string;
}

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * Reads `smtps://user:password@host:465?from=talents@company.example`. Without `from` the user is the sender.
 * @throws ConfigError when the address cannot be read or no sender can be found
 */
export function mailServerOf(smtpUrl: string): MailServer {
  const { protocol, host, port, user, password, from } = partsOf(smtpUrl);
  if (host === '') throw new ConfigError('SMTP_URL names no host.');
  if (!isOneAddress(from))
    throw new ConfigError(
      'SMTP_URL needs the address that mails come from, e.g. smtp://mail.company.example?from=talents@company.example.',
    );
  const isSecure = protocol === 'smtps:';
  return {
    host,
    port: port ? Number(port) : isSecure ? 465 : 587,
    tls: isSecure ? 'from_start' : startTlsFor(host, user),
    user,
    password,
    from,
  };
}

function partsOf(smtpUrl: string) {
  try {
    const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl);
    const user = decodeURIComponent(username) || undefined;
    return {
      protocol,
      host: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1'),
      port,
      user,
      password: decodeURIComponent(password),
      from: searchParams.get('from') ?? user ?? '',
    };
  } catch {
    throw new ConfigError('SMTP_URL cannot be read; special characters in the password need %-writing.');
  }
}

/** A password never leaves this machine in the clear, whatever stands between. */
function startTlsFor(host: string, user: string | undefined): MailServer['tls'] {
  if (THIS_MACHINE.has(host)) return 'none';
  return user ? 'required' : 'offered';
}
