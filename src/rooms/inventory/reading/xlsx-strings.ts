import { invalid } from '#ground/errors/app-error.ts';
import { RECORD_CHARACTERS, UNPACKED_BYTES } from './limits.ts';
import { decodeOfficeEscapes, decodeXml } from './xml-text.ts';
import { unpackEntry, type ZipArchive, type ZipEntry } from './zip-archive.ts';

/** The text table of a workbook. It is the only part whose size the memory feels: at most 256 MiB of XML. */
export async function readSharedStrings(archive: ZipArchive, entry: ZipEntry): Promise<string[]> {
  const decoder = new TextDecoder();
  const strings: string[] = [];
  let rest = '';
  for await (const chunk of unpackEntry(archive, entry, UNPACKED_BYTES.sharedStrings)) {
    rest = takeItems(rest + decoder.decode(chunk, { stream: true }), strings);
    if (rest.length > RECORD_CHARACTERS) throw invalid('inventory.reading.archive_too_large', { part: entry.name });
  }
  return strings;
}

const ITEM = /<(?:[\w.-]+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?si>)/gu;

/** @returns the text after the last whole item */
function takeItems(xml: string, strings: string[]): string {
  let end = 0;
  for (const match of xml.matchAll(ITEM)) {
    strings.push(readRuns(match[1] ?? ''));
    end = match.index + match[0].length;
  }
  return xml.slice(end);
}

const TEXT = /<(?:[\w.-]+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?t>/gu;
const PHONETIC = /<(?:[\w.-]+:)?rPh[\s>][\s\S]*?<\/(?:[\w.-]+:)?rPh>/gu;

/** Text of a string, formatted runs joined; reading aids for Japanese are left out. */
export function readRuns(xml: string): string {
  const source = xml.includes('rPh') ? xml.replaceAll(PHONETIC, '') : xml;
  let text = '';
  for (const [, run] of source.matchAll(TEXT)) text += run ?? '';
  return decodeOfficeEscapes(decodeXml(text));
}
