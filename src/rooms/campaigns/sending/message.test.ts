import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeEd25519Key, makeRsaKey, recordsToPublish } from '../identities/dkim-keys.ts';
import { signerOf } from './dkim.ts';
import type { OwnLetter, Stationery } from './message.ts';
import { messageOf } from './message.ts';

let stationery: Stationery;
let records: { name: string; value: string }[];

beforeAll(async () => {
  const [rsa, ed25519] = [await makeRsaKey(), await makeEd25519Key()];
  const domain = 'kellermatt.example';
  records = recordsToPublish(domain, {
    selector: 'wd2026',
    rsaPublic: rsa.publicKey,
    ed25519Public: ed25519.publicKey,
  });
  stationery = {
    from: { name: 'Jürg Öttinger', address: 'talente@kellermatt.example' },
    replyTo: ['juerg@kellermatt.example'],
    list: { id: 'tech.list.kellermatt.example', name: 'Technik & Entwicklung' },
    unsubscribeAddress: 'talente@kellermatt.example',
    signers: [
      signerOf('rsa-sha256', { domain, selector: 'wd2026-rsa', privateKey: rsa.privateKey }),
      signerOf('ed25519-sha256', { domain, selector: 'wd2026-ed', privateKey: ed25519.privateKey }),
    ],
  };
});

const TOKEN = 'A'.repeat(64);
const aLetter = (given: Partial<OwnLetter> = {}): OwnLetter => ({
  messageId: `<${TOKEN}@kellermatt.example>`,
  to: { name: 'Ilse Đurić', address: 'ilse@mail.example' },
  subject: 'Neues aus Zürich: Werkzeuge, Menschen und ein langer Betreff mit vielen Wörtern',
  html: Buffer.from('<p>Grüezi  Ilse,</p>\n<p>. ein Punkt = am Anfang\tund\tTabs   </p>\r\n'),
  text: Buffer.from('Grüezi Ilse\n\n.\nFrom hier an\n--\nEnde ohne Umbruch '),
  language: 'de',
  unsubscribe: { url: `https://talente.example/api/v1/letters/${TOKEN}/unsubscribe`, token: TOKEN },
  at: new Date('2026-11-23T09:00:00Z'),
  ...given,
});

const namesOf = (raw: Buffer): string[] =>
  raw
    .toString('latin1')
    .split('\r\n\r\n')[0]
    ?.replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n')
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase()) ?? [];

async function resolver(name: string): Promise<string[][]> {
  return records.filter((record) => record.name === name).map(({ value }) => [value]);
}

async function verified(raw: Buffer): Promise<{ algorithm: string; result: string; signed: string }[]> {
  const { results } = await dkimVerify(raw, { resolver });
  return results.map((one) => ({
    algorithm: String(one.algo),
    result: one.status.result,
    signed: String(one.signingHeaders?.keys).toLowerCase(),
  }));
}

describe('a letter as it goes over the wire', () => {
  it('is read by an independent program as it was written, text first', async () => {
    const mail = await PostalMime.parse(await messageOf(stationery, aLetter()));

    expect(mail.subject).toBe(aLetter().subject);
    expect(mail.from).toMatchObject({ name: 'Jürg Öttinger', address: 'talente@kellermatt.example' });
    expect(mail.to).toMatchObject([{ name: 'Ilse Đurić', address: 'ilse@mail.example' }]);
    expect(mail.text?.trimEnd()).toBe(aLetter().text.toString().trimEnd());
    expect(mail.html?.replaceAll('\r\n', '\n').trimEnd()).toBe(
      aLetter().html.toString().replaceAll('\r\n', '\n').trimEnd(),
    );
  });

  it('carries two signatures that an independent program finds right, over the lines that let people leave', async () => {
    const found = await verified(await messageOf(stationery, aLetter()));

    expect(
      found.map(({ algorithm, result }) => [algorithm, result]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ).toEqual([
      ['ed25519-sha256', 'pass'],
      ['rsa-sha256', 'pass'],
    ]);
    for (const { signed } of found)
      for (const name of [
        'list-unsubscribe',
        'list-unsubscribe-post',
        'from',
        'subject',
        'to',
        'message-id',
        'date',
        'list-id',
      ])
        expect(signed).toContain(name);
  });

  it('lets people leave with one click and by mail, with a word that says nothing to others', async () => {
    const { headers } = await PostalMime.parse(await messageOf(stationery, aLetter()));
    const header = (name: string) => headers.find(({ key }) => key === name)?.value;

    expect(header('list-unsubscribe')).toBe(
      `<https://talente.example/api/v1/letters/${TOKEN}/unsubscribe>, <mailto:talente@kellermatt.example?subject=unsubscribe%20${TOKEN}>`,
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('list-id')).toBe('Technik & Entwicklung <tech.list.kellermatt.example>');
  });

  it('does not become something else on the way: seven bits, short lines, no line that begins with a full stop', async () => {
    const lines = (await messageOf(stationery, aLetter())).toString('latin1').split('\r\n');

    for (const line of lines) {
      expect(line).toMatch(/^[\x20-\x7e\t]*$/);
      expect(line.length).toBeLessThanOrEqual(998);
      expect(line.startsWith('.')).toBe(false);
    }
  });

  it(
    'keeps its headers, its one recipient and its signatures whatever names and subjects hold',
    { timeout: 60_000 },
    async () => {
      const plain = namesOf(await messageOf(stationery, aLetter()));
      const nasty = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(
          'Mara\r\nBcc: alle@firma.example',
          'a\nb',
          'a\rb',
          'x\0y',
          'a\u2028\u0085b',
          '"q" <a@b.example>,',
          '=?UTF-8?Q?=0D=0ABcc:_x?=',
          '\ud800',
          '.\r\n.\r\nRCPT TO:<x@y.example>',
          '(c) <>;:,@',
        ),
      );

      await fc.assert(
        fc.asyncProperty(nasty, nasty, nasty, nasty, async (name, subject, text, html) => {
          const raw = await messageOf(
            {
              ...stationery,
              from: { ...stationery.from, name },
              list: { id: 'a.list.kellermatt.example', name: subject },
            },
            aLetter({
              to: { name, address: 'ilse@mail.example' },
              subject,
              text: Buffer.from(text),
              html: Buffer.from(html),
            }),
          );
          const mail = await PostalMime.parse(raw);

          expect(namesOf(raw)).toEqual(plain);
          expect(mail.to?.map((one) => ('address' in one ? one.address : one))).toEqual(['ilse@mail.example']);
          expect(raw.indexOf('\r\n.')).toBe(-1);
          expect((await verified(raw)).map(({ result }) => result)).toEqual(['pass', 'pass']);
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each([
    'ilse@mail.example, alle@firma.example',
    'Ilse <ilse@mail.example>',
    'a@b.example\r\nRCPT TO:<x@y.example>',
    'a@b@c.example',
    '',
  ])('is not written at all to %j', async (address) => {
    await expect(messageOf(stationery, aLetter({ to: { name: 'Ilse', address } }))).rejects.toThrow('not one address');
  });

  it('writes the name of a foreign domain as the name system knows it', async () => {
    const raw = await messageOf(stationery, aLetter({ to: { name: '', address: 'ilse@müller.example' } }));

    expect(raw.toString('latin1')).toContain('\r\nTo: ilse@xn--mller-kva.example\r\n');
  });
});
