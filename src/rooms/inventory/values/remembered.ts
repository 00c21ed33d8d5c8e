const MOST_REMEMBERED = 20_000;

/**
 * The same reading, made once for each text: files repeat their places, days and answers a thousand times.
 * Only for readings that nobody changes afterwards.
 */
export function remembered<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (text.length > LONGEST_TEXT) return read(text);
    const own = copyOf(text);
    const reading = read(own);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(own, reading);
    return reading;
  };
}

/** A cell is a view on the piece of the file that it was cut from, and would keep it in memory. */
export const copyOf = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le');

/** Longer cells are prose and never come twice. */
const LONGEST_TEXT = 120;
