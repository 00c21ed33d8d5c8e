import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Quoted, Said } from '#ground/ui/Said.tsx';
import type { QueueEntry } from '../../schema-today.ts';
import { useDayWords } from '../shared/use-day-words.ts';
import styles from './entry.module.css';

/** What the person said last, in their words, and when and how that was. */
export function LastWords({ last }: { last: QueueEntry['lastContact'] }) {
  const t = useMessages('care');
  const formats = useFormats();
  const dayWords = useDayWords();
  if (!last) return t('entry.never');
  const { at, direction, channel, subject, words } = last;
  const source = t(`entry.last_from.${direction}`, {
    channel: t(`touch.${channel}`),
    day: dayWords(at.slice(0, 10)),
    ago: formats.relative(at.slice(0, 10)),
  });
  if (words) {
    return (
      <>
        {direction === 'theirs' ? <Quoted words={words} /> : <Said>{words}</Said>}
        <span className={styles.note}>{source}</span>
      </>
    );
  }
  return (
    <>
      {subject && <span>{subject}</span>}
      <span className={subject ? styles.note : undefined}>{source}</span>
    </>
  );
}
