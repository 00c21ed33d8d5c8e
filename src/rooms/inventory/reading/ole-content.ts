import type { FileHandle } from 'node:fs/promises';

const NAMES: [string, string][] = [
  ['EncryptedPackage', 'inventory.reading.file_encrypted'],
  ['EncryptionInfo', 'inventory.reading.file_encrypted'],
  ['WordDocument', 'inventory.reading.doc_file'],
  ['__substg1.0_', 'inventory.reading.mail_file'],
];
const DIRECTORY_BYTES = 64 * 1024;

/**
 * OLE containers hold old .xls and .doc files, mails, and new office files that are locked with a password. The names
 * of their streams stand as UTF-16 in a directory whose place is named at byte 48, in sectors of 2^n bytes, n at byte 30.
 * @returns the code of the sentence that says what to do
 */
export async function oleContent(file: FileHandle, head: Buffer): Promise<string> {
  const sectorBytes = 2 ** Math.min(16, head.length > 52 ? head.readUInt16LE(30) : 9);
  const directoryAt = head.length > 52 ? (head.readUInt32LE(48) + 1) * sectorBytes : 0;
  const directory = Buffer.alloc(DIRECTORY_BYTES);
  await file.read(directory, 0, DIRECTORY_BYTES, directoryAt);
  const has = (name: string) => [directory, head].some((bytes) => bytes.includes(Buffer.from(name, 'utf16le')));
  return NAMES.find(([name]) => has(name))?.[1] ?? 'inventory.reading.xls_file';
}
