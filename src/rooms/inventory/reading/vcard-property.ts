export interface CardProperty {
  /** Upper case, without the group ("item1."). */
  name: string;
  /** Upper case; 2.1 writes them bare (`TEL;CELL`), 3.0 and 4.0 as `TYPE=`. */
  types: string[];
  /** Still escaped. */
  value: string;
}

/** Reads one unfolded line; pictures, sounds and keys are dropped here. */
export function readCardProperty(line: string): CardProperty | undefined {
  const found = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):([\s\S]*)$/u.exec(line);
  const name = found?.[1]?.toUpperCase();
  if (!found || !name || ['PHOTO', 'LOGO', 'SOUND', 'KEY', 'AGENT', 'VERSION'].includes(name)) return undefined;
  const parameters = (found[2] ?? '').split(';').filter(Boolean);
  return { name, types: listTypes(parameters), value: decodeValue(found[3] ?? '', parameters) };
}

function listTypes(parameters: string[]): string[] {
  return parameters
    .filter((one) => !one.includes('=') || /^type=/iu.test(one))
    .flatMap((one) =>
      one
        .replace(/^type=/iu, '')
        .replaceAll('"', '')
        .toUpperCase()
        .split(','),
    );
}

function decodeValue(value: string, parameters: string[]): string {
  const encoding = parameters.map((one) => one.replace(/^encoding=/iu, '').toUpperCase());
  if (!encoding.includes('QUOTED-PRINTABLE')) return value;
  const bytes = quotedPrintableBytes(value);
  const charset = parameters.find((one) => /^charset=/iu.test(one))?.slice(8) ?? 'utf-8';
  return decodeBytes(bytes, charset);
}

/** Characters outside ASCII do not belong into quoted-printable; old phones write them all the same. */
function quotedPrintableBytes(value: string): Buffer {
  const parts = value.split(/(=[\da-f]{2})/iu);
  return Buffer.concat(
    parts.map((part) => (/^=[\da-f]{2}$/iu.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part, 'utf8'))),
  );
}

/** A charset nobody knows, or one that is a lie, is read as Windows-1252. */
function decodeBytes(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset.trim(), { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Splits at separators that no backslash escapes. */
export function splitEscaped(value: string, separator: string): string[] {
  const parts: string[] = [''];
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? '';
    if (character === separator) parts.push('');
    else parts[parts.length - 1] += character === '\\' ? character + (value[(at += 1)] ?? '') : character;
  }
  return parts;
}

export const unescapeValue = (value: string) =>
  value.replaceAll(/\\([nN;,:\\])/gu, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));
