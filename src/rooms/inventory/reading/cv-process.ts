// Entry of the separate process that reads one CV: node cv-process.ts PATH pdf|docx
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { AppError } from '#ground/errors/app-error.ts';
import { toReading } from './cv-reading.ts';
import { readDocxText } from './docx-text.ts';
import { readPdfPages } from './pdf-text.ts';
import type { ExtractionAnswer } from './read-cv.ts';

// Parsers have no business on the network; files may name addresses to be loaded.
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) Reflect.deleteProperty(globalThis, name);

const [path = '', kind = ''] = process.argv.slice(2);
process.send?.(await extract());

async function extract(): Promise<ExtractionAnswer> {
  try {
    if (kind === 'docx') return { kind: 'read', reading: toReading([await readDocxText(path)], 'docx', 1) };
    const { pages, pageCount } = await readPdfPages(await readFile(path));
    return { kind: 'read', reading: toReading(pages, 'pdf', pageCount) };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', code: error.code, params: error.params };
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return {
      kind: 'refused',
      code: isLocked ? 'inventory.reading.cv_encrypted' : 'inventory.reading.cv_unreadable',
      params: {},
    };
  }
}
