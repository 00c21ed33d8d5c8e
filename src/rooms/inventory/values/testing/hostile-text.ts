import * as fc from 'fast-check';

/** Letters with marks, invisible and control characters, half surrogates, other scripts, signs that mean something somewhere. */
const SIGNS = [
  'a', 'Z', 'ä', 'ß', 'İ', 'ı', 'é', '1', '0', '9', '٣', '王', 'م', '😀', ' ', '\t', '\n', '\0', '\u00a0', '\u200b', '\u202e', '\ufeff', '\ud800', '\u0301',
  '.', ',', ';', ':', '-', '–', '/', '\\', '|', '@', '+', '(', ')', '[', ']', '{', '}', '<', '>', '"', "'", '’', '=', '%', '$', '&', '#', '*', '?', '_', '~', '^', '`',
]; // prettier-ignore

/** Short texts of the worst signs, and words that break naive tables. */
export const hostileText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 40 }),
  fc.string(),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '='.repeat(500),
    '1'.repeat(2_000),
    ' '.repeat(2_000),
    '(((((((((((',
    'a@'.repeat(300),
    'a-'.repeat(300),
    '. '.repeat(500),
  ),
);
