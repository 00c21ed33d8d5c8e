import type { FormEvent, ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './form.module.css';
import textStyles from './text.module.css';

export interface FormMistake {
  /** Id of the field, so that the summary can lead there. */
  fieldId?: string;
  message: string;
}

interface FormProps {
  onSubmit: () => void;
  children: ReactNode;
  /** All mistakes of the last attempt. The summary appears on top and takes the focus. */
  mistakes?: readonly FormMistake[];
  label?: string;
}

const NO_MISTAKES: readonly FormMistake[] = [];

export function Form({ onSubmit, children, mistakes = NO_MISTAKES, label }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate className={styles.form} aria-label={label} onSubmit={submit}>
      {mistakes.length > 0 && (
        <MistakeSummary key={mistakes.map(({ message }) => message).join()} mistakes={mistakes} />
      )}
      {children}
    </form>
  );
}

export function MistakeSummary({ mistakes }: { mistakes: readonly FormMistake[] }) {
  const t = useMessages('ui');
  return (
    <div ref={takeFocus} tabIndex={-1} role="alert" className={styles.summary}>
      <p className={styles.summaryHead}>{t('form.mistakes', { count: mistakes.length })}</p>
      <ul>
        {mistakes.map(({ fieldId, message }) => (
          <li key={`${fieldId ?? ''}${message}`}>
            {fieldId ? (
              <a className={textStyles.link} href={`#${fieldId}`} onClick={(event) => lead(event, fieldId)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A part of a long form, separated by a rule. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

const takeFocus = (box: HTMLElement | null) => box?.focus();

function lead(event: { preventDefault: () => void }, fieldId: string) {
  event.preventDefault();
  document.getElementById(fieldId)?.focus();
}
