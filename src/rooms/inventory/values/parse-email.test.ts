import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { hostileText } from './testing/hostile-text.ts';
import { readEmails } from './parse-email.ts';

const addresses = (text: string) => readEmails(text).emails.map(({ address }) => address);

describe('mail addresses of a cell', () => {
  it.each([
    ['Anna.Meier@Firma.example', ['anna.meier@firma.example']], ['Anna Meier <anna@meier.example>', ['anna@meier.example']], ['"Meier, Anna" <anna@meier.example>; x@y.example', ['anna@meier.example', 'x@y.example'].slice(0, 1)],
    ['mailto:anna@meier.example?subject=Hallo', ['anna@meier.example']], ['anna@meier.example.', ['anna@meier.example']], ['a@x.example; b@x.example, c@x.example / d@x.example', ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example']],
    ['a@x.example b@x.example', ['a@x.example', 'b@x.example']], ['a@x.example\nb@x.example', ['a@x.example', 'b@x.example']], ['anna@müller.example', ['anna@xn--mller-kva.example']], ['anna (at) meier.example', ['anna@meier.example']],
    ['anna[at]meier[dot]example', ['anna@meier.example']], ['anna @ meier.example', ['anna@meier.example']], ['privat: anna@meier.example', ['anna@meier.example']], ["o'neill@irish.example", ["o'neill@irish.example"]],
    ['a+b@x.example', ['a+b@x.example']], ['anna\u200b@meier.example', ['anna@meier.example']], ['a@x.example;A@X.example', ['a@x.example']],
  ])('are read from %j', (text, expected) => {
    expect(addresses(text)).toEqual(expected);
  }); // prettier-ignore

  it.each([
    ['j.kaeser@firmaexample', 'without_dot'], ['keine', 'without_at'], ['@firma.example', 'malformed'], ['anna@', 'malformed'], ['a@@b.example', 'malformed'], ['a..b@c.example', 'malformed'], ['anna@-x.example', 'malformed'],
    ['anna@1.2.3.4', 'malformed'], [`${'a'.repeat(70)}@x.example`, 'too_long'], ['noreply@firma.example', 'no_reply'], ['anna@firma,example', 'without_dot'],
  ])('refuse %j', (text, why) => {
    expect(readEmails(text).emails).toEqual([]);
    expect(readEmails(text).refused[0]?.why).toBe(why);
  }); // prettier-ignore

  it('flag the address of a team', () => {
    expect(readEmails('bewerbung@firma.example, anna@firma.example').emails.map(({ isRole }) => isRole)).toEqual([
      true,
      false,
    ]);
  });

  it('are always lower case with a dot in the domain, and nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.emailAddress(), fc.stringMatching(/^[a-z@.<>;, "']{0,40}$/)), (text) => {
        for (const address of addresses(text)) expect(address).toMatch(/^[^\s@A-Z]+@[^\s@A-Z]+\.[^\s@A-Z]+$/);
      }),
    );
  });
});
