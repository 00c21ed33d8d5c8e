import { invalid } from '#ground/errors/app-error.ts';
import { UNPACKED_BYTES } from './limits.ts';
import { decodeXml } from './xml-text.ts';
import { openZip, unpackText, type ZipArchive } from './zip-archive.ts';

/**
 * Visible text of a DOCX, header first (names and addresses often stand there). Only the text parts are unpacked: links,
 * pictures, macros and embedded files are never touched. Cells of a table row stand on one line, divided by tabs.
 * @throws AppError inventory.reading.archive_too_large, inventory.reading.cv_unreadable
 */
export async function readDocxText(path: string): Promise<string> {
  const archive = await openZip(path);
  const names = [...archive.entries.keys()];
  const around = (part: string) =>
    names.filter((name) => new RegExp(`^word/${part}\\d*\\.xml$`, 'u').test(name)).sort();
  const parts = [...around('header').slice(0, 3), 'word/document.xml', ...around('footer').slice(0, 3)];
  const texts: string[] = [];
  for (const part of parts) texts.push(await readPart(archive, part));
  return [...new Set(texts.map((text) => text.trim()))].filter(Boolean).join('\n');
}

async function readPart(archive: ZipArchive, name: string): Promise<string> {
  const entry = archive.entries.get(name);
  if (!entry) return '';
  const xml = await unpackText(archive, entry, UNPACKED_BYTES.small);
  // Office never writes a document type; it is where entities that load files or multiply are declared.
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) throw invalid('inventory.reading.cv_unreadable');
  return toText(xml);
}

/** Text boxes stand twice in the file, once as fallback for old programs. */
const FALLBACK = /<mc:Fallback>[\s\S]*?<\/mc:Fallback>/gu;
const TOKEN =
  /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<(w:tab|w:br|w:cr|w:noBreakHyphen)(?=[\s/>])[^>]*>|<\/(w:p|w:tc|w:tr)>/gu;
const SIGNS: Record<string, string> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:p': '\n',
  'w:tr': '\n',
};

function toText(xml: string): string {
  const pieces: string[] = [];
  // Tab stops are declared with the same name as tabs; only those inside text runs count.
  const source = xml.replaceAll(FALLBACK, '').replaceAll(/<w:tabs>[\s\S]*?<\/w:tabs>/gu, '');
  for (const [, text, sign, end] of source.matchAll(TOKEN)) {
    if (end === 'w:tc' && pieces.at(-1) === '\n') pieces[pieces.length - 1] = '\t';
    else pieces.push(text === undefined ? (SIGNS[sign ?? end ?? ''] ?? '') : decodeXml(text));
  }
  return pieces
    .join('')
    .replaceAll(/[ \t]+\n/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n');
}
