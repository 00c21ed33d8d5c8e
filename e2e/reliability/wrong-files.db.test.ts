import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createDeflateRaw, crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { appForActor } from '../../src/testing/app-for-actor.ts';
import type { TestHouse } from '../../src/testing/test-house.ts';
import { openTestHouse } from '../../src/testing/test-house.ts';

const MEBI = 1024 * 1024;

let house: TestHouse;
let folder: string;

beforeAll(async () => {
  house = await openTestHouse();
  folder = path.join(house.parts.filesDir, 'imports');
  mkdirSync(folder, { recursive: true });
});
afterAll(() => house.close());

const streamOf = (content: Uint8Array | string) =>
  new Blob([typeof content === 'string' ? content : new Uint8Array(content)]).stream();

/** `times` pieces that are made while they are read. */
function endless(piece: Uint8Array, times: number): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent === times) controller.close();
      else controller.enqueue(piece);
      sent += 1;
    },
  });
}

async function drop(fileName: string, body: ReadableStream) {
  const answer = await appForActor(house.parts, house.actorFor('recruiter')).request(
    `/api/v1/imports?fileName=${encodeURIComponent(fileName)}`,
    {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/octet-stream', 'x-requested-with': 'wiedersehen' },
    } as RequestInit,
  );
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    problem: (await answer.json()) as { code: string; params?: Record<string, unknown> },
  };
}

/** Refused with a whole sentence in both languages, and nothing is left of the file. */
async function expectRefusal(fileName: string, body: ReadableStream): Promise<string> {
  const { status, type, problem } = await drop(fileName, body);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(type).toContain('application/problem+json');
  for (const language of ['de', 'en'] as const) expect(sentenceFor(problem, language)).toMatch(/[.!]$/);
  expect(await house.db.selectFrom('imports').select('id').execute()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
  return problem.code;
}

/** As the browser finds it: `errors.<what>` or `<what>` in the messages of the room. */
function sentenceFor(
  { code, params }: { code: string; params?: Record<string, unknown> },
  language: 'de' | 'en',
): string {
  const [room, what] = [code.slice(0, code.indexOf('.')), code.slice(code.indexOf('.') + 1)];
  const namespace = room === 'http' || room === 'files' ? 'ui' : room;
  const found = [`errors.${what}`, what]
    .map((key) => serverMessages(language)(namespace, key, params))
    .find((sentence) => /[.!]$/.test(sentence));
  return found ?? `no sentence for ${code}`;
}

describe('a file that is no list of people', () => {
  it('is refused when it is empty', async () => {
    expect(await expectRefusal('leer.csv', streamOf(''))).toMatch(/empty/);
  });

  it('is refused when it holds only blanks and line ends', async () => {
    await expectRefusal('leer.csv', streamOf('\r\n \r\n'));
  });

  it('is refused when it is binary junk', async () => {
    const junk = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256);

    expect(await expectRefusal('bewerbungen.csv', streamOf(junk))).toBe('inventory.reading.binary_file');
  });

  it('is refused as one endless line without filling the memory', async () => {
    const before = process.memoryUsage.rss();
    let largest = before;
    const watch = setInterval(() => (largest = Math.max(largest, process.memoryUsage.rss())), 20);

    const code = await expectRefusal('eine-zeile.csv', endless(new Uint8Array(MEBI).fill(97), 1024));
    clearInterval(watch);

    expect(code).toBe('inventory.reading.line_too_long');
    // Half of the file: what passes through on the way varies with the machine, keeping the line would not.
    expect((largest - before) / MEBI).toBeLessThan(512);
  });

  it('is refused when a quotation mark is opened and never closed', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `Müller;Anna ${at};anna${at}@mail.example\r\n`).join('');

    expect(
      await expectRefusal(
        'quote.csv',
        streamOf(`Nachname;Vorname;E-Mail\r\nKeller;"Mara;mara@mail.example\r\n${rows}`),
      ),
    ).toBe('inventory.reading.quote_not_closed');
  });

  it('is refused when it is an old Excel workbook', async () => {
    expect(await expectRefusal('alt.xls', streamOf(oleFile('Workbook')))).toMatch(/xls/);
  });

  it('is refused when it is encrypted', async () => {
    expect(await expectRefusal('geheim.xlsx', streamOf(oleFile('EncryptedPackage')))).toMatch(/encrypted/);
  });

  it('is refused as a workbook that would unpack to gigabytes', async () => {
    const before = process.memoryUsage.rss();

    const code = await expectRefusal('bombe.xlsx', streamOf(await bombWorkbook()));

    expect(code).toMatch(/unpack|bomb|large|packed/);
    expect((process.memoryUsage.rss() - before) / MEBI).toBeLessThan(150);
  });

  it('is refused when it breaks off in the middle of a workbook', async () => {
    await expectRefusal('halb.xlsx', streamOf((await bombWorkbook()).subarray(0, 4000)));
  });
});

/** The smallest compound file with one stream of that name in its directory. */
function oleFile(streamName: string): Uint8Array {
  const file = Buffer.alloc(512 * 4);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.writeUInt32LE(0xfffffffe, 60);
  file.writeUInt32LE(0xfffffffe, 68);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  for (const [index, name] of ['Root Entry', streamName].entries()) {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file[at + 66] = index === 0 ? 5 : 2;
    file.fill(0xff, at + 68, at + 80);
    if (index === 0) file.writeUInt32LE(1, at + 76);
    file.writeUInt32LE(0xfffffffe, at + 116);
  }
  return file;
}

/** One worksheet of 1.5 GB of blanks in about 1.5 MB. */
async function bombWorkbook(): Promise<Uint8Array> {
  const type =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
  const book =
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Tabelle1" sheetId="1" r:id="rId1"/></sheets></workbook>';
  const relations =
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
  const sheet = await packed(
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>',
    1500,
  );
  return zipOf([
    ['[Content_Types].xml', await packed(type, 0)],
    ['xl/workbook.xml', await packed(book, 0)],
    ['xl/_rels/workbook.xml.rels', await packed(relations, 0)],
    ['xl/worksheets/sheet1.xml', sheet],
  ]);
}

interface Packed {
  bytes: Buffer;
  size: number;
  checksum: number;
}

async function packed(start: string, blankMebibytes: number): Promise<Packed> {
  const blank = Buffer.alloc(MEBI, 32);
  const deflate = createDeflateRaw({ level: 9 });
  const parts: Buffer[] = [];
  deflate.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => {
    deflate.once('end', resolve);
  });
  let checksum = crc32(start);
  deflate.write(start);
  for (let count = 0; count < blankMebibytes; count += 1) {
    checksum = crc32(blank, checksum);
    if (!deflate.write(blank))
      await new Promise((resolve) => {
        deflate.once('drain', resolve);
      });
  }
  deflate.end();
  await ended;
  return { bytes: Buffer.concat(parts), size: start.length + blankMebibytes * MEBI, checksum };
}

function zipOf(entries: [string, Packed][]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, { bytes, size, checksum }] of entries) {
    const common = Buffer.alloc(26);
    for (const [at, value] of [
      [0, 20],
      [4, 8],
    ] as const)
      common.writeUInt16LE(value, at);
    for (const [at, value] of [
      [10, checksum],
      [14, bytes.length],
      [18, size],
    ] as const)
      common.writeUInt32LE(value, at);
    common.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, rest, Buffer.from(name));
    offset += 30 + name.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
