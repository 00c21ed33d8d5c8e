import type { RankPage } from './people-index-types.ts';
import type { PeopleStore } from './people-store.ts';
import type { Work } from './rank-work.ts';
import { rankShareOf } from './values.ts';

/** Above so many places sorting everybody is faster than keeping the best in order. */
const MOST_KEPT = 20_000;

/** Slots of a page, best first: by share, then points, then id. The same people always come in the same order. */
export function createTopList(store: PeopleStore, work: Work, total: number): (page: RankPage) => number[] {
  const { points, known } = work;
  const shareAt = (slot: number) => rankShareOf(points[slot] ?? 0, known[slot] ?? 0, total);
  const compare = (a: number, b: number) =>
    shareAt(b) - shareAt(a) || (points[b] ?? 0) - (points[a] ?? 0) || store.ids.compare(a, b);
  return ({ who, offset, limit }) => {
    const wanted = offset + limit;
    const slots =
      wanted > MOST_KEPT
        ? everyone(store, work, who).sort(compare)
        : best(store, work, { who, wanted, compare, shareAt });
    return slots.slice(offset, wanted);
  };
}

function belongs({ isRecalled }: Work, slot: number, who: RankPage['who']): boolean {
  if (who === 'everyone') return true;
  return (isRecalled[slot] === 1) === (who === 'recall');
}

function everyone({ size }: PeopleStore, work: Work, who: RankPage['who']): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < size; slot += 1)
    if (work.isRanked[slot] === 1 && belongs(work, slot, who)) slots.push(slot);
  return slots;
}

interface Wanted {
  who: RankPage['who'];
  /** How many are kept. */
  wanted: number;
  compare: (a: number, b: number) => number;
  shareAt: (slot: number) => number;
}

/** A heap with the worst of the best on top; most people fall through at one comparison. */
function best(store: PeopleStore, work: Work, { who, wanted, compare, shareAt }: Wanted): number[] {
  const heap: number[] = [];
  let least = -1;
  for (let slot = 0; slot < store.size; slot += 1) {
    if (work.isRanked[slot] === 0 || shareAt(slot) < least || !belongs(work, slot, who)) continue;
    keep(heap, slot, wanted, compare);
    if (heap.length === wanted) least = shareAt(topOf(heap));
  }
  return heap.sort(compare);
}

function keep(heap: number[], slot: number, wanted: number, compare: Wanted['compare']): void {
  if (heap.length < wanted) {
    heap.push(slot);
    rise(heap, compare);
  } else if (wanted > 0 && compare(slot, topOf(heap)) < 0) {
    heap[0] = slot;
    sink(heap, compare);
  }
}

const topOf = (heap: readonly number[]): number => heap[0] ?? 0;

function rise(heap: number[], compare: Wanted['compare']): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compare(heap[at] ?? 0, heap[parent] ?? 0) <= 0) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: number[], compare: Wanted['compare']): void {
  for (let at = 0; ;) {
    const worst = worstOf(heap, compare, worstOf(heap, compare, at, 2 * at + 1), 2 * at + 2);
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function worstOf(heap: readonly number[], compare: Wanted['compare'], at: number, other: number): number {
  return other < heap.length && compare(heap[other] ?? 0, heap[at] ?? 0) > 0 ? other : at;
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = kept;
}
