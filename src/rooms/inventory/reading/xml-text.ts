const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes the five entities of XML and character references. Entities a document declares itself are never resolved. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,8}));/giu, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? '\ufffd' : String.fromCodePoint(point);
  });
}

/** Office writes control characters as `_x000D_`, and a literal `_x000D_` as `_x005F_x000D_`. */
export const decodeOfficeEscapes = (text: string) =>
  text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/giu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** An element found in XML text. Names carry their prefix. */
export interface XmlElement {
  /** Text of the tag between name and ">". */
  tag: string;
  /** Empty for `<name/>`. */
  body: string;
  end: number;
}

/** Some writers put one namespace prefix before all names of a part ("x:"); its first tag shows it. */
export function namePrefix(xml: string): string {
  return /<([A-Za-z_][\w.-]{0,30}:)?[A-Za-z_]/u.exec(xml.slice(0, 4096))?.[1] ?? '';
}

/**
 * The next whole element of this name; elements of the same name never stand inside each other in the parts we read.
 * Searching only ever goes forward: patterns over a whole part can be made to take hours by a hostile file.
 */
export function findElement(xml: string, name: string, from: number): XmlElement | undefined {
  const opening = findOpening(xml, name, from);
  if (!opening || opening.tag.endsWith('/')) return opening && { ...opening, body: '' };
  const close = `</${name}>`;
  const bodyEnd = xml.indexOf(close, opening.end);
  if (bodyEnd === -1) return undefined;
  return { tag: opening.tag, body: xml.slice(opening.end, bodyEnd), end: bodyEnd + close.length };
}

function findOpening(xml: string, name: string, from: number): { tag: string; end: number } | undefined {
  const open = `<${name}`;
  let at = xml.indexOf(open, from);
  while (at !== -1 && !isNameEnd(xml.charCodeAt(at + open.length))) at = xml.indexOf(open, at + open.length);
  const tagEnd = at === -1 ? -1 : xml.indexOf('>', at);
  return tagEnd === -1 ? undefined : { tag: xml.slice(at + open.length, tagEnd), end: tagEnd + 1 };
}

/** Blank, tab, line ends, "/" or ">": the name is not the beginning of a longer one. */
const isNameEnd = (code: number) =>
  code === 0x3e || code === 0x20 || code === 0x2f || code === 0x0a || code === 0x0d || code === 0x09;

/** All opening tags of this name in a part, as attributes. */
export function listTags(xml: string, localName: string): Record<string, string>[] {
  const name = namePrefix(xml) + localName;
  const tags: Record<string, string>[] = [];
  for (let found = findOpening(xml, name, 0); found; found = findOpening(xml, name, found.end)) {
    tags.push(readAttributes(found.tag));
  }
  return tags;
}

/** Attributes of one tag; values are decoded. */
function readAttributes(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of tag.matchAll(/(?<=\s)([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    if (name) attributes[name] = decodeXml(double ?? single ?? '');
  }
  return attributes;
}
