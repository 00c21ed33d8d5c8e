import { slug } from '../../sign-up/schema.ts';

const WRITTEN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** An address as one would write it: "Messe Zürich 2027" is `messe-zuerich-2027`. */
export const slugFrom = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüß]/gu, (letter) => WRITTEN[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/gu, '');

export const isSlug = (text: string): boolean => slug.safeParse(text).success;
