import { invalid } from '#ground/errors/app-error.ts';
import type { FileInspection } from '../types.ts';
import { findFacts } from './cv-facts.ts';
import type { CvReading } from './cv-types.ts';
import { CV_LIMITS } from './limits.ts';
import { guessLanguage } from './text-language.ts';

/**
 * @param pageCount of the file; more than `pages` where the limit cut it
 * @throws AppError inventory.reading.cv_without_text
 */
export function toReading(pages: string[], kind: 'pdf' | 'docx', pageCount: number): CvReading {
  const text = pages.join('\n\n').slice(0, CV_LIMITS.characters);
  // Fewer letters than a short address: pictures of paper, or a page of scanned text with a stamp.
  if (text.replaceAll(/[^\p{L}]/gu, '').length < 30) throw invalid('inventory.reading.cv_without_text');
  const pageOffsets = listPageOffsets(pages);
  return {
    text,
    pageOffsets,
    language: guessLanguage(text),
    proposals: findFacts(text, kind === 'pdf' ? pageOffsets : []),
    warnings: pageWarnings(pages, pageCount),
  };
}

/** Pages are joined by an empty line, hence two characters between them. */
function listPageOffsets(pages: string[]): number[] {
  let offset = 0;
  return pages.map((page) => {
    const start = offset;
    offset += page.length + 2;
    return start;
  });
}

function pageWarnings(pages: string[], pageCount: number): FileInspection['warnings'] {
  if (pageCount <= pages.length) return [];
  return [{ code: 'inventory.reading.cv_pages_left_out', params: { read: pages.length, count: pageCount } }];
}
