/** Line breaks, bullets, full stop, exclamation and question mark. Scanned by an expression, the fastest way through a text. */
const END = /[\n\r•▪●■◦]|[.!?](?=\s|$)/gu;
/** "z.B.", "bzw.", "3." end no sentence. */
const NO_END = /(?:^|[\s.(])(?:\p{L}|\d+|bzw|ca|inkl|etc|Dr|Nr|St|vgl|usw|Kat|Dipl)$/u;
/** A line that ends so goes on in the next one: papers break lines in the middle of sentences. */
const GOES_ON =
  /(?:[,(/]|\b(?:mit|von|in|im|und|oder|für|fuer|ohne|kein|keine|keinen|nicht|auf|zu|zum|zur|als|bei|der|die|das|den|dem|des|with|of|and|or|for|without|no|not|to|the|a|an|in|on|at|as))[ \t]*$/iu;
const BEGINS_SMALL = /^[ \t]*\p{Ll}/u;
const LOOK_BACK = 14;
const LOOK_AHEAD = 12;
/** A longer sentence is a list or a page without full stops: it is shown in part. */
const LONGEST = 400;

export interface Span {
  start: number;
  end: number;
}

export interface Sentence extends Span {
  /** What of it is shown, at most {@link LONGEST} characters around the place. */
  shown: Span;
}

/** Gives the sentence around a place, without the white space around it. Places must come in the order of the text. */
export function sentenceFinder(text: string): (start: number, end: number) => Sentence {
  let current: Span = { start: 0, end: endFrom(text, 0) };
  return (start, end) => {
    while (current.end <= start && current.end < text.length) {
      current = { start: current.end, end: endFrom(text, current.end) };
    }
    const whole = { start: current.start, end: Math.max(current.end, end) };
    return { ...whole, shown: trimmed(text, shortened(whole, start, end)) };
  };
}

/** Where the sentence that begins at `start` ends; its full stop belongs to it. */
function endFrom(text: string, start: number): number {
  END.lastIndex = start;
  for (let found = END.exec(text); found; found = END.exec(text)) {
    const { index } = found;
    if (found[0] === '.' ? !isAbbreviation(text, index) : found[0] !== '\n' || !goesOn(text, start, index))
      return index + 1;
  }
  return text.length;
}

const isAbbreviation = (text: string, at: number) => NO_END.test(text.slice(Math.max(0, at - 6), at));

function goesOn(text: string, start: number, at: number): boolean {
  if (at - start < LOOK_BACK || text.charCodeAt(at + 1) === 10) return false;
  return GOES_ON.test(text.slice(at - LOOK_BACK, at)) || BEGINS_SMALL.test(text.slice(at + 1, at + LOOK_AHEAD));
}

function shortened(sentence: Span, start: number, end: number): Span {
  if (sentence.end - sentence.start <= LONGEST) return sentence;
  const from = Math.max(sentence.start, start - LONGEST / 2);
  return { start: from, end: Math.max(end, Math.min(sentence.end, from + LONGEST)) };
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && text.charCodeAt(from) <= 32) from += 1;
  while (to > from && text.charCodeAt(to - 1) <= 32) to -= 1;
  return { start: from, end: to };
}
