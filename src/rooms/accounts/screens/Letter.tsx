import { type ReactNode, useEffect } from 'react';
import { Mark } from '#ground/ui/Mark.tsx';
import styles from './letter.module.css';

interface LetterProps {
  title: string;
  lede?: ReactNode;
  children: ReactNode;
}

/** A sheet of its own for who is not signed in: set like a letter, with nothing around it. */
export function Letter({ title, lede, children }: LetterProps) {
  useEffect(() => {
    document.title = `${title} · Wiedersehen`;
  }, [title]);
  return (
    <div className={styles.desk}>
      <main className={styles.letter}>
        <p className={styles.brand}>
          <Mark />
          <span>Wiedersehen</span>
        </p>
        <h1>{title}</h1>
        {lede && <p className={styles.lede}>{lede}</p>}
        <div className={styles.body}>{children}</div>
      </main>
    </div>
  );
}
