import { Link } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { PoolPage } from '../../schema.ts';
import styles from './board.module.css';

/** Many are counted, not dragged: stages as bars, people via the list. */
export function VolumeBoard({ pool }: { pool: PoolPage }) {
  const t = useMessages('pools');
  const ofTalents = useMessages('talents');
  const formats = useFormats();
  const most = Math.max(...pool.stages.map(({ people }) => people), 1);
  return (
    <div className={styles.volume}>
      <p className={styles.quiet}>{t('board.counted')}</p>
      <ul className={styles.bars}>
        {pool.stages
          .filter(({ people }) => people > 0)
          .map(({ stage, people }) => (
            <li key={stage}>
              <Link to="/talents" search={{ pool: pool.id, stage }} className={styles.bar}>
                <span>{ofTalents(`stage.${stage}`)}</span>
                <i className={styles.stroke} style={{ width: `${Math.max(0.5, (people / most) * 100)}%` }} />
                <b>{formats.number(people)}</b>
              </Link>
            </li>
          ))}
      </ul>
    </div>
  );
}
