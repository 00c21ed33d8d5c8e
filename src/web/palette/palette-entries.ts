import type { Touch } from '#ground/ui/line/line-types.ts';
import type { PermissionState } from '#ground/ui/Permission.tsx';

/** What `GET /api/v1/talents/suggest?q=` answers, as far as the palette shows it. */
export interface SuggestedPerson {
  id: string;
  name: string;
  role: string | null;
  employer: string | null;
  /** Letters that were found, as [from, to) in the name. */
  found: [number, number][];
  permissions: { mail: SuggestedState; phone: SuggestedState; newsletter: SuggestedState };
  touches: Touch[];
}

type SuggestedState = 'yes' | 'unknown' | 'no';

const DRAWN: Record<SuggestedState, PermissionState> = { yes: 'ja', unknown: 'offen', no: 'nein' };

/** Mail, phone, newsletter: the order of all lists. */
export const permissionsOf = ({ permissions: { mail, phone, newsletter } }: SuggestedPerson): PermissionState[] =>
  [mail, phone, newsletter].map((state) => DRAWN[state]);

export type EntryGroup = 'recent' | 'people' | 'things' | 'rooms' | 'acts';

export interface PaletteEntry {
  id: string;
  group: EntryGroup;
  label: string;
  to: string;
  search?: Record<string, unknown>;
  keys?: string;
  /** What it is, beside its name. */
  detail?: string;
  person?: SuggestedPerson;
}

export const GROUP_ORDER: readonly EntryGroup[] = ['recent', 'people', 'things', 'rooms', 'acts'];

/** Lower case without accents, with ue and ss for ü and ß, so that "muller", "mueller" and "Müller" meet. */
export function folded(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/ae|oe|ue/g, (pair) => pair.charAt(0))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}

/** Entries whose label has all words of the query at the start of a word; the best first. */
export function found(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return entries.filter(({ label }) => {
    const parts = folded(label).split(/[\s-]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

/** Where the query stands in the label, as [from, to). */
export function foundIn(label: string, query: string): [number, number][] {
  const at = query.trim() === '' ? -1 : label.toLowerCase().indexOf(query.trim().toLowerCase());
  return at < 0 ? [] : [[at, at + query.trim().length]];
}

/** The label in pieces, the found letters marked. */
export function pieces(label: string, places: readonly [number, number][]): { text: string; isFound: boolean }[] {
  const cuts = [0, ...places.flat(), label.length];
  return cuts
    .slice(1)
    .map((end, i) => ({ text: label.slice(cuts[i], end), isFound: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
