import { seededRandom } from '#rooms/inventory/duplicates/seeded-random.ts';
import { FAMILY_NAMES, GIVEN_NAMES, NAME_BEGINNINGS, NAME_ENDINGS } from './people-words.ts';

type Random = () => number;
const one = (random: Random, list: string[]) => list[Math.floor(random() ** 1.6 * list.length)] ?? '';

/** What a recruiter types: beginnings of names, both names, umlauts in other spellings, typing errors, an address now and then. */
export function searchQueries(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => oneQuery(random));
}

function oneQuery(random: Random): string {
  const family = random() < 0.5 ? one(random, FAMILY_NAMES) : one(random, NAME_BEGINNINGS) + one(random, NAME_ENDINGS);
  const given = one(random, GIVEN_NAMES);
  const kinds: (() => string)[] = [
    () => family.slice(0, 2 + Math.floor(random() * 4)),
    () => family,
    () => `${given} ${family}`,
    () => `${given.slice(0, 3)} ${family.slice(0, 4)}`,
    () => spelledOtherwise(family),
    () => withError(random, family),
    () => `${given} ${withError(random, family)}`,
    () => `${given.toLowerCase()}.${family.toLowerCase()}@`,
  ];
  return kinds[Math.floor(random() * kinds.length)]?.() ?? family;
}

const spelledOtherwise = (name: string) =>
  name.replaceAll('ü', 'ue').replaceAll('ö', 'o').replaceAll('ä', 'ae').replaceAll('ß', 'ss').toLowerCase();

function withError(random: Random, name: string): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
  return random() < 0.5
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
}
