import { open } from 'node:fs/promises';
import { invalid } from '#ground/errors/app-error.ts';
import { HEAD_BYTES } from './limits.ts';
import { oleContent } from './ole-content.ts';
import { openZip } from './zip-archive.ts';

/** What a file is by its content. Its ending is only a claim. */
export type ContentKind = 'text' | 'vcard' | 'xlsx' | 'docx' | 'pdf';

export interface FileHead {
  head: Buffer;
  tail: Buffer;
  sizeBytes: number;
}

const ZIP_MARK = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const OLE_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const PDF_MARK = Buffer.from('%PDF-');

/** @throws AppError inventory.reading.file_empty */
export async function readFileHead(path: string): Promise<FileHead> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) throw invalid('inventory.reading.file_empty');
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES));
    await file.read(head, 0, head.length, 0);
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await file.read(tail, 0, tail.length, size - tail.length);
    return { head, tail, sizeBytes: size };
  } finally {
    await file.close();
  }
}

/**
 * @throws AppError when the file is none we read, each with its own sentence: old .xls, ODS, encrypted,
 *   HTML or XML with a table name, picture, other archive, binary junk, two kinds in one
 */
export async function recogniseKind(path: string, { head, tail }: FileHead): Promise<ContentKind> {
  if (head.subarray(0, 4).equals(ZIP_MARK)) return refusePdfInside(head, await zipContent(path));
  if (head.subarray(0, 4).equals(OLE_MARK)) throw invalid(await recogniseOle(path, head));
  if (head.subarray(0, 5).equals(PDF_MARK)) return refuseZipBehind(tail);
  if (head.subarray(0, 1024).includes(PDF_MARK)) throw invalid('inventory.reading.two_kinds');
  return textContent(head);
}

async function recogniseOle(path: string, head: Buffer): Promise<string> {
  const file = await open(path, 'r');
  try {
    return await oleContent(file, head);
  } finally {
    await file.close();
  }
}

function refusePdfInside(head: Buffer, kind: ContentKind): ContentKind {
  if (head.subarray(0, 1024).includes(PDF_MARK)) throw invalid('inventory.reading.two_kinds');
  return kind;
}

/** A PDF may carry attachments, but an archive directory at its very end makes two programs see two files. */
function refuseZipBehind(tail: Buffer): ContentKind {
  const end = tail.lastIndexOf(ZIP_END);
  const hasDirectory = end !== -1 && end + 22 <= tail.length && tail.readUInt16LE(end + 10) > 0;
  const isAtEnd = hasDirectory && end + 22 + tail.readUInt16LE(end + 20) === tail.length;
  if (isAtEnd) throw invalid('inventory.reading.two_kinds');
  return 'pdf';
}

async function zipContent(path: string): Promise<ContentKind> {
  const { entries } = await openZip(path);
  if (entries.has('xl/workbook.bin')) throw invalid('inventory.reading.xlsb_file');
  if (entries.has('word/document.xml')) return 'docx';
  if ([...entries.keys()].some((name) => /^\/?xl\/workbook\d*\.xml$/iu.test(name))) return 'xlsx';
  if (entries.has('EncryptedPackage')) throw invalid('inventory.reading.file_encrypted');
  if (entries.has('mimetype') && entries.has('content.xml')) throw invalid('inventory.reading.open_document');
  if ([...entries.keys()].some((name) => name.endsWith('.numbers') || name.startsWith('Index/'))) {
    throw invalid('inventory.reading.numbers_file');
  }
  throw invalid('inventory.reading.archive_unknown');
}

function textContent(head: Buffer): ContentKind {
  const text = readableStart(head);
  if (/^\s*BEGIN:VCARD/iu.test(text)) return 'vcard';
  if (/^\s*(?:<!doctype html|<html|<table|<meta|<head|<body)/iu.test(text))
    throw invalid('inventory.reading.html_file');
  if (/^\s*<\?xml/iu.test(text)) throw invalid(xmlContent(text));
  if (/^\s*\{\\rtf/u.test(text)) throw invalid('inventory.reading.rtf_file');
  if (/^\s*[[{]\s*["{[]/u.test(text)) throw invalid('inventory.reading.json_file');
  if (text.trim() === '') throw invalid('inventory.reading.file_empty');
  return 'text';
}

function xmlContent(text: string): string {
  if (/<(?:\w+:)?Workbook\b|mso-application progid="Excel/iu.test(text)) return 'inventory.reading.xml_table';
  if (/opendocument/iu.test(text)) return 'inventory.reading.open_document';
  return /<html/iu.test(text) ? 'inventory.reading.html_file' : 'inventory.reading.xml_file';
}

/** The first characters, without knowing the encoding: zero bytes of UTF-16 and byte order marks are left out. */
function readableStart(head: Buffer): string {
  const start = head.subarray(0, 8192);
  if (isBinary(start)) throw invalid('inventory.reading.binary_file');
  return start
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '');
}

/**
 * Text holds no control characters but tab, line ends, form feed and escape, and zero bytes only in the steady
 * every-other-byte pattern of UTF-16.
 */
function isBinary(start: Buffer): boolean {
  const zerosAtEven = countZeros(start, 0);
  const zerosAtOdd = countZeros(start, 1);
  const isUtf16 =
    Math.max(zerosAtEven, zerosAtOdd) > start.length * 0.3 && Math.min(zerosAtEven, zerosAtOdd) < start.length * 0.05;
  const hasMark = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (isUtf16 || hasMark) return false;
  if (zerosAtEven + zerosAtOdd > 0) return true;
  const controls = start.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte)).length;
  return controls > Math.max(2, start.length * 0.005);
}

function countZeros(bytes: Buffer, from: 0 | 1): number {
  let zeros = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros;
}
