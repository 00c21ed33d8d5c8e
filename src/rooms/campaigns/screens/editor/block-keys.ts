interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

interface Here {
  ids: readonly string[];
  /** Block that has the focus. */
  at: string;
  mayWrite: boolean;
}

/** What a key on a block means. Inside its words the keys belong to the words. */
export type BlockWish =
  | { is: 'go'; to: string }
  | { is: 'step'; by: -1 | 1 }
  | { is: 'add' | 'menu' | 'copy' | 'remove' | 'enter' };

const ACTS: Record<string, 'add' | 'menu' | 'copy' | 'remove' | 'enter'> = {
  Enter: 'add',
  '/': 'menu',
  d: 'copy',
  Delete: 'remove',
  Backspace: 'remove',
  e: 'enter',
  F2: 'enter',
};

const STEPS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

export function blockKey(pressed: Pressed, here: Here): BlockWish | undefined {
  const { key, altKey, ctrlKey, metaKey } = pressed;
  if (ctrlKey || metaKey) return undefined;
  const by = STEPS[key];
  if (altKey) return by === undefined || !here.mayWrite ? undefined : { is: 'step', by };
  const act = here.mayWrite ? ACTS[key] : undefined;
  return act ? { is: act } : going(targetOf(key, here));
}

function targetOf(key: string, { ids, at }: Here): string | undefined {
  if (key === 'Home') return ids[0];
  if (key === 'End') return ids.at(-1);
  const by = STEPS[key];
  return by === undefined ? undefined : ids[ids.indexOf(at) + by];
}

const going = (to: string | undefined): BlockWish | undefined => (to === undefined ? undefined : { is: 'go', to });
