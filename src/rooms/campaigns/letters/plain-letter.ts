import type { LetterMaker, ReaderFacts } from '../sending/letters.ts';
import type { LetterLanguage } from '../types.ts';
import { wrap } from './plain/wrap.ts';
import { escapeHtml, oneLine } from './words/clean.ts';

export interface PlainLetter {
  subject: string;
  /** Without formatting; a line break inside one stays, an address becomes a link. */
  paragraphs: readonly string[];
  language: LetterLanguage;
  /** Small below, for letters that a program sends: why it came and how to leave. */
  foot?: readonly FootLine[];
}

export type FootLine = string | { words: string; link: keyof ReaderFacts['links'] };

const LONGEST_SUBJECT = 250;
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'»“”]/g;
const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px';

/** A letter from one person to another: it looks like every other mail of that person, no frame, no colour, no picture. */
export function plainLetter({ subject, paragraphs, language, foot = [] }: PlainLetter): LetterMaker {
  const lines = paragraphs.map((paragraph) => paragraph.split(/\r?\n/).map(oneLine));
  const body = lines.map((some) => `<p style="margin:0 0 14px">${some.map(linked).join('<br>')}</p>`).join('\n');
  const head = `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(oneLine(subject))}</title></head>\n<body style="margin:0;padding:12px;${FONT}">\n${body}\n`;
  const words = lines.map((some) => `${some.map((one) => wrap(one)).join('\n')}\n`).join('\n');
  const oneSubject = oneLine(subject).trim().slice(0, LONGEST_SUBJECT).toWellFormed();
  return {
    conditions: [],
    make: ({ links }) => ({
      subject: oneSubject,
      html: Buffer.from(`${head}${footHtml(foot, links)}</body></html>\n`),
      text: Buffer.from(`${words}${footText(foot, links)}`),
    }),
  };
}

function linked(line: string): string {
  let html = '';
  let at = 0;
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    const words = escapeHtml(address);
    html += `${escapeHtml(line.slice(at, index))}<a href="${words}">${words}</a>`;
    at = index + address.length;
  }
  return html + escapeHtml(line.slice(at));
}

function footHtml(foot: readonly FootLine[], links: ReaderFacts['links']): string {
  if (foot.length === 0) return '';
  const lines = foot.map((line) =>
    typeof line === 'string'
      ? escapeHtml(oneLine(line))
      : `<a href="${escapeHtml(links[line.link])}">${escapeHtml(line.words)}</a>`,
  );
  return `<p style="margin:24px 0 0;font-size:13px;line-height:20px">${lines.join('<br>')}</p>\n`;
}

function footText(foot: readonly FootLine[], links: ReaderFacts['links']): string {
  if (foot.length === 0) return '';
  const lines = foot.map((line) =>
    typeof line === 'string' ? wrap(oneLine(line)) : `${line.words}: ${links[line.link]}`,
  );
  return `\n---\n${lines.join('\n')}\n`;
}
