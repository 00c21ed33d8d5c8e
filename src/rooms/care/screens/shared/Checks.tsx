import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import styles from './checks.module.css';

interface ChecksProps<Value extends string> {
  id?: string;
  label: string;
  help?: string;
  error?: string;
  options: readonly { value: Value; label: string; isOff?: boolean }[];
  chosen: readonly Value[];
  onChoose: (chosen: Value[]) => void;
}

/** Several of few, all visible. */
export function Checks<Value extends string>({
  id,
  label,
  help,
  error,
  options,
  chosen,
  onChoose,
}: ChecksProps<Value>) {
  const t = useMessages('care');
  const mark = (value: Value, marked: boolean) =>
    onChoose(marked ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <fieldset id={id} tabIndex={-1} className={styles.set} aria-describedby={error && id ? `${id}-error` : undefined}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.checks}>
        {options.map(({ value, label: word, isOff = false }) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            disabled={isOff}
            title={isOff ? t('plan.off_here') : undefined}
            onMark={(marked) => mark(value, marked)}
          >
            {word}
          </Checkbox>
        ))}
      </div>
      {error && (
        <p id={id && `${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {help && <p className={styles.help}>{help}</p>}
    </fieldset>
  );
}
