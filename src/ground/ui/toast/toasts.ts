/** A sentence that something happened. With `undo` it can be taken back for ten seconds. */
export interface Toast {
  message: string;
  undo?: () => void | Promise<void>;
}

export interface ShownToast extends Toast {
  id: number;
}

export const TOAST_MS = 10_000;

let toasts: readonly ShownToast[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

/** One at a time: a new one lies on top, the earlier ones are counted and come back after an undo. */
export function showToast(toast: Toast): void {
  replace([...toasts, { ...toast, id: nextId++ }]);
}

/** Takes the newest act back. False when nothing can be taken back. */
export async function undoNewest(): Promise<boolean> {
  const newest = toasts.at(-1);
  if (!newest?.undo) return false;
  replace(toasts.slice(0, -1));
  await newest.undo();
  return true;
}

/** When its time is over, or on a click: the toast and those below it are gone. */
export const clearToasts = (): void => replace([]);

export const shownToasts = (): readonly ShownToast[] => toasts;

export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function replace(next: readonly ShownToast[]) {
  toasts = next;
  for (const watcher of watchers) watcher();
}
