import { initialsOf } from './initials.ts';
import styles from './person.module.css';

/** A person's name, always in serif. Double names may break at their hyphen. */
export function PersonName({ name, size = 'today' }: { name: string; size?: 'page' | 'panel' | 'today' | 'card' }) {
  return <span className={`${styles.name} ${styles[size]}`}>{name}</span>;
}

/** Initials in a square instead of a photo. */
export function Monogram({ name, size = 'small' }: { name: string; size?: 'small' | 'large' }) {
  return (
    <span aria-hidden="true" className={size === 'large' ? `${styles.monogram} ${styles.large}` : styles.monogram}>
      {initialsOf(name)}
    </span>
  );
}
