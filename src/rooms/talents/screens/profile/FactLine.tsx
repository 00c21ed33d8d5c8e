import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { TalentField } from '../../schema-write.ts';
import { useFieldWords } from '../shared/use-field-words.ts';
import { useProfileEditing } from './editing.ts';
import styles from './fact-line.module.css';

export interface FactLineProps {
  field: TalentField;
  /** Undefined when the reader may not see it: then there is no line. */
  value: string | null | undefined;
  kind?: 'text' | 'date' | 'long' | 'choice';
  options?: readonly { value: string; label: string }[];
}

const NO_OPTIONS: readonly { value: string; label: string }[] = [];

/** A fact that becomes a field on a press or on Enter; saved when one leaves it, as before on Esc. */
export function FactLine(props: FactLineProps) {
  const t = useMessages('talents');
  const { failed } = useProfileEditing();
  if (props.value === undefined) return null;
  const reason = failed.get(props.field);
  return (
    <>
      <dt>{t(`field.${props.field}`)}</dt>
      <dd>
        <Fact {...props} value={props.value} />
        {reason !== undefined && <span className={styles.reason}>{reason}</span>}
      </dd>
    </>
  );
}

export function Fact({ field, value, kind = 'text', options = NO_OPTIONS }: FactLineProps & { value: string | null }) {
  const t = useMessages('talents');
  const { mayEdit, save } = useProfileEditing();
  const valueWord = useFieldWords();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (!isOpen && back.current) button.current?.focus();
    back.current = false;
  }, [isOpen]);
  const shown = valueWord(field, value);
  const label = t(`field.${field}`);
  if (!mayEdit) return <span className={value === null ? styles.none : undefined}>{shown}</span>;
  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        className={styles.fact}
        data-none={value === null || value === ''}
        aria-label={t('edit.change', { label, value: shown })}
        onClick={() => setOpen(true)}
      >
        {shown}
      </button>
    );
  }
  const close = (how: 'key' | 'blur') => {
    back.current = how === 'key';
    setOpen(false);
  };
  const keep = (typed: string) => {
    const next = typed.trim() === '' ? null : typed.trim();
    if (next !== value) save({ [field]: next });
  };
  return <FactField label={label} kind={kind} value={value ?? ''} options={options} onKeep={keep} onClose={close} />;
}

interface FactFieldProps {
  label: string;
  kind: 'text' | 'date' | 'long' | 'choice';
  value: string;
  options: readonly { value: string; label: string }[];
  onKeep: (typed: string) => void;
  onClose: (how: 'key' | 'blur') => void;
}

function FactField({ label, kind, value, options, onKeep, onClose }: FactFieldProps) {
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (kind === 'text') field.current?.select();
  }, [kind]);
  const leave = (how: 'key' | 'blur', what: 'keep' | 'drop') => {
    if (isLeft.current) return;
    isLeft.current = true;
    if (what === 'keep') onKeep(typed);
    onClose(how);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave('key', 'drop');
    } else if (event.key === 'Enter' && (kind !== 'long' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      leave('key', 'keep');
    }
  };
  const control = {
    ref: field,
    'aria-label': label,
    className: styles.input,
    value: typed,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: () => leave('blur', 'keep'),
    onKeyDown: keys,
  };
  if (kind === 'long') return <textarea rows={4} {...control} />;
  if (kind !== 'choice') return <input type={kind} {...control} />;
  return (
    <select {...control}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
