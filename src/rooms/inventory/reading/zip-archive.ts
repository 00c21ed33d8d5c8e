import { open, type FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { invalid } from '#ground/errors/app-error.ts';
import { UNPACK_RATIO, ZIP_ENTRIES } from './limits.ts';

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated; others are not used in office files. */
  method: number;
  packedBytes: number;
  /** As the directory claims; a hostile file may lie, so unpacking counts for itself. */
  unpackedBytes: number;
  headerAt: number;
  isEncrypted: boolean;
}

export interface ZipArchive {
  path: string;
  entries: Map<string, ZipEntry>;
}

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const LARGEST_END = 22 + 65_535 + 20;
const DIRECTORY_BYTES = 16 * 1024 * 1024;

/**
 * Reads the directory at the end of a zip archive, nothing is unpacked.
 * @throws AppError inventory.reading.archive_damaged, inventory.reading.archive_too_large
 */
export async function openZip(path: string): Promise<ZipArchive> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const directory = await findDirectory(file, size);
    if (directory.entries > ZIP_ENTRIES || directory.bytes > DIRECTORY_BYTES) throw tooLarge('directory');
    const bytes = await readAt(file, directory.at, directory.bytes);
    return { path, entries: readDirectory(bytes) };
  } finally {
    await file.close();
  }
}

/**
 * Unpacks one part, piece by piece.
 * @param limitBytes how much it may unpack to
 * @throws AppError inventory.reading.archive_too_large as soon as the limit or the pack ratio is passed
 */
export async function* unpackEntry(archive: ZipArchive, entry: ZipEntry, limitBytes: number): AsyncGenerator<Buffer> {
  refuseBomb(entry, entry.unpackedBytes, limitBytes);
  if (entry.isEncrypted) throw invalid('inventory.reading.file_encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw invalid('inventory.reading.archive_damaged');
  if (entry.packedBytes === 0) return;

  let bytes = 0;
  try {
    for await (const chunk of await openContent(archive, entry)) {
      bytes += chunk.length;
      refuseBomb(entry, bytes, limitBytes);
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? invalid('inventory.reading.archive_damaged') : error;
  }
}

/** Leaving the loop over the result closes both streams. */
async function openContent({ path }: ZipArchive, entry: ZipEntry): Promise<AsyncIterable<Buffer>> {
  const start = await findContent(path, entry);
  const packed = createReadStream(path, { start, end: start + entry.packedBytes - 1 });
  if (entry.method === 0) return packed;
  return pipeline(packed, createInflateRaw({ chunkSize: 256 * 1024 }), () => {
    // A broken stream shows its error to the reader of the unpacked side.
  });
}

/** A whole part as text; for the small parts only. */
export async function unpackText(archive: ZipArchive, entry: ZipEntry, limitBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of unpackEntry(archive, entry, limitBytes)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

function refuseBomb(entry: ZipEntry, unpackedBytes: number, limitBytes: number) {
  const isTooTight =
    unpackedBytes > UNPACK_RATIO.fromBytes && unpackedBytes > Math.max(1, entry.packedBytes) * UNPACK_RATIO.most;
  if (unpackedBytes > limitBytes || isTooTight) throw tooLarge(entry.name);
}

const tooLarge = (part: string) => invalid('inventory.reading.archive_too_large', { part: part.slice(0, 80) });

const isZlibError = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

async function findDirectory(file: FileHandle, size: number) {
  const tailAt = Math.max(0, size - LARGEST_END);
  const tail = await readAt(file, tailAt, size - tailAt);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    const large = at >= 20 && tail.readUInt32LE(at - 20) === END64_LOCATOR ? tail.readBigUInt64LE(at - 12) : undefined;
    if (large !== undefined) return readLargeEnd(file, Number(large), size);
    return within(
      { entries: tail.readUInt16LE(at + 10), bytes: tail.readUInt32LE(at + 12), at: tail.readUInt32LE(at + 16) },
      size,
    );
  }
  throw invalid('inventory.reading.archive_damaged');
}

async function readLargeEnd(file: FileHandle, at: number, size: number) {
  if (at > size - 56) throw invalid('inventory.reading.archive_damaged');
  const end = await readAt(file, at, 56);
  const directory = { entries: end.readBigUInt64LE(32), bytes: end.readBigUInt64LE(40), at: end.readBigUInt64LE(48) };
  return within({ entries: Number(directory.entries), bytes: Number(directory.bytes), at: Number(directory.at) }, size);
}

function within(directory: { entries: number; bytes: number; at: number }, size: number) {
  if (directory.at + directory.bytes > size) throw invalid('inventory.reading.archive_damaged');
  return directory;
}

function readDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const nameBytes = bytes.readUInt16LE(at + 28);
    const extraBytes = bytes.readUInt16LE(at + 30);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/');
    const extra = bytes.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
    const entry = {
      name,
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      unpackedBytes: bytes.readUInt32LE(at + 24),
      headerAt: bytes.readUInt32LE(at + 42),
    };
    // The first entry of a name counts: a second one of the same name is a trick to show two readers two files.
    if (!entries.has(name)) entries.set(name, withLargeSizes(entry, extra));
    if (entries.size > ZIP_ENTRIES) throw tooLarge('directory');
    at += 46 + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
  }
  if (entries.size === 0) throw invalid('inventory.reading.archive_damaged');
  return entries;
}

/** ZIP64 puts sizes over 4 GiB, and some writers all sizes, into extra field 1, in this order. */
function withLargeSizes(entry: ZipEntry, extra: Buffer): ZipEntry {
  const sizes = largeSizes(extra);
  const take = (value: number) => (value === 0xffffffff ? Number(sizes.shift() ?? value) : value);
  const unpackedBytes = take(entry.unpackedBytes);
  const packedBytes = take(entry.packedBytes);
  return { ...entry, unpackedBytes, packedBytes, headerAt: take(entry.headerAt) };
}

function largeSizes(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    const sizes: bigint[] = [];
    for (let place = at + 4; place + 8 <= end; place += 8) sizes.push(extra.readBigUInt64LE(place));
    return sizes;
  }
  return [];
}

async function findContent(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, 'r');
  try {
    const header = await readAt(file, entry.headerAt, 30);
    if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw invalid('inventory.reading.archive_damaged');
    return entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead < length) throw invalid('inventory.reading.archive_damaged');
  return bytes;
}
