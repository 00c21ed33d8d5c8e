/** A combination such as `c`, `?`, `mod+k`, `shift+arrowdown`. `mod` is Ctrl, on Apple machines Command. */
export type KeyCombination = string;

export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export const isApple = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether the pressed key is the combination. Shift is ignored for signs that need it, such as `?`. */
export function matches(pressed: PressedKey, combination: KeyCombination): boolean {
  const parts = combination.toLowerCase().split('+');
  const key = parts.at(-1);
  if (pressed.key.toLowerCase() !== key || pressed.altKey) return false;
  if (parts.includes('mod') !== (pressed.ctrlKey || pressed.metaKey)) return false;
  return !/^[a-z]$|^arrow/.test(key) || parts.includes('shift') === pressed.shiftKey;
}

/** No shortcut fires while somebody writes. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}
