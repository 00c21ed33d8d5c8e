import { describe, expect, it } from 'vitest';
import { encode, inspect, read } from './fixtures/temporary-file.ts';

const codes = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code);

describe('CSV exports', () => {
  it('recognises Excel in German: semicolon, Windows-1252, decimal comma', async () => {
    const bytes = encode(
      'Nachname;Vorname;Gehalt;Note\r\nMüller, Dr.;Jörg;"4.500,50 €";1,5\r\nWeiß;Änne;3.200,00 €;2,0\r\n',
      { '€': 0x80 },
    );
    const { format, samples, warnings } = await inspect(bytes);

    expect(format).toEqual({ kind: 'csv', encoding: 'windows-1252', separator: ';', quote: '"', headerLine: 1 });
    expect(samples[0]?.cells).toEqual(['Müller, Dr.', 'Jörg', '4.500,50 €', '1,5']);
    expect(warnings).toEqual([]);
  });

  it.each([
    [',', 'Google Sheets', 'First Name,Last Name,Email\r\nAnna,"Meier, Dr.",a@x.ch\r\nReto,Huber,r@x.ch'],
    ['\t', 'tabs', 'Vorname\tNachname\tMail\nAnna\tMeier; Dr.\ta@x.ch\n'],
    ['|', 'upright lines', 'Vorname|Nachname|Mail\nAnna|Meier|a@x.ch\n'],
    [
      ';',
      'several mails in a cell divided by commas',
      'Name;Mails\nAnna Meier;a@x.ch, b@x.ch\nReto Huber;r@x.ch, s@x.ch\n',
    ],
    [';', 'names turned round in both columns', 'Name;Kontakt\nMeier, Anna;Huber, Reto\nKunz, Eva;Graf, Urs\n'],
  ])('recognises the separator %j: %s', async (separator, _description, text) => {
    const { format, headers } = await inspect(text);

    expect(format).toMatchObject({ separator, headerLine: 1 });
    expect(headers.length).toBeGreaterThan(1);
  });

  it("obeys Excel's own separator line and does not read it as a row", async () => {
    const { format, headers } = await inspect('sep=|\r\nName|Mail\r\nAnna|a@x.ch\r\n');

    expect(format).toMatchObject({ separator: '|', headerLine: 2 });
    expect(headers).toEqual(['Name', 'Mail']);
    expect(await read('sep=;\r\nAnna;a@x.ch\r\nReto;r@x.ch\r\n')).toHaveLength(2);
  });

  it('recognises single quotes around cells', async () => {
    const { format, samples } = await inspect("'Name';'Ort'\n'Meier; Anna';'Bern'\n'O''Hara';'Chur'\n");

    expect(format.quote).toBe("'");
    expect(samples.map((row) => row.cells[0])).toEqual(['Meier; Anna', "O'Hara"]);
  });

  it('finds the names below title, export date and blank lines', async () => {
    const { format, headers, samples } = await inspect(
      'Bewerbungen 2024;;;\r\nExportiert am 12.03.2024;;;\r\n\r\nVorname;Nachname;E-Mail;Ort\r\nAnna;Meier;a@x.ch;Bern\r\n',
    );

    expect(format.headerLine).toBe(4);
    expect(headers).toEqual(['Vorname', 'Nachname', 'E-Mail', 'Ort']);
    expect(samples[0]).toEqual({ line: 5, cells: ['Anna', 'Meier', 'a@x.ch', 'Bern'] });
  });

  it('finds names among which dates stand', async () => {
    const { format } = await inspect('Vorname;Nachname;E-Mail;Messe 12.03.2024\nAnna;Meier;a@x.ch;ja\n');

    expect(format.headerLine).toBe(1);
  });

  it('invents names where the file has none and says so', async () => {
    const inspection = await inspect('Anna;Meier;a@x.ch\nReto;Huber;r@x.ch\n');

    expect(inspection.format.headerLine).toBe(0);
    expect(inspection.headers).toEqual(['Spalte 1', 'Spalte 2', 'Spalte 3']);
    expect(inspection.samples).toHaveLength(2);
    expect(codes(inspection)).toEqual(['inventory.reading.no_header']);
    expect(await read('Anna;Meier;a@x.ch\nReto;Huber;r@x.ch\n')).toHaveLength(2);
  });

  it('takes unknown words above values for names', async () => {
    const { format, warnings } = await inspect('Foo;Bar;Baz\nAnna;Meier;a@x.ch\nReto;Huber;r@x.ch\n');

    expect(format.headerLine).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('asks when names and values look alike', async () => {
    expect(codes(await inspect('Foo;Bar\nAnna;Meier\nReto;Huber\n'))).toEqual(['inventory.reading.header_guessed']);
  });

  it('reads from the line of names chosen by hand', async () => {
    const text = 'Vorname;Nachname\nFirst Name;Last Name\nAnna;Meier\n';
    const { headers } = await inspect(text, { headerLine: 2 });

    expect(headers).toEqual(['First Name', 'Last Name']);
    expect(await read(text, { headerLine: 2 })).toEqual([{ line: 3, cells: ['Anna', 'Meier'] }]);
  });

  it('counts rows that are too long or too short', async () => {
    const { warnings } = await inspect('Vorname;Nachname;Mail\nA;B;a@x.ch\nA;B\nA;B;b@x.ch\n');

    expect(warnings).toEqual([{ code: 'inventory.reading.many_ragged_rows', params: { count: 1, line: 3 } }]);
  });

  it('leaves out empty columns at the end', async () => {
    const { headers } = await inspect('Vorname;Nachname;;;\nAnna;Meier;;;\n');

    expect(headers).toEqual(['Vorname', 'Nachname']);
  });

  it("knows LinkedIn's connections below their notes", async () => {
    const { format, headers, samples } = await inspect(
      'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Meier,https://www.linkedin.com/in/anna,,"Muster, AG",Head of HR,12 Mar 2024\n',
    );

    expect(format).toMatchObject({ kind: 'linkedin', separator: ',', headerLine: 4 });
    expect(headers).toHaveLength(7);
    expect(samples[0]?.cells).toEqual([
      'Anna',
      'Meier',
      'https://www.linkedin.com/in/anna',
      '',
      'Muster, AG',
      'Head of HR',
      '12 Mar 2024',
    ]);
  });
});
