import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropFile, gather, readAll } from './fixtures/temporary-file.ts';
import { inspectFile } from './inspect-file.ts';
import { neutraliseCell, restoreCell } from '#ground/tables/neutral-cell.ts';
import { GERMAN_EXCEL, writeCsv, writeXlsx } from '#ground/tables/write-table.ts';

async function* each(rows: string[][]): AsyncGenerator<string[]> {
  yield* rows;
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await gather(pieces));
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ',', '\t', '\r', '\n', ' ', 'ä', '1', '\0', '＝'),
    maxLength: 6,
  }),
);

describe('cells that a spreadsheet would run', () => {
  it.each(['=1+1', '+41 79', '-5', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1', "'=1"])('makes %j text', (dangerous) => {
    expect(neutraliseCell(dangerous)).toBe(`'${dangerous}`);
  });

  it.each(['Anna', '1+1', "'quoted'", '', 'a=b'])('leaves %j as it is', (harmless) => {
    expect(neutraliseCell(harmless)).toBe(harmless);
  });

  it('gives every text back', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(restoreCell(neutraliseCell(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('writing CSV', { timeout: 30_000 }, () => {
  it('writes what Excel in German opens by a double click', async () => {
    const bytes = await whole(writeCsv(each([['Name', 'Notiz'], ['Müller; Jörg', 'sagt "ja"\n=1']]), GERMAN_EXCEL)); // prettier-ignore

    expect(bytes.toString()).toBe('\ufeffName;Notiz\r\n"Müller; Jörg";"sagt ""ja""\n=1"\r\n');
  });

  it.each([';', ',', '\t', '|'] as const)(
    'comes back unchanged through reading, with separator %j',
    async (separator) => {
      const rowsOfCells = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

      await fc.assert(
        fc.asyncProperty(rowsOfCells, async (rows) => {
          const path = await dropFile(
            await whole(writeCsv(each([['Vorname', 'Nachname'], ...rows]), { separator, bom: 'with_bom' })),
          );
          const read = await readAll(path, { kind: 'csv', encoding: 'utf-8', separator, quote: '"', headerLine: 1 });

          expect(read.map(({ cells }) => cells)).toEqual(rows);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('is recognised without a word', async () => {
    const rows = [['Vorname', 'Nachname', 'Telefon'], ['Änne', 'Groß', '+41 79 555 12 34']]; // prettier-ignore
    const path = await dropFile(await whole(writeCsv(each(rows), GERMAN_EXCEL)));
    const { format, samples, warnings } = await inspectFile(path, 'export.csv');

    expect(format).toMatchObject({ kind: 'csv', encoding: 'utf-8', separator: ';', headerLine: 1 });
    expect(samples.map(({ cells }) => cells)).toEqual([rows[1]]);
    expect(warnings).toEqual([]);
  });
});

describe('writing XLSX', { timeout: 30_000 }, () => {
  it('comes back unchanged through reading', async () => {
    const rows = [['Name', 'Telefon', 'PLZ', 'Notiz'], ['Jörg & Söhne <x>', '+41 79 555 12 34', '01067', '=1+1\nzweite Zeile'], ["'=x", "'", ' Rand ', '_x000D_']]; // prettier-ignore
    const path = await dropFile(await whole(writeXlsx(each(rows), { sheet: 'Talente: alle/2024' })));
    const { format, headers } = await inspectFile(path, 'export.xlsx');

    expect(format).toMatchObject({ kind: 'xlsx', sheet: 'Talente  alle 2024', headerLine: 1 });
    expect(headers).toEqual(rows[0]);
    expect((await readAll(path, format)).map(({ cells }) => cells)).toEqual(rows.slice(1));
  });

  it('gives every text back whatever it begins with', async () => {
    const printable = fc.string({
      unit: fc.constantFrom(
        '=',
        '+',
        '\r',
        '\n',
        '\0',
        '-',
        '@',
        "'",
        '"',
        '<',
        '&',
        '_',
        'x',
        '0',
        '1',
        ' ',
        'ä',
        '😀',
      ),
      minLength: 1,
      maxLength: 8,
    });

    await fc.assert(
      fc.asyncProperty(fc.array(printable, { minLength: 1, maxLength: 5 }), async (cells) => {
        const path = await dropFile(await whole(writeXlsx(each([['Name'], cells]), { sheet: 'T' })));

        expect((await readAll(path, { kind: 'xlsx', sheet: 'T', headerLine: 1 }))[0]?.cells).toEqual(cells);
      }),
      { numRuns: 40 },
    );
  });
});
