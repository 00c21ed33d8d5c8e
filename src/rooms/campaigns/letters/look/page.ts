import { Engine } from 'mrml';
import type { Piece } from '../words/pieces.ts';
import { fixed } from '../words/pieces.ts';
import type { LetterPicture, ReadyBlock } from '../words/ready.ts';
import type { Press } from './blocks.ts';
import { blockMjml, column, EDGE_PX, hair, logoWidth, pair, row, SHEET_PX, text } from './blocks.ts';
import { SANS, styleOf } from './look.ts';
import { linkHtml } from './rich-html.ts';

/** What stands around the blocks. */
export interface Frame {
  /** `de`, `de-CH` or `en`. */
  locale: string;
  subject: Piece[];
  preheader: string;
  company: string;
  logo: LetterPicture | undefined;
  /** Small at the head: what the letter is about. */
  about: string;
  foot: FootWords | undefined;
}

export interface FootWords {
  whyTitle: string;
  why: Piece;
  links: { words: string; link: Piece }[];
  /** Lines of the company, its postal address, and what we don't measure. */
  lines: string[];
}

/** HTML in parts, so that blocks can be left out for some. */
export interface PageParts {
  head: Piece[];
  /** In the order of the blocks. */
  blocks: Piece[][];
  tail: Piece[];
}

const engine = new Engine();
engine.setRenderOptions({ disableComments: true, socialIconOrigin: null, fonts: {} });

/** Renders a letter once, with all of its blocks, and cuts it where they begin. */
export function pageParts(blocks: readonly ReadyBlock[], frame: Frame, press: Press): PageParts {
  const result = engine.toHtml(pageMjml(blocks, frame, press));
  if (result.type === 'error') throw new Error(`The letter cannot be rendered: ${result.message}`);
  const parts = cut(settle(result.content), press).map((html) => press.sheet.fill(clear(html, press)));
  return { head: parts[0] ?? [], blocks: parts.slice(1, -1), tail: parts.at(-1) ?? [] };
}

function pageMjml(blocks: readonly ReadyBlock[], frame: Frame, press: Press): string {
  const { look, sheet } = press;
  const preview = frame.preheader === '' ? '' : `<mj-preview>${sheet.place([fixed(frame.preheader)])}</mj-preview>`;
  const body = blocks.map((block, i) => blockMjml(block, i, press, sheet.mark(i))).join('');
  return `<mjml lang="${frame.locale}"><mj-head><mj-title>${sheet.place(frame.subject)}</mj-title>${preview}<mj-style>${styleOf(look)}</mj-style></mj-head><mj-body width="${SHEET_PX}px" background-color="${look.light.paper}" css-class="paper">${headMjml(frame, press)}${body}${footMjml(frame, press, sheet.mark(blocks.length))}</mj-body></mjml>`;
}

/** The company, what it is about, and the line that swells: a cell with a colour, nothing is fetched for it. */
function headMjml({ company, logo, about }: Frame, press: Press): string {
  const { look, sheet } = press;
  const name = logo
    ? `<mj-image padding="0" align="left" width="${logoWidth(logo)}px" src="${sheet.place([fixed(logo.url)])}" alt="${sheet.place([fixed(company)])}" css-class="logo" />`
    : text(`<strong>${sheet.place([fixed(company)])}</strong>`, {
        size: 17,
        line: 24,
        font: SANS,
        colour: look.light.ink,
        css: 'ink',
        below: 0,
      });
  const topic = `<mj-text align="right" padding="3px 0 0" font-size="13px" line-height="20px" font-family="${SANS}" color="${look.light.quiet}" css-class="quiet">${sheet.place([fixed(about)])}</mj-text>`;
  const top = about === '' ? column(name) : pair(name, topic, 60);
  const swell = `<mj-column inner-background-color="${look.light.accent}" inner-border-radius="50%" padding="10px ${EDGE_PX}px 22px" css-class="swell edge"><mj-spacer height="5px" /></mj-column>`;
  return row(column('<mj-spacer height="24px" />')) + row(top) + row(swell);
}

function footMjml({ foot }: Frame, press: Press, mark: string): string {
  const end = '<mj-spacer height="32px" />';
  if (!foot) return row(column(end), mark);
  const { look, sheet } = press;
  const quiet = { size: 13, line: 20, font: SANS, colour: look.light.quiet, css: 'quiet', below: 12 } as const;
  const place = (words: string) => sheet.place([fixed(words)]);
  const links = foot.links
    .map(
      ({ words, link }) =>
        `<span style="white-space:nowrap">${linkHtml(place(words), link, look.light.link, sheet)}</span>`,
    )
    .join('&#160;&#160;&#160; ');
  const inner = [
    '<mj-spacer height="14px" />',
    hair(press, 18),
    text(`<strong>${place(foot.whyTitle)}</strong> ${sheet.place([foot.why])}`, quiet),
    text(links, { ...quiet, line: 28 }),
    text(foot.lines.map((line) => `<p style="margin:0 0 4px">${place(line)}</p>`).join(''), { ...quiet, below: 0 }),
    end,
  ];
  return row(column(inner.join('')), mark);
}

/** What the framework has no word for: that the letter knows a dark look of its own, and that numbers are no links. */
const SETTINGS =
  '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="x-apple-disable-message-reformatting"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no">';
const settle = (html: string): string => html.replace('<head>', `<head>${SETTINGS}`);

/** Every block begins with the table that Outlook needs around it. */
const OPENING = '<!--[if mso | IE]><table';

function cut(html: string, { sheet }: Press): string[] {
  const starts: number[] = [];
  for (const { index, 1: number } of html.matchAll(sheet.marks))
    if (Number(number) === starts.length) starts.push(html.lastIndexOf(OPENING, index));
  return [0, ...starts].map((start, i, all) => html.slice(start, all[i + 1]));
}

/** Marks have done their work; classes for Outlook's own tables name nothing. */
const clear = (html: string, { sheet }: Press): string =>
  html
    .replaceAll(/ class="[^"]*-outlook"/g, '')
    .replaceAll(sheet.marks, '')
    .replaceAll('class=" ', 'class="');
