import { describe, expect, it } from 'vitest';
import { mailServerOf } from './server-address.ts';

describe('SMTP_URL', () => {
  it('names host, port, who signs in and who sends', () => {
    expect(mailServerOf('smtps://wiedersehen:g%40heim@mail.firma.example:4650?from=talente@firma.example')).toEqual({
      host: 'mail.firma.example',
      port: 4650,
      tls: 'from_start',
      user: 'wiedersehen',
      password: 'g@heim',
      from: 'talente@firma.example',
    });
  });

  it('sends in the name of the user where no other sender is named', () => {
    expect(mailServerOf('smtps://talente%40firma.example:geheim@mail.firma.example')).toMatchObject({
      port: 465,
      from: 'talente@firma.example',
    });
  });

  it.each([
    ['smtp://u@mail.firma.example?from=a@b.example', 'required'],
    ['smtp://mail.firma.example?from=a@b.example', 'offered'],
    ['smtp://127.0.0.1:25?from=a@b.example', 'none'],
    ['smtp://[::1]:25?from=a@b.example', 'none'],
    ['smtps://localhost?from=a@b.example', 'from_start'],
  ])('%s is encrypted: %s', (url, tls) => {
    expect(mailServerOf(url).tls).toBe(tls);
  });

  it.each([
    'smtp://mail.firma.example',
    'smtp://u:p@mail.firma.example',
    'smtp://m.example?from=a@b.example,c@d.example',
  ])('is refused with a sentence when %s leads to no single sender', (url) => {
    expect(() => mailServerOf(url)).toThrow('the address that mails come from');
  });

  it.each(['smtp://?from=a@b.example', 'smtp://u:p%@mail.example?from=a@b.example'])(
    'is refused with a sentence when %s cannot be read',
    (url) => {
      expect(() => mailServerOf(url)).toThrow(/^SMTP_URL/);
    },
  );
});
