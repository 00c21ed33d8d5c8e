/** Comments that only Word reads, its styles, and whatever else is no text. */
const NOT_TEXT = [
  /<!--\[if[\s\S]*?<!\[endif\]-->/gi,
  /<!--[\s\S]*?-->/g,
  /<!\[(?:if|endif)[^\]>]*\]>/gi,
  /<(style|script|xml|head|title|meta|link)\b[^>]*>[\s\S]*?<\/\1>/gi,
  /<(?:meta|link|base)\b[^>]*>/gi,
  /<\/?(?:o|w|m|v|st1):[^>]*>/gi,
];
const LIST_PARAGRAPH = /<p\b[^>]*class=["']?MsoListParagraph[^>]*>([\s\S]*?)<\/p>/gi;
/** What Word draws before the words of a list: a sign or a number, then blanks. */
const DRAWN = /^\s*(?:<[^>]+>|\s|&nbsp;)*(?:[·•§o▪-]|\(?(\d{1,3}|[a-z])[.)])(?:<[^>]+>|\s|&nbsp;|\u00a0)+/i;

/**
 * HTML from Word, Outlook and mail programs, without what only they understand: conditional comments go, and paragraphs that Word draws
 * as a list become a list. Fonts, colours and tables are dropped by the editor itself, which knows no such things.
 */
export function cleanPasted(html: string): string {
  const text = NOT_TEXT.reduce((rest, pattern) => rest.replaceAll(pattern, ''), html);
  return joinLists(text.replaceAll(LIST_PARAGRAPH, (_, inner: string) => listItem(inner)))
    .replaceAll(/<p\b[^>]*>(?:\s|&nbsp;|\u00a0|<br[^>]*>|<\/?span[^>]*>)*<\/p>/gi, '')
    .replaceAll(/&nbsp;|\u00a0/g, ' ');
}

function listItem(inner: string): string {
  const number = DRAWN.exec(inner)?.[1];
  const words = inner.replace(DRAWN, '').trim();
  const list = number === undefined ? 'ul' : 'ol';
  return `<${list}><li><p>${words}</p></li></${list}>`;
}

/** Lists that stand directly behind each other are one. */
const joinLists = (html: string): string => html.replaceAll(/<\/(ul|ol)>\s*<\1>/g, '');
