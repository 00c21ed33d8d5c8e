import { useMessages } from '#ground/i18n/use-messages.ts';
import { spineStyle } from '#ground/ui/line/LineAxis.tsx';
import type { LineAxis } from '#ground/ui/line/line-types.ts';
import textStyles from '#ground/ui/text.module.css';
import { useDayWords } from '../shared/use-day-words.ts';
import styles from './entry.module.css';
import { LINE_WIDTH } from './EntryLine.tsx';
import type { Handled } from './handled.ts';
import { useTakeBack } from './use-entry-acts.ts';

interface DoneLineProps {
  handled: Handled;
  number: number;
  axis: LineAxis;
}

/** Somebody who was dealt with, on one line, with the way back. */
export function DoneLine({ handled, number, axis }: DoneLineProps) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const takeBack = useTakeBack();
  const { name, act, on } = handled;
  return (
    <article className={styles.entry} data-open="done" aria-label={name}>
      <div className={styles.number} aria-hidden="true">
        {number}
      </div>
      <p className={styles.done}>
        <b>{name}</b>
        <span>{t(`folded.${act}`, { day: on ? dayWords(on) : '' })}</span>
        {handled.takeBack && (
          <button type="button" className={textStyles.link} onClick={() => void takeBack(handled)}>
            {t('folded.undo')}
          </button>
        )}
      </p>
      <div className={styles.spine} style={spineStyle(axis, LINE_WIDTH)} />
    </article>
  );
}
