import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { Field, type FieldWords, splitField } from './Field.tsx';
import styles from './field.module.css';
import { Icon } from './Icon.tsx';

export interface SelectOption {
  value: string;
  label: string;
  group?: string;
}

export interface SelectFieldProps extends FieldWords, Omit<ComponentProps<'select'>, 'children' | 'onChange'> {
  options: readonly SelectOption[];
  onChoose?: (value: string) => void;
  /** Dashed, because the value is a guess or an answer is missing. */
  asks?: boolean;
}

/** The system's own list: right on phones, with the keyboard and for screen readers. */
export function SelectField(props: SelectFieldProps) {
  const { words, control } = splitField(props);
  const { options, onChoose, asks, className, ...rest } = control;
  return (
    <Field {...words}>
      {(ids) => (
        <span className={classes(styles.select, asks && styles.ask, className)}>
          <select {...rest} {...ids} className={styles.input} onChange={(event) => onChoose?.(event.target.value)}>
            {groupsOf(options).map(([group, members]) =>
              group === '' ? (
                members.map((option) => <OptionLine key={option.value} {...option} />)
              ) : (
                <optgroup key={group} label={group}>
                  {members.map((option) => (
                    <OptionLine key={option.value} {...option} />
                  ))}
                </optgroup>
              ),
            )}
          </select>
          <Icon of={IconChevronDown} />
        </span>
      )}
    </Field>
  );
}

const OptionLine = ({ value, label }: SelectOption) => <option value={value}>{label}</option>;

function groupsOf(options: readonly SelectOption[]): [string, SelectOption[]][] {
  const groups = new Map<string, SelectOption[]>();
  for (const option of options) groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option]);
  return [...groups];
}
