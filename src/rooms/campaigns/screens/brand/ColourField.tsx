import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { colourFrom } from './brand-draft.ts';
import styles from './brand.module.css';

interface ColourFieldProps {
  id?: string;
  label: string;
  value: string;
  error?: string | undefined;
  onColour: (colour: string) => void;
}

/** To be chosen by eye, or typed as the brand book has it. */
export function ColourField({ id, label, value, error, onColour }: ColourFieldProps) {
  const t = useMessages('campaigns');
  const [typed, setTyped] = useState(value);
  const type = (next: string) => {
    setTyped(next);
    const colour = colourFrom(next);
    if (colour) onColour(colour);
  };
  const isWrong = colourFrom(typed) === undefined;
  return (
    <div className={styles.colour}>
      <input
        type="color"
        className={styles.swatch}
        aria-label={t('brandPage.choose', { label })}
        value={value}
        onChange={(event) => type(event.target.value)}
      />
      <TextField
        id={id}
        label={label}
        error={isWrong ? t('brandPage.no_colour') : error}
        autoComplete="off"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(value)}
      />
    </div>
  );
}
