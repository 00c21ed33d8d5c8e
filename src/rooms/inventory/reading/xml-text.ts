const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes the five entities of XML and character references. Entities a document declares itself are never resolved. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex, decimal, name) => {
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

/** Attributes of one tag; values are decoded. */
export function readAttributes(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    if (name) attributes[name] = decodeXml(double ?? single ?? '');
  }
  return attributes;
}

/** All tags with this local name, as attributes; the namespace prefix differs between writers. */
export function listTags(xml: string, localName: string): Record<string, string>[] {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${localName}(?=[\\s/>])([^>]*)>`, 'gu');
  return [...xml.matchAll(tag)].map(([, attributes]) => readAttributes(attributes ?? ''));
}
