import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import partStyles from '../shared/parts.module.css';
import { type CampaignResultAnswer, shortUrl, sortedClicks } from './figures.ts';
import styles from './result.module.css';

/** Which links were opened: people and programs apart, and nobody by name. */
export function Clicks({ clicks }: { clicks: CampaignResultAnswer['clicks'] }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const shown = (count: number | null) => (count === null ? t('result.few') : formats.number(count));
  return (
    <Section title={t('result.clicks')}>
      {clicks.length > 0 && (
        <div className={partStyles.table}>
          <DataTable
            caption={t('result.clicks')}
            rows={sortedClicks(clicks)}
            rowKey={({ number }) => String(number)}
            columns={[
              {
                key: 'url',
                head: t('result.link'),
                cell: linkCell,
              },
              {
                key: 'people',
                head: t('result.by_people'),
                align: 'right',
                cell: ({ byPeople }) => shown(byPeople),
              },
              {
                key: 'scanners',
                head: t('result.by_scanners'),
                align: 'right',
                cell: ({ byScanners }) => shown(byScanners),
              },
            ]}
          />
        </div>
      )}
      <p className={partStyles.quiet}>{t(clicks.length > 0 ? 'result.clicks_help' : 'result.clicks_none')}</p>
    </Section>
  );
}

const linkCell = ({ url }: { url: string }) => (
  <a href={url} rel="noreferrer" className={styles.url}>
    {shortUrl(url)}
  </a>
);
