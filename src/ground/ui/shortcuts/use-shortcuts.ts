import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isWriting, type KeyCombination, matches } from './keys.ts';

export interface Shortcut {
  keys: KeyCombination;
  /** What it does, in the reader's words; shown in the help on `?`. */
  label: string;
  run: () => void;
}

let screens: readonly { shortcuts: readonly Shortcut[] }[] = [];
const watchers = new Set<() => void>();

/** Registers the keys of a screen while it is shown. The screen shown last answers first. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const entry = useRef<{ shortcuts: readonly Shortcut[] }>({ shortcuts });
  useEffect(() => {
    entry.current.shortcuts = shortcuts;
  });
  useEffect(() => {
    const mine = entry.current;
    replaceScreens([...screens, mine]);
    return () => replaceScreens(screens.filter((screen) => screen !== mine));
  }, []);
}

/** All keys of the current screen, the screen's own first, for the help. */
export function useShownShortcuts(): readonly Shortcut[] {
  const shown = useSyncExternalStore(watch, () => screens);
  return shown.toReversed().flatMap((screen) => screen.shortcuts);
}

function answer(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const shortcut = findShortcut(event);
  if (!shortcut || (event.key === 'Enter' && isPressable(event.target))) return;
  event.preventDefault();
  shortcut.run();
}

const isPressable = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('a, button, summary') !== null;

function findShortcut(event: KeyboardEvent): Shortcut | undefined {
  const behindDialog = document.querySelector('dialog[open]') !== null;
  return screens
    .toReversed()
    .flatMap((screen) => screen.shortcuts)
    .find(({ keys }) => matches(event, keys) && (keys === 'mod+k' || !(behindDialog || isWriting(event.target))));
}

/** One listener for the whole page, as long as any screen has keys. */
function replaceScreens(next: typeof screens) {
  if (screens.length === 0) document.addEventListener('keydown', answer);
  if (next.length === 0) document.removeEventListener('keydown', answer);
  screens = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
