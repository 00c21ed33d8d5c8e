import type { Touch } from '#ground/ui/line/line-types.ts';
import type { PermissionState } from '#ground/ui/Permission.tsx';

/** What `GET /api/v1/talents/suggest?q=` answers, as far as the palette shows it. */
export interface SuggestedPerson {
  talentId: string;
  name: string;
  /** Role and employer. */
  detail?: string;
  permissions?: PermissionState[];
  touches?: Touch[];
}

export type EntryGroup = 'recent' | 'people' | 'rooms' | 'acts';

export interface PaletteEntry {
  id: string;
  group: EntryGroup;
  label: string;
  to: string;
  search?: Record<string, unknown>;
  keys?: string;
  person?: SuggestedPerson;
}

export const GROUP_ORDER: readonly EntryGroup[] = ['recent', 'people', 'rooms', 'acts'];

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

/** The label in pieces, the found letters marked. */
export function pieces(label: string, query: string): { text: string; isFound: boolean }[] {
  const at = query.trim() === '' ? -1 : label.toLowerCase().indexOf(query.trim().toLowerCase());
  if (at < 0) return [{ text: label, isFound: false }];
  const end = at + query.trim().length;
  return [
    { text: label.slice(0, at), isFound: false },
    { text: label.slice(at, end), isFound: true },
    { text: label.slice(end), isFound: false },
  ].filter(({ text }) => text !== '');
}
