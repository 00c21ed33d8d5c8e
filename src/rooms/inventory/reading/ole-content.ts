/**
 * OLE containers hold old .xls and .doc files, mails, and new office files that are locked with a password. The names
 * of their streams stand in the directory as UTF-16; its sectors may lie anywhere, so the names are searched.
 * @returns the code of the sentence that says what to do
 */
export function oleContent(head: Buffer): string {
  const has = (name: string) => head.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'inventory.reading.file_encrypted';
  if (has('WordDocument')) return 'inventory.reading.doc_file';
  if (has('__substg1.0_')) return 'inventory.reading.mail_file';
  return 'inventory.reading.xls_file';
}
