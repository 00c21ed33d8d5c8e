import { isParticle } from './name-words.ts';

const MAC_NAMES =
  /^mac(donald|kenzie|gregor|arthur|intyre|lean|leod|millan|pherson|farlane|kay|dougall|allister|callum|namara|mahon)$/i;

/** `MÜLLER-LÜDENSCHEIDT`, `anna`, `MCDONALD`, `O'NEILL`, `VON GUNTEN` in their usual case; mixed case stays as it is. */
export function nameCase(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, '');
  const isShouted = letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const isWhispered = letters !== '' && letters === letters.toLowerCase() && letters !== letters.toUpperCase();
  if (!isShouted && !isWhispered) return name;
  return name
    .split(' ')
    .map((word) => (isParticle(word) && name.includes(' ') ? word.toLowerCase() : wordCase(word)))
    .join(' ');
}

function wordCase(word: string): string {
  return word.split('-').map(partCase).join('-');
}

function partCase(part: string): string {
  const mac = MAC_NAMES.exec(part);
  if (mac) return `Mac${capital(mac[1] ?? '')}`;
  if (/^mc\p{L}{2,}$/iu.test(part)) return `Mc${capital(part.slice(2))}`;
  const elided = /^([odl]|dall|dell)(['’])(\p{L}+)$/iu.exec(part);
  return elided ? `${capital(elided[1] ?? '')}${elided[2]}${capital(elided[3] ?? '')}` : capital(part);
}

/** Signs without an upper case of one letter (`ß`, ligatures) stay, so that no letter is lost. */
function capital(part: string): string {
  const at = part.search(/\p{L}/u);
  if (at < 0) return part;
  const first = String.fromCodePoint(part.codePointAt(at) ?? 0);
  const upper = first.toUpperCase().length === first.length ? first.toUpperCase() : first;
  return part.slice(0, at) + upper + part.slice(at + first.length).toLowerCase();
}
