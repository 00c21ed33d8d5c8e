import { isBlank, tidyText } from './text-form.ts';
import { nameCase } from './name-case.ts';
import { isGivenName, isLeadingFamilyName, isParticle, isSalutation, isTitle, isTrailingTitle } from './name-words.ts';

export type NameOrder = 'first_last' | 'last_first';

/** Every letter of the input stands in exactly one part; `salutation` is read to find the name and not kept. */
export interface PersonName {
  firstName: string;
  lastName: string;
  title?: string;
  birthName?: string;
  salutation?: string;
}

interface NameCells {
  full?: string;
  first?: string;
  last?: string;
  /** How a column of full names without commas is written; a given name at one end decides before it. */
  order?: NameOrder;
}

/** Reads the name cells of one row. A lone word of a full name is a family name. */
export function readPersonName({ full, first, last, order }: NameCells): PersonName {
  const [wholeText, firstText, lastText] = [cell(full), cell(first), cell(last)];
  const firstParts = stripped(firstText);
  if (firstText !== '' && lastText !== '') return joined(firstParts, stripped(lastText));
  if (wholeText !== '') return fromFullName(wholeText, order);
  const isGivenAlone = firstText !== '' && !/[,\s]/.test(firstParts.rest);
  return isGivenAlone ? joined(firstParts, stripped('')) : fromFullName(firstText || lastText, order);
}

/** Splits a full name: `Prof. Dr. Müller-Lüdenscheidt, Hans-Peter`, `Anna von der Au geb. Huber`, `MEIER Anna`. */
export function fromFullName(raw: string, order?: NameOrder): PersonName {
  const parts = stripped(cell(raw));
  if (parts.rest === '') return named(parts, '', '');
  const comma = parts.rest.indexOf(',');
  if (comma > 0 && comma < parts.rest.length - 1) return fromCommaName(parts, comma);
  const words = parts.rest.replace(/^,|,$/g, '').trim().split(' ').filter(Boolean);
  const at = words.length < 2 ? 0 : splitAt(words, order);
  if (at < 0) return named(parts, words.slice(-at).join(' '), words.slice(0, -at).join(' '));
  return named(parts, words.slice(0, at).join(' '), words.slice(at).join(' '));
}

interface Parts {
  rest: string;
  titles: string[];
  salutations: string[];
  birthName?: string;
}

function cell(raw: string | undefined): string {
  const text = raw ? tidyText(raw.slice(0, 400)) : '';
  return isBlank(text) ? '' : text;
}

const BIRTH = /[\s,(/-]+(?:geb\.?|geborene[rn]?|née?|nee|born|n[ée]e)\s*:?\s+([^,()]+)\)?/iu;

function stripped(text: string): Parts {
  const birth = BIRTH.exec(` ${text}`);
  const without = birth ? ` ${text}`.replace(birth[0], ' ').trim() : text;
  const parts: Parts = { rest: '', titles: [], salutations: [], birthName: birth?.[1]?.trim() };
  const words = without.split(' ').filter(Boolean);
  takeLeading(words, parts);
  takeTrailing(words, parts);
  parts.rest = words.join(' ').replace(/,$/, '');
  return parts;
}

/** Never eats the last word: "Dr." alone stays a name. */
function takeLeading(words: string[], parts: Parts): void {
  while (words.length > 1) {
    const word = words[0] ?? '';
    if (isSalutation(word) && !word.endsWith(',')) parts.salutations.push(word);
    else if (isTitle(word) && !word.endsWith(',')) parts.titles.push(word);
    else return;
    words.shift();
  }
}

function takeTrailing(words: string[], parts: Parts): void {
  const titles: string[] = [];
  while (words.length > 1) {
    const [before, word] = words.slice(-2) as [string, string];
    const kind = trailingKind(word, titles.length > 0 || before.endsWith(',') ? 'behind_comma' : 'open');
    if (!kind) break;
    (kind === 'title' ? titles : parts.salutations).unshift(word);
    words.splice(-2, 2, before.replace(/,$/, ''));
  }
  parts.titles.push(...titles);
}

function trailingKind(word: string, place: 'behind_comma' | 'open'): 'title' | 'salutation' | undefined {
  if (isTitle(word)) return 'title';
  if (place === 'open') return undefined;
  if (isTrailingTitle(word)) return 'title';
  return isSalutation(word) ? 'salutation' : undefined;
}

/** `Meier, Dr. Anna`: titles and salutations may stand behind the comma as well. */
function fromCommaName(parts: Parts, comma: number): PersonName {
  const behind = stripped(parts.rest.slice(comma + 1).trim());
  const before = parts.rest.slice(0, comma).trim();
  const merged = mergedParts(parts, behind);
  const particle = /^(.*?\S)((?:\s+(?:von|vom|zu|zum|zur|van|de|der|den|del|di|da|la|le))+)$/iu.exec(behind.rest);
  if (particle) return named(merged, particle[1] ?? '', `${(particle[2] ?? '').trim()} ${before}`);
  return named(merged, behind.rest, before);
}

function mergedParts(one: Parts, other: Parts): Parts {
  return {
    rest: '',
    titles: [...one.titles, ...other.titles],
    salutations: [...one.salutations, ...other.salutations],
    birthName: one.birthName ?? other.birthName,
  };
}

function joined(first: Parts, last: Parts): PersonName {
  const merged = mergedParts(first, last);
  // Two birth names in one row are rare; none is thrown away.
  if (first.birthName && last.birthName && first.birthName !== last.birthName)
    merged.birthName = `${first.birthName} ${last.birthName}`;
  return named(merged, first.rest.replace(/^,|,$/g, '').trim(), last.rest.replace(/^,|,$/g, '').trim());
}

/**
 * Where the family name begins. Negative: the family name stands first and ends there.
 * Given names at the ends decide, then capitals, particles, the column's order, and last the usual "all but the last word".
 */
function splitAt(words: string[], order?: NameOrder): number {
  const shouted = shoutedSplit(words);
  if (shouted !== undefined) return shouted;
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isParticle(word));
  if (isLastFirst(words, order)) return -lastFirstEnd(words);
  if (particle > 0) return particle;
  return givenEnd(words);
}

/** `MEIER Anna` and `Anna MEIER`: the capitals are the family name. */
function shoutedSplit(words: string[]): number | undefined {
  const isLoud = words.map((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word) && !word.includes('.'));
  const first = isLoud.indexOf(true);
  const last = isLoud.lastIndexOf(true);
  if (first < 0 || isLoud.every(Boolean) || isLoud.slice(first, last + 1).includes(false)) return undefined;
  if (first === 0) return -(last + 1);
  const beforeParticle = words.slice(1, first).findIndex((word) => isParticle(word));
  return last === words.length - 1 ? (beforeParticle >= 0 ? beforeParticle + 1 : first) : undefined;
}

function isLastFirst(words: string[], order?: NameOrder): boolean {
  const [first, last] = [words[0], words.at(-1)] as [string, string];
  const endsGiven = isGivenName(last);
  if (endsGiven !== isGivenName(first)) return endsGiven && !words.slice(-2, -1).some(isParticle);
  const isLeading = words.length > 2 && isLeadingFamilyName(first) && !endsGiven;
  return isLeading || order === 'last_first';
}

/** A leading particle belongs to the family name: `von Arx Anna`, `de la Cruz María`. */
function lastFirstEnd(words: string[]): number {
  let end = 1;
  while (end < words.length - 1 && isParticle(words[end - 1] ?? '')) end += 1;
  if (isLeadingFamilyName(words[0] ?? '')) return end;
  const firstGiven = words.findIndex((word, index) => index >= end && isGivenName(word));
  return firstGiven > end ? firstGiven : end;
}

/** Spanish families have two words: what is no given name behind the given names belongs to the family. */
function givenEnd(words: string[]): number {
  let end = 0;
  while (end < words.length - 1 && belongsToGiven(words[end] ?? '')) end += 1;
  return end > 0 ? end : words.length - 1;
}

/** Initials and bracketed call names go with the given names. */
function belongsToGiven(word: string): boolean {
  return isGivenName(word) || /^\p{Lu}\.$/u.test(word) || /^\(.+\)$/.test(word);
}

function named(parts: Parts, firstName: string, lastName: string): PersonName {
  const name: PersonName = { firstName: nameCase(firstName), lastName: nameCase(lastName) };
  if (parts.titles.length > 0) name.title = parts.titles.join(' ').replace(/,$/, '');
  if (parts.salutations.length > 0) name.salutation = parts.salutations.join(' ');
  if (parts.birthName) name.birthName = nameCase(parts.birthName);
  return name;
}
