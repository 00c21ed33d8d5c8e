import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailServerOf } from '#ground/mail/server-address.ts';
import { imapServerOf } from '../../bounces/imap-address.ts';
import { isHost, isPort, serverUrl } from './server-url.ts';

const fields = fc.record({
  host: fc.constantFrom('mail.firma.example', 'smtp.kellermatt.example'),
  port: fc.constantFrom('', '25', '2525'),
  security: fc.constantFrom('tls' as const, 'starttls' as const),
  user: fc.string({ minLength: 1, maxLength: 20 }).filter((user) => user.trim() === user && user.isWellFormed()),
  password: fc.string({ minLength: 1, maxLength: 30 }).filter((password) => password.isWellFormed()),
});

describe('the address of a mail server', () => {
  it('is read by the server as it was typed, whatever stands in the password', () => {
    fc.assert(
      fc.property(fields, (typed) => {
        const smtp = mailServerOf(serverUrl(typed, { kind: 'smtp', from: 'talente@firma.example' }));
        const imap = imapServerOf(serverUrl(typed, { kind: 'imap' }));

        expect(smtp).toMatchObject({ host: typed.host, user: typed.user, password: typed.password });
        expect(smtp.tls).toBe(typed.security === 'tls' ? 'from_start' : 'required');
        expect(imap).toMatchObject({ host: typed.host, user: typed.user, password: typed.password });
      }),
    );
  });

  it('needs no user where the server asks for none', () => {
    const url = serverUrl(
      { host: '127.0.0.1', port: '2525', security: 'starttls', user: '', password: '' },
      { kind: 'smtp', from: 'talente@firma.example' },
    );

    expect(mailServerOf(url)).toMatchObject({ host: '127.0.0.1', port: 2525, tls: 'none', user: undefined });
  });

  it('names a host and a port that can be', () => {
    expect(isHost('mail.firma.example')).toBe(true);
    expect(isHost('mail firma')).toBe(false);
    expect(isHost('smtps://mail.firma.example')).toBe(false);
    expect(isPort('')).toBe(true);
    expect(isPort('70000')).toBe(false);
  });
});
