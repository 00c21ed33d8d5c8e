import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './button.module.css';
import { KeyCap } from './KeyCap.tsx';

export type ButtonLook = 'filled' | 'plain' | 'bare' | 'risk';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** One filled button per screen. `risk` is for what cannot be undone. */
  look?: ButtonLook;
  size?: 'normal' | 'big';
  icon?: ReactNode;
  /** The key that does the same, for example `c`. */
  keys?: string;
  /** While the act runs: the button stays readable and cannot be pressed twice. */
  busy?: boolean;
  children: ReactNode;
}

export function Button({
  look = 'plain',
  size = 'normal',
  icon,
  keys,
  busy,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={busy === true || rest.disabled}
      aria-busy={busy}
      className={buttonClass(look, size, className)}
    >
      {icon}
      <span>{children}</span>
      {keys && <KeyCap keys={keys} />}
    </button>
  );
}

/** For links that look like buttons. */
export const buttonClass = (look: ButtonLook = 'plain', size: 'normal' | 'big' = 'normal', extra?: string): string =>
  classes(styles.button, styles[look], size === 'big' && styles.big, extra);
