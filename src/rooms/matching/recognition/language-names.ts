import type { Directory } from '../directory/types.ts';
import { normalise } from '../text/tokens.ts';
import { eachLabel, isGermanOrEnglish } from './each-label.ts';

/** Languages that a demand may name by two letters. */
const CODES =
  'af am ar az be bg bn bs ca cs da de el en es et fa fi fr ga ha he hi hr hu hy id is it ja ka kk km ko ku lb lo lt lv mk mn ms my ne nl no pa pl ps pt rm ro ru si sk sl so sq sr sv sw ta te th ti tl tr uk ur uz vi zh'.split(
    ' ',
  );

export interface LanguageNames {
  conceptOf: ReadonlyMap<string, number>;
  codeOf: ReadonlyMap<number, string>;
}

/** Which concept of the directory is the language "de"? Found by its name, in English or German. */
export function languageNames(directory: Directory): LanguageNames {
  const byName = namesOfSkills(directory);
  const names = ['en', 'de'].map((reader) => new Intl.DisplayNames([reader], { type: 'language' }));
  const conceptOf = new Map<string, number>();
  const codeOf = new Map<number, string>();
  for (const code of CODES) {
    const found = names.flatMap((name) => byName.get(normalise(name.of(code) ?? '')) ?? [])[0];
    if (found === undefined) continue;
    conceptOf.set(code, found);
    if (!codeOf.has(found)) codeOf.set(found, code);
  }
  return { conceptOf, codeOf };
}

function namesOfSkills(directory: Directory): Map<string, number> {
  const found = new Map<string, number>();
  for (const { concept, conceptKind, text, language, isOfLanguage } of eachLabel(directory)) {
    if (conceptKind !== 'skill' || !isGermanOrEnglish(language)) continue;
    const name = normalise(text);
    if (isOfLanguage || !found.has(name)) found.set(name, concept);
  }
  return found;
}
