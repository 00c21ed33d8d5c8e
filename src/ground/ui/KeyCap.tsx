import { useMessages } from '#ground/i18n/use-messages.ts';
import { isApple } from './shortcuts/keys.ts';
import styles from './key-cap.module.css';

/** Keys beside the word they run. `mod` is Strg, Ctrl or ⌘ as on the reader's machine. */
export function KeyCap({ keys }: { keys: string }) {
  const t = useMessages('ui');
  return (
    <span className={styles.keys} aria-hidden="true">
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles.key}>
          {key === 'mod' ? (isApple() ? '⌘' : t('key.mod')) : nameOfKey(key)}
        </kbd>
      ))}
    </span>
  );
}

const SIGNS: Record<string, string> = { enter: 'Enter', escape: 'Esc', arrowup: '↑', arrowdown: '↓', shift: '⇧' };

/** What stands on the key, for a reader who knows keyboards and no codes. */
export const nameOfKey = (key: string): string => SIGNS[key.toLowerCase()] ?? key.toUpperCase();
