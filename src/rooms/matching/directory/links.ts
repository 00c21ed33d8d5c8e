import { invalid } from '#ground/errors/app-error.ts';
import type { Links } from './types.ts';

/** Packs pairs; the same pair once. Targets of one concept are in ascending order. */
export function toLinks(count: number, pairs: readonly { from: number; to: number }[]): Links {
  const sorted = pairs.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const distinct = sorted.filter(
    ({ from, to }, at) => at === 0 || sorted[at - 1]?.from !== from || sorted[at - 1]?.to !== to,
  );
  const starts = new Int32Array(count + 1);
  for (const { from } of distinct) starts[from + 1] = (starts[from + 1] ?? 0) + 1;
  for (let at = 1; at <= count; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return { starts, targets: Int32Array.from(distinct, ({ to }) => to) };
}

export function targetsOf(links: Links, concept: number): Int32Array {
  return links.targets.subarray(links.starts[concept] ?? 0, links.starts[concept + 1] ?? 0);
}

/** From the other end: for each target the concepts that lead to it. */
export function reversed(links: Links): Links {
  const count = links.starts.length - 1;
  const pairs: { from: number; to: number }[] = [];
  for (let concept = 0; concept < count; concept += 1)
    for (const target of targetsOf(links, concept)) pairs.push({ from: target, to: concept });
  return toLinks(count, pairs);
}

/** @throws AppError matching.directory_cycle naming two concepts on the way round */
export function refuseCycles(links: Links, ids: readonly string[]): void {
  const state = new Uint8Array(ids.length);
  for (let root = 0; root < ids.length; root += 1) if (state[root] === UNSEEN) walk(links, ids, state, root);
}

const UNSEEN = 0;
const OPEN = 1;
const DONE = 2;

function walk(links: Links, ids: readonly string[], state: Uint8Array, root: number): void {
  const stack = [root];
  for (let concept = stack.at(-1); concept !== undefined; concept = stack.at(-1)) {
    if (state[concept] !== UNSEEN) {
      state[concept] = DONE;
      stack.pop();
      continue;
    }
    state[concept] = OPEN;
    for (const next of targetsOf(links, concept)) {
      if (state[next] === OPEN) throw cycle(ids, next, concept);
      if (state[next] === UNSEEN) stack.push(next);
    }
  }
}

const cycle = (ids: readonly string[], one: number, other: number) =>
  invalid('matching.directory_cycle', { id: ids[one] ?? '', other: ids[other] ?? '' });
