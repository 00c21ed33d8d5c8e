import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph } from './fixtures/make-docx.ts';
import { makePdf } from './fixtures/make-pdf.ts';
import { makeXlsx } from './fixtures/make-xlsx.ts';
import { makeZip } from './fixtures/make-zip.ts';
import { inspect } from './fixtures/temporary-file.ts';

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ole = (stream: string) =>
  Buffer.concat([OLE, Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
/** The directory in sector 6000 of 512 bytes, behind the part of the file that is searched otherwise. */
function oleWithFarDirectory(): Buffer {
  const bytes = Buffer.alloc(6010 * 512);
  OLE.copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(6000, 48);
  bytes.write('EncryptedPackage', 6001 * 512, 'utf16le');
  return bytes;
}

const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 7919 + index * 31) % 256));
const workbook = makeXlsx({ sheets: { T: '<sheetData/>' } });

/** 20 MB of blanks as one sheet: packs to 20 kB. */
const bomb = () =>
  makeXlsx({ sheets: { T: `<sheetData><row r="1"><c r="A1"><v>${' '.repeat(20_000_000)}</v></c></row></sheetData>` } });

describe('files that are none we read', { timeout: 30_000 }, () => {
  it.each([
    ['file_empty', 'nothing at all', Buffer.alloc(0)],
    ['file_empty', 'blank lines', '\r\n \r\n\r\n'],
    ['file_empty', 'separators only', ';;;\r\n;;;\r\n'],
    ['file_empty', 'a workbook without cells', workbook],
    ['only_header', 'column names only', 'Vorname;Nachname;E-Mail\r\n'],
    ['binary_file', 'binary junk', noise],
    [
      'binary_file',
      'a picture',
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), noise]),
    ],
    ['file_encrypted', 'a workbook with password', ole('EncryptedPackage')],
    ['xls_file', 'an old workbook', ole('Workbook')],
    ['file_encrypted', 'a large workbook with password, its names far behind', oleWithFarDirectory()],
    ['doc_file', 'an old text', ole('WordDocument')],
    ['mail_file', 'a mail', ole('__substg1.0_0037001F')],
    [
      'html_file',
      'a web page saved as .xls',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Name</td></tr></table></html>',
    ],
    ['xml_table', 'a workbook of 2003', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['json_file', 'JSON', '[{"name": "Anna"}]'],
    ['rtf_file', 'RTF', '{\\rtf1 Anna}'],
    [
      'open_document',
      'a LibreOffice table',
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<x/>' },
      ]),
    ],
    ['xlsb_file', 'a binary workbook', makeZip([{ name: 'xl/workbook.bin', content: 'x' }])],
    ['archive_unknown', 'an archive of pictures', makeZip([{ name: 'a.jpg', content: 'x' }])],
    ['archive_damaged', 'a workbook cut in half', workbook.subarray(0, workbook.length / 2)],
    ['two_kinds', 'a PDF behind other content', `Name;Ort\n%PDF-1.4\n${'x'.repeat(100)}`],
    [
      'two_kinds',
      'a PDF that is an archive too',
      Buffer.concat([makePdf([[{ text: 'Anna', x: 10, y: 10 }]]), workbook]),
    ],
    ['quote_not_closed', 'a quote that is never closed', 'Name;Ort\n"Anna;Bern\nReto;Chur\n'],
    ['line_too_long', 'one endless line', 'x'.repeat(3_000_000)],
  ])('says %s for %s', async (what, _description, content) => {
    await expect(inspect(content)).rejects.toMatchObject({ kind: 'invalid', code: `inventory.reading.${what}` });
  });

  it('does not unpack a zip bomb', async () => {
    await expect(inspect(bomb())).rejects.toMatchObject({ code: 'inventory.reading.archive_too_large' });
  });

  it('stops unpacking when the directory lied about the size', async () => {
    const lying = makeZip([
      { name: 'xl/workbook.xml', content: ' '.repeat(20_000_000), claimedBytes: 1000 },
      { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships/>' },
    ]);

    await expect(inspect(lying)).rejects.toMatchObject({ code: 'inventory.reading.archive_too_large' });
  });

  it('is not kept busy by markup that never ends', async () => {
    const opened = '<c>'.repeat(1_000_000);
    const content = makeXlsx({
      sheets: { T: `<sheetData><row r="1">${opened}</row></sheetData>` },
      strings: ['<t>'.repeat(200_000)],
    });

    await expect(inspect(content)).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('does not make room for a cell far to the right', async () => {
    const sheet = '<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>';

    await expect(inspect(makeXlsx({ sheets: { T: sheet } }))).rejects.toMatchObject({
      code: 'inventory.reading.archive_damaged',
    });
  });
});

describe('endings', { timeout: 30_000 }, () => {
  const ending = (ending: string, kind: string) => ({
    code: 'inventory.reading.ending_differs',
    params: { ending, kind },
  });

  it('reads by content and warns about a wrong ending', async () => {
    const { format, warnings } = await inspect('Name;Mail\nAnna;a@x.ch\n', {}, 'export.xls');

    expect(format.kind).toBe('csv');
    expect(warnings).toEqual([ending('.xls', 'CSV')]);
  });

  it('reads a text document with the ending of a PDF', async () => {
    const body = paragraph('Anna Meier, Projektleiterin in Winterthur bei Muster AG');
    const { format, warnings } = await inspect(makeDocx(body), {}, 'lebenslauf.pdf');

    expect(format.kind).toBe('cv');
    expect(warnings).toEqual([ending('.pdf', 'DOCX')]);
  });
});
