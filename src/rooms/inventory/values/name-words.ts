import givenNames from './given-names.json' with { type: 'json' };
import { foldText } from './text-form.ts';

const folded = (words: string) => new Set(words.split(' ').map((word) => foldText(word)));

const GIVEN = new Set(givenNames.map((name) => foldText(name)));
const SALUTATIONS = folded(
  'herr herrn hr frau fr fräulein mr mrs ms miss mx sir madam madame mme mlle monsieur signor signora signore herr/frau frau/herr sehr geehrte geehrter',
);
const PARTICLES = folded(
  'von vom zu zum zur van de den der del della dello di da do dos das du la le lo las los el al bin ibn ben ten ter te af av y und und zu o d des dal dalla degli',
);
const TITLES = folded(
  'dr drs prof professor professorin priv doz pd dipl diplom ing ingenieur mag magister lic lizenziat kfm kffr betriebsw oec oek inf math phys chem psych med dent vet phil iur jur rer nat pol soc theol techn habil hc mult univ msc bsc mba llm llb phd mag(fh) fh hf tu eth hsg bachelor master b m sc a eng arch di bakk mas cas das emba dba cfa cpa pmp esq jr sr ii iii iv',
);
/** Titles that are also names or initials: only with a dot, in capitals with others, or behind the name. */
const ONLY_DOTTED = folded(
  'b m a sc di ma ba pd ing hc mas das cas doz priv mag lic oec inf math phys chem med phil pol soc arch tu eth hf fh eng jr sr ii iii iv master bachelor',
);
/** Family names that come first in Chinese, Korean and Vietnamese order and are no European given names. */
const LEADING_FAMILY = folded(
  'nguyen nguyễn tran trần pham phạm huynh hoang phan vu vo dang bui do ho ngo duong zhang wang liu chen yang huang zhao wu zhou xu sun zhu gao guo lin luo zheng park choi jung kang cho yoon jang',
);

export const isGivenName = remembered((word) => GIVEN.has(foldText(word)) || isDoubleGivenName(word));
export const isSalutation = remembered((word) => SALUTATIONS.has(foldText(word.replace(/[.:,]+$/, ''))));
export const isParticle = (word: string) => PARTICLES.has(foldText(word.replace(/['’]$/, '')));
export const isLeadingFamilyName = (word: string) => LEADING_FAMILY.has(foldText(word));

/** `Dr.`, `Dipl.-Ing.`, `M.Sc.`, `h.c.`, but not `Ma` or `Ing` alone. */
export const isTitle = remembered(looksLikeTitle);

function looksLikeTitle(word: string): boolean {
  const parts = foldText(word.replace(/[,;()]/g, ''))
    .split(/[.\-/]+/)
    .filter(Boolean);
  if (parts.length === 0 || parts.join('').length > 20) return false;
  const isKnown = TITLES.has(parts.join('')) || parts.every((part) => TITLES.has(part));
  const isSafe = /[.()]/.test(word) || !parts.every((part) => ONLY_DOTTED.has(part));
  return isKnown && isSafe && !/^\p{Lu}\.$/u.test(word);
}

/** Behind a comma `MBA`, `Jr`, `PhD` and even `MA` can only be a title. */
export function isTrailingTitle(word: string): boolean {
  return TITLES.has(foldText(word).replace(/[^\p{L}\p{N}]/gu, '')) || isTitle(word);
}

function isDoubleGivenName(word: string): boolean {
  const parts = word.split('-');
  return parts.length > 1 && parts.every((part) => GIVEN.has(foldText(part)));
}

const MEMORY_WORDS = 20_000;

/** Names repeat a thousand times in a file; the memory is emptied when it is full. */
function remembered(test: (word: string) => boolean): (word: string) => boolean {
  const memory = new Map<string, boolean>();
  return (word) => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    if (memory.size >= MEMORY_WORDS) memory.clear();
    const answer = test(word);
    if (word.length <= 40) memory.set(word, answer);
    return answer;
  };
}
