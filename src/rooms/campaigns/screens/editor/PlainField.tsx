import type { LetterLanguage } from '../../types.ts';
import { classes } from '#ground/ui/classes.ts';
import { useEditing } from './editing.ts';
import fields from './fields.module.css';

interface PlainFieldProps {
  label: string;
  placeholder: string;
  value: string | undefined;
  lang?: LetterLanguage;
  maxLength: number;
  className?: string | undefined;
  onChange: (value: string) => void;
}

/** Words without formatting, written where they stand. It grows with them and is still one line of the letter. */
export function PlainField({ label, placeholder, value, lang, maxLength, className, onChange }: PlainFieldProps) {
  const { mayWrite } = useEditing();
  return (
    <textarea
      aria-label={label}
      placeholder={mayWrite ? placeholder : undefined}
      rows={1}
      lang={lang}
      maxLength={maxLength}
      readOnly={!mayWrite}
      className={classes(fields.plain, className)}
      value={value ?? ''}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onChange={({ target }) => onChange(target.value.replaceAll(/\s*\n\s*/g, ' '))}
    />
  );
}
