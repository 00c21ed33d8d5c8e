const MEBI = 1024 * 1024;

/** Bytes read for recognising a file; enough for 200 rows of any export seen so far. */
export const HEAD_BYTES = 2 * MEBI;

/** Characters one CSV record or one XLSX row may have. Longer ones are no table: refused before they fill the memory. */
export const RECORD_CHARACTERS = MEBI;

/** Rows shown and used for recognition. */
export const SAMPLE_ROWS = 200;

/** Title lines above the column names are looked for this far down. */
export const HEADER_SEARCH_ROWS = 40;

/**
 * Bytes a part of a zip archive may unpack to. Worksheets are streamed, so theirs is a limit of time;
 * shared strings and styles stand in memory.
 */
export const UNPACKED_BYTES = { sheet: 4096 * MEBI, sharedStrings: 256 * MEBI, small: 32 * MEBI };

/**
 * Real worksheets pack 10 to 60 to 1. DEFLATE ends at about 1000 to 1, and only hostile files come near.
 * Small parts may be packed tighter without doing harm.
 */
export const UNPACK_RATIO = { most: 250, fromBytes: 16 * MEBI };

/** A workbook has some dozens of parts; a directory of more than this is an attack on the reader. */
export const ZIP_ENTRIES = 20_000;

/** Limits of the separate process that reads CVs. */
export const CV_LIMITS = { fileBytes: 25 * MEBI, pages: 60, characters: 400_000, timeoutMs: 20_000, memoryMb: 256 };

/** Limits of one vCard, photo included. */
export const CARD_CHARACTERS = 8 * MEBI;
