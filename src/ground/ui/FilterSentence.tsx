import type { ComponentProps, ReactNode } from 'react';
import styles from './filter-sentence.module.css';

/** A filter that reads as a sentence. Its grammar comes whole from the message file. */
export function FilterSentence({
  children,
  hits,
  actions,
}: {
  children: ReactNode;
  hits?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={styles.sentence}>
      {children} {hits && <output className={styles.hits}>{hits}</output>} {actions}
    </div>
  );
}

/** One term of the sentence; it opens what changes it. */
export function FilterTerm({ open, children, ...rest }: ComponentProps<'button'> & { open?: boolean }) {
  return (
    <button type="button" aria-expanded={open} {...rest} className={styles.term}>
      {children}
    </button>
  );
}

interface ChipsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChoose: (value: Value) => void;
}

/** A handful of views of the same thing, one chosen. */
export function Chips<Value extends string>({ label, options, value, onChoose }: ChipsProps<Value>) {
  return (
    <fieldset aria-label={label} className={styles.chips}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          className={styles.chip}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
