import { Icon } from '#ground/ui/Icon.tsx';
import type { Reason } from '../../schema-today.ts';
import { Marked } from '../shared/Marked.tsx';
import { REASON_ICONS } from './reason-icons.ts';
import styles from './entry.module.css';
import { useReasonWords } from './use-reason-words.ts';

/** Icon, reason in bold, one sentence with its day. Never a score. */
export function ReasonLine({ reason }: { reason: Reason }) {
  const words = useReasonWords();
  return (
    <p className={styles.why}>
      <Icon of={REASON_ICONS[reason.kind]} />
      <span>
        <Marked words={words(reason)} />
      </span>
    </p>
  );
}
