/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a fieldset cannot stand inside a sentence */
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './rules-page.module.css';

interface TermChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

/** A term of the sentence that can be chosen. It grows with its word, so the line reads on. */
export function TermChoice({ label, value, options, onChoose }: TermChoiceProps) {
  return (
    <select aria-label={label} className={styles.term} value={value} onChange={(event) => onChoose(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

interface TermNumberProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
}

/** A number of the sentence; what is out of bounds is not taken. */
export function TermNumber({ label, value, min, max, step = 1, onChange }: TermNumberProps) {
  return (
    <input
      type="number"
      aria-label={label}
      className={styles.termNumber}
      defaultValue={value}
      key={value}
      min={min}
      max={max}
      step={step}
      onBlur={(event) => {
        const next = event.target.valueAsNumber;
        if (next >= min && next <= max) onChange(next);
        else event.target.value = String(value);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}

/** Several of few words, each a button that is pressed or not. */
export function TermSet<Value extends string>({
  label,
  values,
  all,
  nameOf,
  onToggle,
}: {
  label: string;
  values: readonly Value[];
  all: readonly Value[];
  nameOf: (value: Value) => string;
  onToggle: (value: Value) => void;
}) {
  return (
    <span role="group" aria-label={label} className={styles.set}>
      {all.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={values.includes(value)}
          className={styles.setTerm}
          onClick={() => onToggle(value)}
        >
          {nameOf(value)}
        </button>
      ))}
    </span>
  );
}

/** Turns a whole rule on or off. */
export function RuleSwitch({ isOn, onMark }: { isOn: boolean; onMark: (isOn: boolean) => void }) {
  const t = useMessages('inventory');
  return (
    <TermChoice
      label={t('rules.is_on')}
      value={isOn ? 'on' : 'off'}
      options={(['on', 'off'] as const).map((value) => ({ value, label: t(`rules.${value}`) }))}
      onChoose={(value) => onMark(value === 'on')}
    />
  );
}
