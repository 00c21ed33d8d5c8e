import type { BlockKind } from '../../types.ts';

/** Kinds whose words begin with what was typed; those whose own name does come first. */
export function kindsFor(typed: string, kinds: readonly { kind: BlockKind; words: string }[]): BlockKind[] {
  const wanted = typed.trim().toLowerCase();
  const rank = ({ words }: { words: string }) => {
    const all = words.toLowerCase();
    if (all.startsWith(wanted)) return 0;
    return all.includes(` ${wanted}`) ? 1 : 2;
  };
  return kinds
    .filter((kind) => rank(kind) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ kind }) => kind);
}
