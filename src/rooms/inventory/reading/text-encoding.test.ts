import { describe, expect, it } from 'vitest';
import { encode, inspect, read } from './fixtures/temporary-file.ts';

const table = 'Vorname;Nachname;Straße;Gehalt\r\nJörg;Müller;Große Gasse 1;100 €\r\nZoë;Weiß;Straße 2;200 €\r\n';
const WINDOWS = { '€': 0x80, '–': 0x96, '„': 0x84, '“': 0x93 };
const LATIN9 = { '€': 0xa4, Š: 0xa6, š: 0xa8, ž: 0xb8, œ: 0xbd };

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

const written = [
  ['utf-8', 'UTF-8', Buffer.from(table)],
  ['utf-8', 'UTF-8 with byte order mark', Buffer.from(`\ufeff${table}`)],
  ['utf-16le', 'UTF-16 as Excel saves "Unicode text"', Buffer.from(`\ufeff${table}`, 'utf16le')],
  ['utf-16be', 'UTF-16 big endian', utf16be(`\ufeff${table}`)],
  ['utf-16le', 'UTF-16 without mark', Buffer.from(table, 'utf16le')],
  ['utf-16be', 'UTF-16 big endian without mark', utf16be(table)],
  ['windows-1252', 'Windows-1252 by the byte of the euro sign', encode(table, WINDOWS)],
  ['iso-8859-15', 'ISO-8859-15 by the byte of the euro sign', encode(table, LATIN9)],
] as const;

describe('recognising the encoding', { timeout: 30_000 }, () => {
  it.each(written)('recognises %s: %s', async (encoding, _description, bytes) => {
    const { format, headers, samples } = await inspect(bytes);

    expect(format).toMatchObject({ encoding, separator: ';' });
    expect(headers).toEqual(['Vorname', 'Nachname', 'Straße', 'Gehalt']);
    expect(samples[0]?.cells).toEqual(['Jörg', 'Müller', 'Große Gasse 1', '100 €']);
  });

  it.each(written)('reads %s to the end: %s', async (_encoding, _description, bytes) => {
    expect((await read(bytes)).at(-1)?.cells).toEqual(['Zoë', 'Weiß', 'Straße 2', '200 €']);
  });

  it('takes Windows-1252 where both would read the same', async () => {
    const { format } = await inspect(encode('Name;Ort\r\nJürg;Zürich\r\n', {}));

    expect(format.encoding).toBe('windows-1252');
  });

  it('takes Windows-1252 for curly quotes and dashes', async () => {
    const { format, samples } = await inspect(encode('Name;Notiz\r\nJürg;„gut“ – sehr\r\n', WINDOWS));

    expect(format.encoding).toBe('windows-1252');
    expect(samples[0]?.cells[1]).toBe('„gut“ – sehr');
  });

  it('takes ISO-8859-15 for letters that Windows-1252 has elsewhere', async () => {
    const { format, samples } = await inspect(encode('Name;Ort\r\nAleš;Šibenik\r\nKožar;Zürich\r\n', LATIN9));

    expect(format.encoding).toBe('iso-8859-15');
    expect(samples.map((row) => row.cells[0])).toEqual(['Aleš', 'Kožar']);
  });

  it('finds the first umlaut after megabytes of plain letters', async () => {
    const { format } = await inspect(
      Buffer.concat([Buffer.from(`Name;Ort\n${'Anna;Bern\n'.repeat(300_000)}`), encode('Jürg;Chur\n', {})]),
    );

    expect(format.encoding).toBe('windows-1252');
  });

  it('stays with UTF-8 and warns when a few characters of it are broken', async () => {
    const good = Buffer.from(`Name;Ort\n${'Jürg;Zürich\n'.repeat(50)}`);
    const { format, warnings } = await inspect(Buffer.concat([good, encode('Jürg;Chur\n', {})]));

    expect(format.encoding).toBe('utf-8');
    expect(warnings).toContainEqual({ code: 'inventory.reading.broken_characters', params: { count: 1 } });
  });

  it('warns about umlauts from DOS', async () => {
    const { warnings } = await inspect(encode('Name;Ort\r\nJürg;Zürich\r\n', { ü: 0x81 }));

    expect(warnings.map(({ code }) => code)).toContain('inventory.reading.encoding_unclear');
  });

  it('reads in the encoding chosen by hand', async () => {
    const { samples } = await inspect(encode('Name;Ort\r\nJürg;100 €\r\n', LATIN9), { encoding: 'windows-1252' });

    expect(samples[0]?.cells[1]).toBe('100 ¤');
  });
});
