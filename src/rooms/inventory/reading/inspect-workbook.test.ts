import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { dropFile, inspect, read, readAll } from './fixtures/temporary-file.ts';
import { makeXlsx } from './fixtures/make-xlsx.ts';
import { inspectFile } from './inspect-file.ts';

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (reference: string, value: string, style = 0) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join('')}</row>`;
const sheetData = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`;

const people = sheetData(
  row(1, text('A1', 'Name'), text('B1', 'E-Mail')),
  row(2, text('A2', 'Anna Meier'), text('B2', 'a@x.ch')),
);

async function readCell(cell: string, formats: string[] = []): Promise<string | undefined> {
  const rows = await read(makeXlsx({ sheets: { T: sheetData(row(1, text('A1', 'Wert')), row(2, cell)) }, formats }));
  return rows[0]?.cells[0];
}

describe('cells of a workbook', () => {
  it.each([
    ['a date by its format', 45363, 'dd.mm.yyyy', '2024-03-12'],
    ['a date with month name', 45363, '[$-407]d. mmmm yyyy', '2024-03-12'],
    ['a date with time', 45363.5, 'dd/mm/yyyy hh:mm', '2024-03-12'],
    ['a day before the leap day that never was', 59, 'yyyy-mm-dd', '1900-02-28'],
    ['a time', 0.75, 'hh:mm', '18:00'],
    ['a percentage', 0.255, '0.0%', '25.5%'],
    ['a postcode with its zero', 1067, '00000', '01067'],
    ['a number in euros', 4500.5, '#,##0.00 "Tage hmy" [$€-407]', '4500.5'],
    ['a number without rounding noise', 0.1 + 0.2, '0.00', '0.3'],
  ])('reads %s', async (_description, value, format, expected) => {
    expect(await readCell(number('A2', String(value), 1), [format])).toBe(expected);
  });

  it.each([
    ['a phone number stored as number', number('A2', '41795551234'), '41795551234'],
    ['a phone number stored with exponent', number('A2', '4.1795551234E10'), '41795551234'],
    ['the last result of a formula', '<c r="A2" t="str"><f>CONCAT("a","b")</f><v>ab &amp; c</v></c>', 'ab & c'],
    ['the last number of a formula', '<c r="A2"><f>1+1</f><v>2</v></c>', '2'],
    [
      'formatted runs joined',
      '<c r="A2" t="inlineStr"><is><r><t>Anna </t></r><r><t>Meier</t></r></is></c>',
      'Anna Meier',
    ],
    ['truth', '<c r="A2" t="b"><v>1</v></c>', 'TRUE'],
    ['a line end written as escape', text('A2', 'a_x000A_b'), 'a\nb'],
    ['an ISO date', '<c r="A2" t="d"><v>2024-03-12T00:00:00</v></c>', '2024-03-12'],
  ])('reads %s', async (_description, cell, expected) => {
    expect(await readCell(cell)).toBe(expected);
  });

  it('leaves out error values', async () => {
    const sheet = sheetData(
      row(1, text('A1', 'Name'), text('B1', 'Ort')),
      row(2, text('A2', 'Anna'), '<c r="B2" t="e"><v>#N/A</v></c>'),
    );

    expect((await read(makeXlsx({ sheets: { T: sheet } })))[0]?.cells).toEqual(['Anna', '']);
  });

  it('counts dates from 1904 where the workbook does', async () => {
    const sheet = sheetData(row(1, text('A1', 'Datum')), row(2, number('A2', '43901', 1)));
    const rows = await read(makeXlsx({ sheets: { T: sheet }, formats: ['dd.mm.yyyy'], counts1904: true }));

    expect(rows[0]?.cells[0]).toBe('2024-03-12');
  });

  it('keeps gaps between cells and between rows', async () => {
    const sheet = sheetData(
      row(1, text('A1', 'Name'), text('C1', 'Mail')),
      row(4, text('C4', 'a@x.ch')),
      '<row r="5"/>',
    );

    expect(await read(makeXlsx({ sheets: { T: sheet } }))).toEqual([{ line: 4, cells: ['', '', 'a@x.ch'] }]);
  });

  it('reads sheets with a namespace prefix and without references', async () => {
    const sheet =
      '<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c></x:row><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>';

    expect(await read(makeXlsx({ sheets: { T: sheet }, prefix: 'x:', strings: ['Anna &lt;3'] }))).toEqual([
      { line: 2, cells: ['Anna <3'] },
    ]);
  });
});

describe('sheets and names', () => {
  it('chooses the sheet with people and offers the others', async () => {
    const { format, sheets } = await inspect(
      makeXlsx({
        sheets: {
          Legende: sheetData(row(1, text('A1', 'Stand März'))),
          Bewerbungen: people,
          Auswertung: sheetData(row(1, number('A1', '12'))),
        },
      }),
    );

    expect(format.sheet).toBe('Bewerbungen');
    expect(sheets).toEqual(['Legende', 'Bewerbungen', 'Auswertung']);
  });

  it('reads the sheet chosen by hand', async () => {
    const other = sheetData(row(1, text('A1', 'Ort')), row(2, text('A2', 'Bern')));

    expect(await read(makeXlsx({ sheets: { A: people, B: other } }), { sheet: 'B' })).toEqual([
      { line: 2, cells: ['Bern'] },
    ]);
  });

  it('joins names in two merged rows', async () => {
    const sheet = `${sheetData(
      row(1, text('A1', 'Bewerbungen 2024')),
      row(3, text('A3', 'Name'), text('B3', 'Geschäft'), text('D3', 'Privat')),
      row(4, text('B4', 'Telefon'), text('C4', 'E-Mail'), text('D4', 'Telefon')),
      row(5, text('A5', 'Anna Meier'), text('B5', '044 123 45 67'), text('C5', 'a@x.ch'), text('D5', '079 123 45 67')),
    )}<mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>`;
    const { format, headers, samples } = await inspect(makeXlsx({ sheets: { T: sheet } }));

    expect(format.headerLine).toBe(4);
    expect(headers).toEqual(['Name', 'Geschäft Telefon', 'E-Mail', 'Privat Telefon']);
    expect(samples).toHaveLength(1);
  });

  it('finds the names below a merged title', async () => {
    const sheet = `${sheetData(row(1, text('A1', 'Alle Bewerbungen')), row(3, text('A3', 'Name'), text('B3', 'E-Mail')), row(4, text('A4', 'Anna'), text('B4', 'a@x.ch')))}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;

    expect((await inspect(makeXlsx({ sheets: { T: sheet } }))).format.headerLine).toBe(3);
  });

  it('reads what a real writer writes', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Personen',
          rows: [
            ['Vorname', 'Eintritt', 'PLZ'],
            ['Jörg', new Date(Date.UTC(2024, 2, 12)), 8400],
          ],
        },
      ],
    });
    const path = await dropFile(bytes);
    const { format } = await inspectFile(path, 'personen.xlsx');

    expect(await readAll(path, format)).toEqual([{ line: 2, cells: ['Jörg', '2024-03-12', '8400'] }]);
  });
});
