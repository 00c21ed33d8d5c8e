import { Link } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import textStyles from '#ground/ui/text.module.css';
import { warningsRoute } from '../../contract-writing.ts';
import type { Warning } from '../../schema-writing.ts';
import styles from '../shared/parts.module.css';
import { useWarningWords } from '../shared/use-warning-words.ts';
import sendStyles from './send.module.css';

export function useWarnings(campaignId: string) {
  const { data } = useRead(warningsRoute, { params: { campaignId }, body: {} });
  const items = data?.items ?? [];
  return {
    isChecked: data !== undefined,
    stops: items.filter(({ weight }) => weight === 'stop'),
    looks: items.filter(({ weight }) => weight === 'look'),
  };
}

/** What the check found: what has to be mended first, then what may stay. */
export function Warnings({ campaignId }: { campaignId: string }) {
  const t = useMessages('campaigns');
  const { isChecked, stops, looks } = useWarnings(campaignId);
  if (!isChecked) return null;
  if (stops.length + looks.length === 0) return <p className={styles.quiet}>{t('send.warnings_none')}</p>;
  return (
    <div className={sendStyles.warnings}>
      {stops.length > 0 && (
        <WarningList title={t('send.warnings_stop', { count: stops.length })} warnings={stops} stops />
      )}
      {looks.length > 0 && <WarningList title={t('send.warnings_look', { count: looks.length })} warnings={looks} />}
      <p>
        <Link to="/campaigns/$campaignId" params={{ campaignId }} className={textStyles.link}>
          {t('send.to_editor')}
        </Link>
      </p>
    </div>
  );
}

function WarningList({
  title,
  warnings,
  stops = false,
}: {
  title: string;
  warnings: readonly Warning[];
  stops?: boolean;
}) {
  const words = useWarningWords();
  return (
    <div className={stops ? sendStyles.stops : undefined}>
      <p className={textStyles.strong}>{title}</p>
      <ul className={sendStyles.list}>
        {warnings.map((warning, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same may be found twice, and nothing moves
          <li key={i}>{words(warning)}</li>
        ))}
      </ul>
    </div>
  );
}
