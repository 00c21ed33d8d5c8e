import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { Permission } from '#ground/ui/Permission.tsx';
import type { Finding, SenderCard } from '../../schema-sending.ts';
import partStyles from '../shared/parts.module.css';
import styles from './senders.module.css';

const SHAPES = { right: 'ja', weak: 'offen', wrong: 'nein' } as const;

/** What the check found, each with what helps. */
export function Findings({ card }: { card: SenderCard }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  if (card.checkedAt === null) return <p className={partStyles.part}>{t('senders.never_checked')}</p>;
  return (
    <div className={partStyles.part}>
      <h3 className={styles.head}>
        {t('senders.found')} <span className={partStyles.note}>{formats.dateTime(card.checkedAt)}</span>
      </h3>
      <ul>
        {card.findings.map((finding, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- two keys of the same kind are checked, and nothing moves
          <FindingLine key={i} finding={finding} />
        ))}
      </ul>
    </div>
  );
}

function FindingLine({ finding: { check, state, code, params } }: { finding: Finding }) {
  const t = useMessages('campaigns');
  const has = useHasMessage();
  const known = has('campaigns', `sender.finding.${code}.what`);
  return (
    <li className={styles.finding}>
      <Permission state={SHAPES[state]} word={t(`sender.check.${check}`)} />
      <span>
        {t(known ? `sender.finding.${code}.what` : `sender.state.${state}`, params)}
        {known && state !== 'right' && has('campaigns', `sender.finding.${code}.advice`) && (
          <span className={styles.advice}>{t(`sender.finding.${code}.advice`, params)}</span>
        )}
      </span>
    </li>
  );
}
