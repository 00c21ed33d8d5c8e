import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import type { LeftOut } from './left-out.ts';
import styles from './parts.module.css';

/** How many get nothing, and why; each person is counted once, by the first reason. */
export function LeftOutList({ groups }: { groups: readonly LeftOut[] }) {
  const t = useMessages('campaigns');
  const has = useHasMessage();
  const formats = useFormats();
  const word = (code: string) => t(has('campaigns', `leftOut.${code}`) ? `leftOut.${code}` : 'leftOut.other');
  return (
    <dl className={styles.reasons}>
      {groups.map(({ code, count }) => (
        <div key={code}>
          <dt>{word(code)}</dt>
          <dd>{formats.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
