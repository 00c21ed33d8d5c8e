import { invalid } from '#ground/errors/app-error.ts';
import { RECORD_CHARACTERS, UNPACKED_BYTES } from './limits.ts';
import { decodeOfficeEscapes, decodeXml, findElement, namePrefix } from './xml-text.ts';
import { unpackEntry, type ZipArchive, type ZipEntry } from './zip-archive.ts';

/** The text table of a workbook. It is the only part whose size the memory feels: at most 256 MiB of XML. */
export async function readSharedStrings(archive: ZipArchive, entry: ZipEntry): Promise<string[]> {
  const decoder = new TextDecoder();
  const strings: string[] = [];
  let prefix: string | undefined;
  let xml = '';
  for await (const chunk of unpackEntry(archive, entry, UNPACKED_BYTES.sharedStrings)) {
    xml += decoder.decode(chunk, { stream: true });
    prefix ??= namePrefix(xml);
    xml = takeItems(xml, prefix, strings);
    if (xml.length > RECORD_CHARACTERS) throw invalid('inventory.reading.archive_too_large', { part: entry.name });
  }
  return strings;
}

/** @returns the text after the last whole item */
function takeItems(xml: string, prefix: string, strings: string[]): string {
  let end = 0;
  for (let item = findElement(xml, `${prefix}si`, 0); item; item = findElement(xml, `${prefix}si`, end)) {
    strings.push(readRuns(item.body, prefix));
    end = item.end;
  }
  return xml.slice(end);
}

/** Text of a string, formatted runs joined; reading aids for Japanese are left out. */
export function readRuns(xml: string, prefix: string): string {
  const phonetic = xml.indexOf(`<${prefix}rPh`);
  const source = phonetic === -1 ? xml : xml.slice(0, phonetic);
  let text = '';
  for (let run = findElement(source, `${prefix}t`, 0); run; run = findElement(source, `${prefix}t`, run.end))
    text += run.body;
  return decodeOfficeEscapes(decodeXml(text));
}
