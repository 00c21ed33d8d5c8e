import { useDeferredValue } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { type Translate, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { readDay } from '../../contract-today.ts';
import styles from './acts.module.css';

interface DayFieldProps {
  label: string;
  words: string;
  onWords: (words: string) => void;
  /** Words that are often meant, as buttons below. */
  quick?: readonly string[];
}

const NONE: readonly string[] = [];

/** A day in words, "nächsten Dienstag", with the date that was understood below. */
export function DayField({ label, words, onWords, quick = NONE }: DayFieldProps) {
  const t = useMessages('care');
  const { help, error } = useUnderstood(words);
  return (
    <div>
      <TextField
        label={label}
        autoComplete="off"
        placeholder={t('day.example')}
        maxLength={60}
        value={words}
        error={error}
        help={<output>{help}</output>}
        onChange={(event) => onWords(event.target.value)}
      />
      {quick.length > 0 && (
        <div className={styles.quick}>
          {quick.map((one) => (
            <Button key={one} aria-pressed={one === words} onClick={() => onWords(one)}>
              {one}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function useUnderstood(words: string): { help: string; error?: string } {
  const t = useMessages('care');
  const formats = useFormats();
  const asked = useDeferredValue(words.trim());
  const { data } = useRead(readDay, { query: { words: asked } }, { enabled: asked !== '' });
  if (asked === '' || !data) return { help: '' };
  if (data.on === null) return { help: '', error: t('day.not_understood') };
  if (data.isPast) return { help: '', error: t('day.is_past', { day: formats.dateLong(data.on) }) };
  const day = { day: formats.weekday(data.on), ago: formats.relative(data.on) };
  return { help: t(data.isWorkingDay ? 'day.understood' : 'day.not_working', day) };
}

/** Days that people name most often when somebody is to be left alone for a while. */
export const quickDays = (t: Translate): string[] =>
  ['tomorrow', 'week', 'month', 'quarter'].map((one) => t(`day.quick.${one}`));
export const quickMonths = (t: Translate): string[] =>
  ['quarter', 'half_year', 'year'].map((one) => t(`day.quick.${one}`));
