import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { uncertainRoute } from '../../contract-sending.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import styles from '../shared/parts.module.css';
import { PersonLink } from '../shared/PersonLink.tsx';
import { useCounted } from './use-counted.ts';

/** Letters of which nobody knows whether they arrived, person by person. */
export function Uncertain({ campaign: { id, state } }: { campaign: Pick<CampaignDetail, 'id' | 'state'> }) {
  const t = useMessages('campaigns');
  const has = useHasMessage();
  const formats = useFormats();
  const { data } = useCounted(uncertainRoute, { params: { campaignId: id } }, state);
  if (!data || data.rows.length === 0) return null;
  const what = (code: string | null) =>
    code !== null && has('campaigns', `code.${code}`) ? t(`code.${code}`) : t('code.other', { code: code ?? '–' });
  return (
    <Section title={t('send.uncertain_title')}>
      <p className={styles.quiet}>{t('send.uncertain_help')}</p>
      <div className={styles.table}>
        <DataTable
          caption={t('send.uncertain_title')}
          rows={data.rows}
          rowKey={({ talentId }) => talentId}
          columns={[
            {
              key: 'person',
              head: t('send.person'),
              cell: personCell,
            },
            { key: 'what', head: t('send.what'), cell: ({ code }) => what(code) },
            { key: 'since', head: t('send.since'), cell: ({ since }) => formats.dateTime(since) },
          ]}
        />
      </div>
    </Section>
  );
}

const personCell = ({ talentId, name }: { talentId: string; name: string | null }) =>
  name === null ? <Gone /> : <PersonLink talentId={talentId} name={name} />;

const Gone = () => useMessages('campaigns')('send.unnamed');
