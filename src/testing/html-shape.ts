/** A tag of a page, as a browser reads it. */
export interface Tag {
  name: string;
  isEnd: boolean;
  attributes: Record<string, string>;
}

const EMPTY = new Set(['meta', 'br', 'img', 'link', 'hr', 'input', 'o:AllowPNG']);
const RAW = new Set(['style', 'script', 'title']);
const TAG = /^<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*\/?>/;

/**
 * All tags in their order. Strict where browsers are lenient: every sign that opens a tag opens one, every value stands between quotes.
 * @throws with the place of the first thing that is no page
 */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const page = html.replaceAll(/<!--[\s\S]*?-->/g, '').replace(/^<!doctype html>/i, '');
  for (let at = page.indexOf('<'); at !== -1; at = page.indexOf('<', at + 1)) {
    const [whole, slash, name = '', attributes = ''] = TAG.exec(page.slice(at)) ?? [];
    if (whole === undefined) throw new Error(`No tag: ${page.slice(at, at + 80)}`);
    tags.push({ name, isEnd: slash === '/', attributes: attributesIn(attributes) });
    if (RAW.has(name) && slash === '') at = page.indexOf(`</${name}`, at) - 1;
  }
  return tags;
}

const attributesIn = (words: string): Record<string, string> =>
  Object.fromEntries(
    [...words.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );

/** The first tag that is not closed in its place; undefined when all are. */
export function unclosed(html: string): string | undefined {
  const open: string[] = [];
  for (const { name, isEnd } of tagsOf(html)) {
    if (EMPTY.has(name)) continue;
    if (!isEnd) open.push(name);
    else if (open.pop() !== name) return name;
  }
  return open.at(-1);
}

/** The page as Outlook reads it: what is written for it alone is there, what is hidden from it is not. */
export const outlookView = (html: string): string =>
  html
    .replaceAll(/<!--\[if !mso\]><!-->[\s\S]*?<!--<!\[endif\]-->/g, '')
    .replaceAll(/<!--\[if (?:mso \| IE|mso|lte mso 11)\]>([\s\S]*?)<!\[endif\]-->/g, '$1');

/** What a reader reads, in one line. */
export const wordsOf = (html: string): string =>
  decoded(
    html
      .replaceAll(/<!--[\s\S]*?-->/g, '')
      .replaceAll(/<(style|script|title)[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]*>/g, ' '),
  )
    .replaceAll(/\s+/g, ' ')
    .trim();

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function decoded(words: string): string {
  return words.replaceAll(/&(#?)(\w+);/g, (whole, isNumber: string, name: string) =>
    isNumber === '#' ? String.fromCodePoint(Number(name)) : (NAMED[name] ?? whole),
  );
}
