import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import styles from './search-field.module.css';

const TYPING_PAUSE_MS = 140;

interface SearchFieldProps {
  q: string;
  onSearch: (q: string) => void;
}

/** Finds while one types. `/` leads here, Esc empties it. */
export function SearchField({ q, onSearch }: SearchFieldProps) {
  const t = useMessages('talents');
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  const sent = useRef(q);
  useShortcuts([{ keys: '/', label: t('list.search'), run: () => field.current?.focus() }]);
  // The address may change from outside: another view, the back button.
  useEffect(() => {
    if (q !== sent.current) setTyped(q);
    sent.current = q;
  }, [q]);
  useEffect(() => {
    if (typed.trim() === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      onSearch(typed.trim());
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <input
      ref={field}
      type="search"
      className={styles.field}
      aria-label={t('list.search')}
      placeholder={t('list.search_hint')}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && (typed === '' ? field.current?.blur() : setTyped(''))}
    />
  );
}
