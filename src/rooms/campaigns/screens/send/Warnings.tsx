import { Link } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import textStyles from '#ground/ui/text.module.css';
import { reachRoute, warningsRoute } from '../../contract-writing.ts';
import type { CampaignDetail, Warning } from '../../schema-writing.ts';
import styles from '../shared/parts.module.css';
import { useWarningPlace, useWarningWords } from '../shared/use-warning-words.ts';
import sendStyles from './send.module.css';

/** What the words show, and what the readers show; the second is counted once for the whole page. */
export function useWarnings({ id, audience }: CampaignDetail) {
  const params = { campaignId: id };
  const { data } = useRead(warningsRoute, { params, body: { part: 'letter' } });
  const reach = useRead(reachRoute, { params, body: {} }, { enabled: audience !== null });
  const items = [...(data?.items ?? []), ...(reach.data?.warnings ?? [])];
  return {
    isChecked: data !== undefined,
    stops: items.filter(({ weight }) => weight === 'stop'),
    looks: items.filter(({ weight }) => weight === 'look'),
  };
}

/** What the check found: what has to be mended first, then what may stay. */
export function Warnings({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const { isChecked, stops, looks } = useWarnings(campaign);
  if (!isChecked) return null;
  if (stops.length + looks.length === 0) return <p className={styles.quiet}>{t('send.warnings_none')}</p>;
  return (
    <div className={sendStyles.warnings}>
      {stops.length > 0 && (
        <WarningList
          letter={campaign.letter}
          title={t('send.warnings_stop', { count: stops.length })}
          warnings={stops}
          stops
        />
      )}
      {looks.length > 0 && (
        <WarningList
          letter={campaign.letter}
          title={t('send.warnings_look', { count: looks.length })}
          warnings={looks}
        />
      )}
      <p>
        <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} className={textStyles.link}>
          {t('send.to_editor')}
        </Link>
      </p>
    </div>
  );
}

interface WarningListProps extends Pick<CampaignDetail, 'letter'> {
  title: string;
  warnings: readonly Warning[];
  stops?: boolean;
}

/** More of them are mended beside the letter. */
const MOST_SHOWN = 6;

function WarningList({ letter, title, warnings, stops = false }: WarningListProps) {
  const words = useWarningWords();
  const placeOf = useWarningPlace();
  const t = useMessages('campaigns');
  const more = warnings.length - MOST_SHOWN;
  return (
    <div className={stops ? sendStyles.stops : undefined}>
      <p className={textStyles.strong}>{title}</p>
      <ul className={sendStyles.list}>
        {warnings.slice(0, MOST_SHOWN).map((warning, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same may be found twice, and nothing moves
          <li key={i}>
            {words(warning)} <span className={styles.note}>{placeOf(warning, letter)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.note}>{t('send.warnings_more', { count: more })}</p>}
    </div>
  );
}
