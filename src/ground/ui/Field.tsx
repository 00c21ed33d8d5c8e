import { type ReactNode, useId } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './field.module.css';

export interface FieldWords {
  label: string;
  help?: ReactNode;
  /** What is wrong and what to do, as one sentence. */
  error?: string;
  /** Written after the label; what is required is not marked. */
  optional?: boolean;
  /** For tables, where the column head already says it. */
  labelHidden?: boolean;
}

export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** Label above, control, error and help below. The ids tie them together for screen readers. */
export function Field({
  id,
  children,
  ...words
}: FieldWords & { id?: string; children: (ids: FieldIds) => ReactNode }) {
  const t = useMessages('ui');
  const own = useId();
  const fieldId = id ?? own;
  const described = [words.error && `${fieldId}-error`, words.help && `${fieldId}-help`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={fieldId} className={styles.label} hidden={words.labelHidden}>
        {words.label}
        {words.optional && <span className={styles.optional}> {t('field.optional')}</span>}
      </label>
      {children({
        id: fieldId,
        'aria-describedby': described || undefined,
        'aria-invalid': words.error === undefined ? undefined : true,
      })}
      {words.error && (
        <p id={`${fieldId}-error`} className={styles.error}>
          {words.error}
        </p>
      )}
      {words.help && (
        <p id={`${fieldId}-help`} className={styles.help}>
          {words.help}
        </p>
      )}
    </div>
  );
}

/** Separates the words of a field from the attributes of its control. */
export function splitField<Props extends FieldWords & { id?: string }>(props: Props) {
  const { label, help, error, optional, labelHidden, id, ...control } = props;
  const hidden = labelHidden ? { 'aria-label': label } : {};
  return { words: { label, help, error, optional, labelHidden, id }, control: { ...control, ...hidden } };
}
