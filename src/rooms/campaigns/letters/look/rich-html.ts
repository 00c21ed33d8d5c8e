import type { Piece } from '../words/pieces.ts';
import type { ReadyParagraph, ReadyRuns } from '../words/ready.ts';
import type { WordSheet } from './sheet.ts';

/** How words of a paragraph are written: Outlook reads only what stands at the element itself. */
export interface RichStyle {
  size: number;
  line: number;
  link: string;
}

/** Paragraphs and lists as HTML inside one text element; every word is a place on the sheet. */
export function richHtml(words: readonly ReadyParagraph[], style: RichStyle, sheet: WordSheet): string {
  return words.map((part, i) => partHtml(part, { style, sheet, isLast: i === words.length - 1 })).join('');
}

interface Setting {
  style: RichStyle;
  sheet: WordSheet;
  isLast: boolean;
}

function partHtml(part: ReadyParagraph, { style, sheet, isLast }: Setting): string {
  const below = isLast ? 0 : 12;
  const font = `font-size:${style.size}px;line-height:${style.line}px`;
  if (part.kind === 'paragraph')
    return `<p style="margin:0 0 ${below}px;${font}">${runsHtml(part.runs, style, sheet)}</p>`;
  const tag = part.kind === 'bullets' ? 'ul' : 'ol';
  const items = part.items.map((runs) => `<li style="margin:0 0 6px;${font}">${runsHtml(runs, style, sheet)}</li>`);
  return `<${tag} style="margin:0 0 ${below}px;padding:0 0 0 22px">${items.join('')}</${tag}>`;
}

function runsHtml(runs: ReadyRuns, style: RichStyle, sheet: WordSheet): string {
  return runs
    .map((run) => {
      if (run === 'break') return '<br />';
      const words = emphasised(sheet.place(run.pieces), run);
      return run.link ? linkHtml(words, run.link, style.link, sheet) : words;
    })
    .join('');
}

function emphasised(words: string, { isBold, isItalic }: { isBold: boolean; isItalic: boolean }): string {
  const italic = isItalic ? `<em>${words}</em>` : words;
  return isBold ? `<strong>${italic}</strong>` : italic;
}

export const linkHtml = (words: string, link: Piece, colour: string, sheet: WordSheet): string =>
  `<a href="${sheet.place([link])}" style="color:${colour};text-decoration:underline">${words}</a>`;
