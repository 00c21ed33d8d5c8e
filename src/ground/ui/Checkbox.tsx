import type { ComponentProps, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import styles from './checkbox.module.css';
import { classes } from './classes.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children' | 'onChange'> {
  children?: ReactNode;
  /** Some but not all: a level dash instead of the tick. */
  partly?: boolean;
  onMark?: (marked: boolean) => void;
}

/** A tick box with its words; without words it needs `aria-label`. */
export function Checkbox({ children, partly = false, onMark, className, ...rest }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);
  return (
    <label className={classes(styles.line, className)}>
      <input
        {...rest}
        ref={box}
        type="checkbox"
        className={styles.box}
        onChange={(event) => onMark?.(event.target.checked)}
      />
      {children && <span>{children}</span>}
    </label>
  );
}

/** On or off at once, without a save button. */
export function Switch({ children, help, onMark, ...rest }: Omit<CheckboxProps, 'partly'> & { help?: ReactNode }) {
  return (
    <label className={styles.choice}>
      <span>
        {children}
        {help && <span className={styles.help}>{help}</span>}
      </span>
      <input
        {...rest}
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native checkbox tells its state itself
        role="switch"
        className={styles.switch}
        onChange={(event) => onMark?.(event.target.checked)}
      />
    </label>
  );
}

/** One of few, all visible. */
export function Radio({
  children,
  help,
  onChoose,
  ...rest
}: Omit<CheckboxProps, 'partly' | 'onMark'> & { help?: ReactNode; onChoose?: () => void }) {
  return (
    <label className={styles.line}>
      <input {...rest} type="radio" className={styles.dot} onChange={() => onChoose?.()} />
      <span>
        {children}
        {help && <span className={styles.help}>{help}</span>}
      </span>
    </label>
  );
}
