/** What was written before and after, so that every step can be taken back. */
export interface History<State> {
  past: readonly State[];
  now: State;
  future: readonly State[];
  /** The last change, while it can still grow: typing a sentence is one step, not one per letter. */
  last?: { key: string; at: number } | undefined;
}

/** Changes of the same thing within this time are one step, ms. */
export const ONE_STEP_MS = 1200;
const MOST_STEPS = 200;

export const begun = <State>(now: State): History<State> => ({ past: [], now, future: [] });

/** @param key names what was changed, for changes that grow by typing; without it the change is a step of its own */
export function changed<State>(
  { past, now, last }: History<State>,
  next: State,
  { key, at }: { key?: string | undefined; at: number },
): History<State> {
  if (next === now) return { past, now, future: [], last };
  const grows = key !== undefined && last?.key === key && at - last.at < ONE_STEP_MS;
  return {
    past: grows ? past : [...past, now].slice(-MOST_STEPS),
    now: next,
    future: [],
    last: key === undefined ? undefined : { key, at },
  };
}

export function undone<State>({ past, now, future, last }: History<State>): History<State> {
  const before = past.at(-1);
  if (before === undefined) return { past, now, future, last };
  return { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

export function redone<State>({ past, now, future, last }: History<State>): History<State> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, now, future, last };
  return { past: [...past, now], now: next, future: rest };
}
