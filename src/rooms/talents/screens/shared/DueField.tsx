import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { dayFromWords } from '../../due-words.ts';

interface DueFieldProps {
  label: string;
  words: string;
  onWords: (words: string) => void;
  error?: string;
  optional?: boolean;
  id?: string;
}

/** A day in words, "in 3 Wochen", with the date that was understood below. */
export function DueField({ label, words, onWords, error, optional, id }: DueFieldProps) {
  const t = useMessages('talents');
  const formats = useFormats();
  const today = useToday();
  const day = dayFromWords(words, today);
  const isOdd = words.trim() !== '' && day === undefined;
  return (
    <TextField
      id={id}
      label={label}
      optional={optional}
      value={words}
      autoComplete="off"
      placeholder={t('due.example')}
      error={error ?? (isOdd ? t('due.not_understood') : undefined)}
      help={
        <output>{day ? t('due.understood', { day: formats.weekday(day), ago: formats.relative(day) }) : ''}</output>
      }
      onChange={(event) => onWords(event.target.value)}
    />
  );
}
