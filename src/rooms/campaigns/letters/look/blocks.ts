import type { Piece } from '../words/pieces.ts';
import { fixed } from '../words/pieces.ts';
import type { LetterPicture, ReadyBlock } from '../words/ready.ts';
import type { Look } from './look.ts';
import { SANS } from './look.ts';
import { linkHtml, richHtml } from './rich-html.ts';
import type { WordSheet } from './sheet.ts';

/** Width of the letter, and what is left of it between its edges. */
export const SHEET_PX = 600;
export const EDGE_PX = 28;
export const COLUMN_PX = SHEET_PX - 2 * EDGE_PX;
const FACE_PX = 72;

export interface Press {
  look: Look;
  sheet: WordSheet;
}

/** One row of the letter, as wide as the letter: the edges belong to the columns, or Outlook makes it wider. */
export const row = (columns: string, mark = ''): string =>
  `<mj-section padding="0"${mark === '' ? '' : ` css-class="${mark}"`}>${columns}</mj-section>`;

export const column = (inner: string, padding = `0 ${EDGE_PX}px`): string =>
  `<mj-column padding="${padding}" css-class="edge">${inner}</mj-column>`;

/** Two columns that stay beside each other on a phone, too. */
export function pair(left: string, right: string, leftShare: number): string {
  const first = `<mj-column width="${leftShare}%" padding="0 0 0 ${EDGE_PX}px" css-class="left">${left}</mj-column>`;
  const second = `<mj-column width="${100 - leftShare}%" padding="0 ${EDGE_PX}px 0 0" css-class="right">${right}</mj-column>`;
  return `<mj-group>${first}${second}</mj-group>`;
}

interface Text {
  size: number;
  line: number;
  font: string;
  colour: string;
  css: 'ink' | 'quiet';
  below: number;
}

export const text = (inner: string, { size, line, font, colour, css, below }: Text): string =>
  `<mj-text padding="0 0 ${below}px" font-size="${size}px" line-height="${line}px" font-family="${font}" color="${colour}" css-class="${css}">${inner}</mj-text>`;

export const hair = ({ look }: Press, below: number): string =>
  `<mj-text padding="0 0 ${below}px" font-size="1px" line-height="1px" css-class="hair"><p style="margin:0;border-top:1px solid ${look.light.hair};font-size:1px;line-height:1px">&#160;</p></mj-text>`;

const space = (height: number) => `<mj-spacer height="${height}px" />`;

type Of<K extends ReadyBlock['kind']> = Extract<ReadyBlock, { kind: K }>;

interface Place extends Press {
  /** From 0: what stands first is the headline of the page. */
  at: number;
  mark: string;
  before: string;
}
type Writers = { [K in ReadyBlock['kind']]: (block: Of<K>, place: Place) => string };

const WRITERS: Writers = {
  heading: ({ words }, place) => rowOf(place, heading(words, place.at === 0 ? 1 : 2, place)),
  text: ({ words }, place) => rowOf(place, body(words, place, 22)),
  picture: (block, place) => rowOf(place, picture(block, place)),
  button: ({ action }, place) => rowOf(place, button(action, place)),
  item: (block, place) => row(column(item(block, place.before, place)), place.mark),
  person: (block, place) => person(block, place),
  divider: (_, place) => rowOf(place, space(6) + hair(place, 22)),
};

const rowOf = ({ before, mark }: Place, inner: string): string => row(column(before + inner), mark);

/** @param at place in the letter, from 0 */
export function blockMjml(block: ReadyBlock, at: number, press: Press, mark: string): string {
  const before = block.eyebrow === '' ? '' : eyebrow(block.eyebrow, press);
  return write(block, { ...press, at, mark, before });
}

const write = <K extends ReadyBlock['kind']>(block: { [P in K]: Of<P> }[K], place: Place) =>
  WRITERS[block.kind](block, place);

const eyebrow = (words: string, { look, sheet }: Press): string =>
  text(sheet.place([fixed(words)]), {
    size: 13,
    line: 20,
    font: SANS,
    colour: look.light.quiet,
    css: 'quiet',
    below: 4,
  });

function heading(words: readonly Piece[], level: 1 | 2, { look, sheet }: Press, below = level === 1 ? 16 : 10): string {
  const [size, line] = level === 1 ? [27, 34] : [20, 27];
  const tag = `h${level}`;
  const style = `margin:0;font-size:${size}px;line-height:${line}px;font-weight:700`;
  return text(`<${tag} style="${style}">${sheet.place(words)}</${tag}>`, {
    size,
    line,
    font: look.headings,
    colour: look.light.ink,
    css: 'ink',
    below,
  });
}

function body(words: Of<'text'>['words'], { look, sheet }: Press, below: number): string {
  const [size, line] = look.body.startsWith('Georgia') ? [17, 27] : [16, 25];
  return text(richHtml(words, { size, line, link: look.light.link }, sheet), {
    size,
    line,
    font: look.body,
    colour: look.light.ink,
    css: 'ink',
    below,
  });
}

function picture({ picture, alt, link }: Of<'picture'>, { sheet }: Press): string {
  const width = Math.min(picture.width, COLUMN_PX);
  const href = link ? ` href="${sheet.place([link])}"` : '';
  return `<mj-image padding="0 0 22px" align="left" width="${width}px" src="${sheet.place([fixed(picture.url)])}" alt="${sheet.place([fixed(alt)])}"${href} />`;
}

function button({ words, link }: Of<'button'>['action'], { look, sheet }: Press, below = 24): string {
  const { accent, onAccent } = look.light;
  return `<mj-button padding="2px 0 ${below}px" align="left" href="${sheet.place([link])}" background-color="${accent}" color="${onAccent}" font-family="${SANS}" font-size="16px" font-weight="600" line-height="20px" inner-padding="12px 20px" border-radius="4px" css-class="act">${sheet.place(words)}</mj-button>`;
}

/** From the library, or a role: what it is, a few words, one way on. */
function item({ title, facts, words, action }: Of<'item'>, before: string, press: Press): string {
  const { look, sheet } = press;
  const quiet = { size: 14, line: 21, font: SANS, colour: look.light.quiet, css: 'quiet' } as const;
  return [
    hair(press, 18),
    before,
    heading(title, 2, press, 4),
    facts === '' ? '' : text(sheet.place([fixed(facts)]), { ...quiet, below: 6 }),
    words.length === 0 ? '' : body(words, press, 8),
    action ? text(linkHtml(sheet.place(action.words), action.link, look.light.link, sheet), way(press)) : '',
    space(12),
  ].join('');
}

const way = ({ look }: Press): Text => ({
  size: 16,
  line: 25,
  font: SANS,
  colour: look.light.link,
  css: 'ink',
  below: 10,
});

function person(block: Of<'person'>, { before, mark, ...press }: Place): string {
  const { look, sheet } = press;
  const name = text(sheet.place([fixed(block.name)]), {
    size: 17,
    line: 23,
    font: look.headings,
    colour: look.light.ink,
    css: 'ink',
    below: block.role === '' ? 8 : 0,
  });
  const role =
    block.role === ''
      ? ''
      : text(sheet.place([fixed(block.role)]), {
          size: 14,
          line: 21,
          font: SANS,
          colour: look.light.quiet,
          css: 'quiet',
          below: 8,
        });
  const words = name + role + body(block.words, press, 20);
  const opening = row(column(hair(press, 18) + before), mark);
  if (!block.picture) return opening + row(column(words));
  const face = `<mj-image padding="0 12px 12px 0" align="left" width="${FACE_PX}px" border-radius="4px" src="${sheet.place([fixed(block.picture.url)])}" alt="${sheet.place([fixed(block.name)])}" />`;
  return opening + row(pair(face, words, 18));
}

/** Width at which a logo is neither loud nor lost. */
export function logoWidth({ width, height }: LetterPicture): number {
  return Math.round(Math.min(width, 180, (width / height) * 44));
}
