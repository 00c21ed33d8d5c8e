import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './line.module.css';
import type { Touch } from './line-types.ts';

/** The touches as a list, for those who cannot see the drawing. The button shows itself when it is focused. */
export function TouchList({ touches }: { touches: readonly Touch[] }) {
  const t = useMessages('ui');
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const newestFirst = touches.toSorted((a, b) => b.on.localeCompare(a.on));
  return (
    <>
      <button type="button" className={styles.listButton} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('line.list')}
      </button>
      {isOpen && (
        <ul className={styles.list}>
          {newestFirst.map((touch, i) => (
            <li key={i}>
              {t(`line.touch.${touch.kind === 'bulk' ? 'bulk' : touch.direction}`, {
                date: formats.dateLong(touch.on),
              })}
              {touch.name && <b> {touch.name}</b>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
