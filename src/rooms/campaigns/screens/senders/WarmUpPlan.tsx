import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { SenderCard } from '../../schema-sending.ts';
import partStyles from '../shared/parts.module.css';
import styles from './senders.module.css';
import { warmUpDays, warmUpStanding } from './warm-up.ts';

/** How many letters may leave on which day, while mail providers get to know the sender. */
export function WarmUpPlan({ plan }: { plan: NonNullable<SenderCard['warmUp']> }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const standing = warmUpStanding(plan, today);
  return (
    <div className={partStyles.part}>
      <h3 className={styles.head}>{t('senders.warm_up')}</h3>
      <p className={partStyles.quiet}>{t(`senders.warm_up_is.${standing}`)}</p>
      {standing !== 'over' && (
        <ol className={styles.days}>
          {warmUpDays(plan).map(({ on, most }) => (
            <li key={on} aria-current={on === today ? 'date' : undefined}>
              <span>{formats.dateShort(on)}</span>
              <span>{formats.number(most)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
