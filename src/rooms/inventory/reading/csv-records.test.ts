import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceRow } from '../types.ts';
import { parseRecords } from './csv-records.ts';
import { gather, inPieces } from './fixtures/temporary-file.ts';

const german = { separator: ';', quote: '"' };

async function parse(text: string, options: { dialect?: typeof german; firstLine?: number; size?: number } = {}) {
  const rows: SourceRow[] = [];
  const { dialect = german, firstLine = 1, size = 7 } = options;
  for await (const batch of parseRecords(inPieces(text, size), dialect, firstLine)) rows.push(...batch);
  return rows;
}

const cells = (rows: SourceRow[]) => rows.map((row) => row.cells);

describe('cutting text into records', () => {
  it('reads quoted cells with separators, quotes and line ends in them', async () => {
    const rows = await parse('a;"b;c";"sagt ""ja"""\r\n"zwei\r\nZeilen";x;y\r\nz;;\r\n');

    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b;c', 'sagt "ja"'] },
      { line: 2, cells: ['zwei\r\nZeilen', 'x', 'y'] },
      { line: 4, cells: ['z', '', ''] },
    ]);
  });

  it('reads the same however the text is cut into pieces', async () => {
    const text = 'Name;Notiz\r\n"Müller ""Max""";"a\r\nb"\r\n5" Rohr;ok\r\n"x" ; "y"\r\nletzte;"Zeile"';
    const whole = await parse(text, { size: 10_000 });

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
        expect(await parse(text, { size })).toEqual(whole);
      }),
    );
    expect(cells(whole).slice(1)).toEqual([
      ['Müller "Max"', 'a\r\nb'],
      ['5" Rohr', 'ok'],
      ['x', 'y'],
      ['letzte', 'Zeile'],
    ]);
  });

  it('reads the line ends of old Macs', async () => {
    expect(cells(await parse('a;b\rc;d\r'))).toEqual([['a', 'b'], ['c', 'd']]); // prettier-ignore
  });

  it('keeps stray quotes inside a cell as text', async () => {
    expect(cells(await parse('"Firma "Müller" GmbH";Bern\n'))).toEqual([['Firma "Müller" GmbH', 'Bern']]);
  });

  it('takes quotes for ordinary characters where the file has none', async () => {
    const rows = await parse('"a;b\nc;d\n', { dialect: { separator: ';', quote: '' } });

    expect(cells(rows)).toEqual([['"a', 'b'], ['c', 'd']]); // prettier-ignore
  });

  it('begins below a preamble that is no table and counts its lines', async () => {
    expect(await parse('Bericht "offen\n\nName;Mail\nAnna;a@x.ch\n', { firstLine: 3 })).toEqual([
      { line: 3, cells: ['Name', 'Mail'] },
      { line: 4, cells: ['Anna', 'a@x.ch'] },
    ]);
  });

  it('yields blank lines as rows without filled cells', async () => {
    expect(await parse('a;b\n\nc;d\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: [''] },
      { line: 3, cells: ['c', 'd'] },
    ]);
  });
});

describe('quotes that are never closed', () => {
  const refusal = (line: number) => ({ code: 'inventory.reading.quote_not_closed', params: { line } });

  it('names the line where the quote was opened, not the end of the file', async () => {
    const text = `Name;Ort\n${'Anna;Bern\n'.repeat(50)}"Müller;Basel\n${'Reto;Chur\n'.repeat(500)}`;

    await expect(parse(text, { size: 1000 })).rejects.toMatchObject(refusal(52));
  });

  it('does not swallow the rows up to the next quoted cell', async () => {
    await expect(parse('Name;Ort\n"Müller;Basel\nReto;Chur\n"Anna";Bern\n')).rejects.toMatchObject(refusal(2));
  });

  it('names the line of the quote when it stands late in a record of several lines', async () => {
    await expect(parse('a;b\n"x\ny";"offen\nReto;Chur\n')).rejects.toMatchObject(refusal(3));
  });

  it('gives up after one megabyte instead of reading on', async () => {
    let pieces = 0;
    async function* endless() {
      yield 'Name;Ort\n"Müller;Basel\n';
      for (;;) {
        pieces += 1;
        if (pieces > 100) throw new Error('read too much');
        yield 'Reto;Chur\n'.repeat(5000);
      }
    }
    const records = parseRecords(endless(), german, 1);

    await expect(gather(records)).rejects.toMatchObject(refusal(2));
  });
});

it('refuses a line without end before it fills the memory', async () => {
  let pieces = 0;
  async function* endless() {
    yield 'Name;Ort\nAnna;';
    for (;;) {
      pieces += 1;
      if (pieces > 20) throw new Error('read too much');
      yield 'x'.repeat(100_000);
    }
  }

  await expect(gather(parseRecords(endless(), german, 1))).rejects.toMatchObject({
    code: 'inventory.reading.line_too_long',
    params: { line: 2 },
  });
});

it.each([
  ['stray quotes', `"${'a"b'.repeat(250_000)}"`],
  ['doubled quotes', '"'.repeat(900_000)],
  ['quoted cells', '"a";'.repeat(200_000)],
  ['separators', `"";${';'.repeat(900_000)}`],
])('reads a line full of %s without delay', async (_description, line) => {
  const rows = await parse(`${line}\nAnna;Bern\n`, { size: 200_000 });

  expect(rows.at(-1)).toEqual({ line: 2, cells: ['Anna', 'Bern'] });
});
