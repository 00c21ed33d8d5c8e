import type { Span } from './sentences.ts';

/** A line that is nothing but one of these begins a part of a paper in which things are wished. */
const WISHING =
  /^[ \t]*(?:interessen|interessensgebiete|lernziele|lernwünsche|das möchte ich lernen|was ich lernen möchte|interests|learning goals|want to learn|what i want to learn)[ \t]*:?[ \t]*$/gimu;
const ENDS =
  /\n[ \t\r]*\n|^[ \t]*(?:beruf\w*|berufserfahrung|ausbildung|bildung|kenntnisse|fähigkeiten|sprachen|weiterbildung|experience|work experience|education|skills|languages|training|certificates|zertifikate)[ \t]*:?[ \t]*$/gimu;
const MAY_WISH = /interes|lern|learn/iu;

/** Parts of a paper under a heading such as "Interessen". */
export function wishedParts(text: string): Span[] {
  if (!MAY_WISH.test(text)) return [];
  return Array.from(text.matchAll(WISHING), ({ index, 0: heading }) => {
    ENDS.lastIndex = index + heading.length + 1;
    return { start: index + heading.length, end: ENDS.exec(text)?.index ?? text.length };
  });
}
