import { describe, expect, it } from 'vitest';
import { encode, inspect, read } from './fixtures/temporary-file.ts';
import { VCARD_HEADERS } from './vcard.ts';

async function readCards(content: string | Uint8Array) {
  const rows = await read(content);
  return rows.map(({ cells }) =>
    Object.fromEntries(
      VCARD_HEADERS.map((header, index) => [header, cells[index]]).filter(([, value]) => value !== ''),
    ),
  );
}

describe('contact cards', () => {
  it('reads several cards of version 3.0', async () => {
    const { format, headers, samples } = await inspect(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Meier\r\nEND:VCARD\r\n\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Reto Huber\r\nEND:VCARD\r\n',
    );

    expect(format).toEqual({ kind: 'vcard', encoding: 'utf-8', headerLine: 0 });
    expect(headers.slice(0, 3)).toEqual(['FN', 'N.family', 'N.given']);
    expect(samples.map(({ line, cells }) => [line, cells[0]])).toEqual([[1, 'Anna Meier'], [2, 'Reto Huber']]); // prettier-ignore
  });

  it('reads names, mails, phones, employer and address', async () => {
    const [card] = await readCards(
      [
        'BEGIN:VCARD', 'VERSION:3.0', 'N:Meier;Anna;Maria;Dr.;', 'FN:Dr. Anna Meier', 'ORG:Muster AG;Personal',
        'item1.EMAIL;type=INTERNET;type=WORK:anna@muster.ch', 'EMAIL;TYPE=HOME:a@x.ch', 'TEL;TYPE=CELL,VOICE:+41 79 555 12 34',
        'TEL;TYPE=WORK:+41 44 555 12 34', 'ADR;TYPE=HOME:;;Bahnhofstr. 1\\, Haus B;Winterthur;ZH;8400;Schweiz',
        'URL:https://www.linkedin.com/in/anna', 'NOTE:Zeile 1\\nZeile 2\\; Ende', 'PHOTO;ENCODING=b:AAAA', 'END:VCARD',
      ].join('\r\n'),
    ); // prettier-ignore

    expect(card).toEqual({
      FN: 'Dr. Anna Meier', 'N.family': 'Meier', 'N.given': 'Anna', 'N.additional': 'Maria', 'N.prefix': 'Dr.',
      EMAIL: 'anna@muster.ch', 'EMAIL.2': 'a@x.ch', 'TEL.cell': '+41 79 555 12 34', 'TEL.work': '+41 44 555 12 34',
      ORG: 'Muster AG', 'ORG.unit': 'Personal', 'ADR.street': 'Bahnhofstr. 1, Haus B', 'ADR.postcode': '8400', 'ADR.city': 'Winterthur',
      'ADR.region': 'ZH', 'ADR.country': 'Schweiz', 'URL.linkedin': 'https://www.linkedin.com/in/anna', NOTE: 'Zeile 1\nZeile 2; Ende',
    }); // prettier-ignore
  });

  it('reads version 2.1 with quoted-printable in its own charset', async () => {
    const [card] = await readCards(
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=\r\n=BCller\r\nTEL;CELL:079 555 12 34\r\nEND:VCARD\r\n',
    );

    expect(card).toEqual({ FN: 'Jörg Müller', 'N.family': 'Müller', 'N.given': 'Jörg', 'TEL.cell': '079 555 12 34' });
  });

  it('leaves out a picture of megabytes without delay', async () => {
    const picture = ` ${'QUJD'.repeat(18)}\r\n`.repeat(50_000);

    expect(
      await readCards(`BEGIN:VCARD\r\nFN:Anna\r\nPHOTO;ENCODING=b;TYPE=JPEG:\r\n${picture}\r\nEND:VCARD\r\n`),
    ).toEqual([{ FN: 'Anna' }]);
  });

  it('joins folded lines', async () => {
    const [card] = await readCards('BEGIN:VCARD\nVERSION:3.0\nFN:Anna Mei\n er\nNOTE:eins\n  zwei\nEND:VCARD\n');

    expect(card).toEqual({ FN: 'Anna Meier', NOTE: 'eins zwei' });
  });

  it('reads version 4.0 with values as links', async () => {
    const [card] = await readCards(
      'BEGIN:VCARD\nVERSION:4.0\nFN:Anna\nTEL;VALUE=uri;TYPE="cell,voice":tel:+41-79-555-12-34\nEMAIL:mailto:a@x.ch\nEND:VCARD',
    );

    expect(card).toEqual({ FN: 'Anna', EMAIL: 'a@x.ch', 'TEL.cell': '+41-79-555-12-34' });
  });

  it('reads cards in Windows-1252', async () => {
    const [card] = await readCards(encode('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jörg\r\nEND:VCARD\r\n', {}));

    expect(card).toEqual({ FN: 'Jörg' });
  });
});
