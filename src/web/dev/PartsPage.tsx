import { useState } from 'react';
import { changeLanguage } from '#ground/i18n/messages.browser.ts';
import { LANGUAGES } from '#ground/i18n/languages.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { Mark } from '#ground/ui/Mark.tsx';
import type { Theme } from '#ground/ui/session/session.ts';
import { ToastPlace } from '#ground/ui/toast/ToastPlace.tsx';
import { keepPreferences, readPreferences } from '../preferences.ts';
import { ControlParts } from './ControlParts.tsx';
import { LineParts } from './LineParts.tsx';
import { ListParts } from './ListParts.tsx';
import styles from './parts-page.module.css';
import { StateParts } from './StateParts.tsx';
import { WordParts } from './WordParts.tsx';

const THEMES = [
  { value: 'system', label: 'system' },
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
] as const;

/** Every part of the kit in every state. Its own headings are for developers and stay in one language. */
export function PartsPage() {
  const language = useLanguage();
  const [theme, setTheme] = useState<Theme>(readPreferences().theme);
  return (
    <main className={styles.page}>
      <header className={styles.top}>
        <Mark size={60} />
        <h1 className={styles.name}>Wiedersehen</h1>
        <Chips
          label="language"
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: value }))}
          onChoose={(value) => {
            keepPreferences({ language: value });
            void changeLanguage(value);
          }}
        />
        <Chips
          label="theme"
          value={theme}
          options={THEMES}
          onChoose={(value) => {
            setTheme(value);
            keepPreferences({ theme: value });
          }}
        />
      </header>
      <LineParts />
      <WordParts />
      <ControlParts />
      <StateParts />
      <ListParts />
      <ToastPlace />
    </main>
  );
}
