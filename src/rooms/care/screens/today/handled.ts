import { useSyncExternalStore } from 'react';
import { z } from 'zod';

export type HandledAct = 'contact' | 'done' | 'snoozed' | 'not_now' | 'handed_over';

/** Somebody I dealt with today: folded to one line, with the way back as long as there is one. */
export interface Handled {
  talentId: string;
  name: string;
  act: HandledAct;
  /** The day that was named: later, come back. */
  on: string | null;
  /** Undefined when it can no longer be taken back. */
  takeBack?: () => Promise<unknown>;
}

interface Morning {
  date: string;
  /** People in the order in which they were first shown: nobody changes the number in front of their name. */
  order: readonly string[];
  handled: readonly Handled[];
  /** How many more were dealt with before this page was loaded: their places are used up. */
  earlier: number;
}

let morning: Morning = { date: '', order: [], handled: [], earlier: 0 };
const watchers = new Set<() => void>();

/** What happened on this page since it was loaded. It holds names, so it stays in memory; only ids outlive a reload. */
export const useMorning = (): Morning => useSyncExternalStore(watch, () => morning);

/** A new day starts anew. */
export function rememberOrder(date: string, ids: readonly string[]): void {
  const before = morning.date === date ? morning : { date, order: [], handled: [], earlier: earlierOn(date) };
  const added = ids.filter((id) => !before.order.includes(id));
  if (before === morning && added.length === 0) return;
  replace({ ...before, order: [...before.order, ...added] });
}

export function rememberHandled(one: Handled): void {
  keepIds(morning.date, [...withoutId(readIds(morning.date), one.talentId), one.talentId]);
  replace({ ...morning, handled: [...morning.handled.filter(({ talentId }) => talentId !== one.talentId), one] });
}

export function forgetHandled(talentId: string): void {
  keepIds(morning.date, withoutId(readIds(morning.date), talentId));
  replace({ ...morning, handled: morning.handled.filter((one) => one.talentId !== talentId) });
}

/** How many were dealt with on that day in this tab, also before a reload. */
export const earlierOn = (date: string): number => readIds(date).length;

const KEY = 'wiedersehen.today';

const withoutId = (ids: readonly string[], talentId: string) => ids.filter((id) => id !== talentId);

const keptIds = z.object({ date: z.string(), ids: z.array(z.string()) });

function readIds(date: string): string[] {
  try {
    const kept = keptIds.parse(JSON.parse(sessionStorage.getItem(KEY) ?? ''));
    return kept.date === date ? kept.ids : [];
  } catch {
    return [];
  }
}

const keepIds = (date: string, ids: readonly string[]) => sessionStorage.setItem(KEY, JSON.stringify({ date, ids }));

function replace(next: Morning) {
  morning = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
