export type ListStep =
  | { kind: 'move'; to: number }
  | { kind: 'extend'; to: number }
  | { kind: 'mark' }
  | { kind: 'open' }
  | { kind: 'leave' };

interface ListKey {
  key: string;
  shiftKey: boolean;
}

const MOVES: Record<string, (row: number, page: number, last: number) => number> = {
  j: (row) => row + 1,
  ArrowDown: (row) => row + 1,
  k: (row) => row - 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row, page) => row + page,
  PageUp: (row, page) => row - page,
  Home: () => 0,
  End: (_row, _page, last) => last,
};

const ACTS: Record<string, ListStep> = {
  x: { kind: 'mark' },
  ' ': { kind: 'mark' },
  Enter: { kind: 'open' },
  Escape: { kind: 'leave' },
};

/** What a key does in a list of `count` rows, when the row `row` has the focus. Undefined: not ours. */
export function listStep({ key, shiftKey }: ListKey, row: number, count: number, page: number): ListStep | undefined {
  const move = MOVES[key];
  if (!move) return ACTS[key];
  const to = Math.min(count - 1, Math.max(0, move(row, page, count - 1)));
  return { kind: shiftKey && key.startsWith('Arrow') ? 'extend' : 'move', to };
}
