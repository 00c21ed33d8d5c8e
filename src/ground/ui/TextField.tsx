import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { Field, type FieldWords, splitField } from './Field.tsx';
import styles from './field.module.css';

export type TextFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'children'>;

export function TextField(props: TextFieldProps) {
  const { words, control } = splitField(props);
  return (
    <Field {...words}>
      {(ids) => <input type="text" {...control} {...ids} className={classes(styles.input, control.className)} />}
    </Field>
  );
}

/** Several lines. `voice="human"` sets what a person says in serif. */
export function TextArea(props: FieldWords & ComponentProps<'textarea'> & { voice?: 'human' | 'computed' }) {
  const { words, control } = splitField(props);
  const { voice, ...rest } = control;
  return (
    <Field {...words}>
      {(ids) => (
        <textarea rows={3} {...rest} {...ids} className={classes(styles.input, voice === 'human' && styles.human)} />
      )}
    </Field>
  );
}
