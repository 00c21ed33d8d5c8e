export type Security = 'tls' | 'starttls';

/** How a mail server is reached, as one types it. */
export interface ServerFields {
  host: string;
  port: string;
  security: Security;
  user: string;
  password: string;
}

export const noServer: ServerFields = { host: '', port: '', security: 'tls', user: '', password: '' };

export const isHost = (host: string): boolean =>
  /^[\p{L}\p{N}]([\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u.test(host.trim());

export const isPort = (port: string): boolean =>
  port.trim() === '' || (/^\d{1,5}$/.test(port.trim()) && Number(port) >= 1 && Number(port) <= 65_535);

interface Kind {
  kind: 'smtp' | 'imap';
  /** The address that mails come from, where the server does not know it by its user. */
  from?: string;
}

/** One address as the server reads it; what stands in a password is written so that it cannot be misread. */
export function serverUrl({ host, port, security, user, password }: ServerFields, { kind, from }: Kind): string {
  const protocol = security === 'tls' ? `${kind}s` : kind;
  const name = encodeURIComponent(user.trim());
  const signIn = name === '' ? '' : `${name}${password === '' ? '' : `:${encodeURIComponent(password)}`}@`;
  const at = port.trim() === '' ? host.trim() : `${host.trim()}:${port.trim()}`;
  return `${protocol}://${signIn}${at}${from ? `?from=${encodeURIComponent(from.trim())}` : ''}`;
}
