import { useSyncExternalStore } from 'react';
import type { HandledAct } from '../../types.ts';

/** Somebody I dealt with today: folded to one line, with the way back as long as there is one. */
export interface Handled {
  talentId: string;
  name: string;
  act: HandledAct;
  /** The day that was named: later, come back. */
  on: string | null;
  /** Undefined when it can no longer be taken back. */
  takeBack?: (() => Promise<unknown>) | undefined;
}

interface Pending extends Handled {
  /** Milliseconds since 1970: an answer of the server that is newer knows of it. */
  since: number;
}

interface Morning {
  date: string;
  /** People in the order in which they were first shown: nobody changes the number in front of their name. */
  order: readonly string[];
  pending: readonly Pending[];
}

let morning: Morning = { date: '', order: [], pending: [] };
const watchers = new Set<() => void>();

/** What happened on this page and the server has not told yet. */
export const useMorning = (): Morning => useSyncExternalStore(watch, () => morning);

/** Acts that happened after the server was asked last. */
export const notToldYet = ({ pending }: Morning, fetchedAt: number): Handled[] =>
  pending.filter(({ since }) => since >= fetchedAt);

/** A new day starts anew. */
export function rememberOrder(date: string, ids: readonly string[]): void {
  const before = morning.date === date ? morning : { date, order: [], pending: [] };
  const added = ids.filter((id) => !before.order.includes(id));
  if (before === morning && added.length === 0) return;
  replace({ ...before, order: [...before.order, ...added] });
}

export function rememberHandled(one: Handled): void {
  replace({ ...morning, pending: [...without(one.talentId), { ...one, since: Date.now() }] });
}

export function forgetHandled(talentId: string): void {
  replace({ ...morning, pending: without(talentId) });
}

const without = (talentId: string) => morning.pending.filter((one) => one.talentId !== talentId);

function replace(next: Morning) {
  morning = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
