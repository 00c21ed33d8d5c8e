import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import partStyles from '../shared/parts.module.css';
import { type CampaignResultAnswer, OUTCOMES } from './figures.ts';

/** The same by language; small groups stay hidden and the page says so. */
export function ByLanguage({ result: { byLanguage } }: { result: CampaignResultAnswer }) {
  const t = useMessages('campaigns');
  const has = useHasMessage();
  const formats = useFormats();
  if (byLanguage.length < 2) return null;
  const number = (value: number | null | undefined, hidden: string) =>
    value === null || value === undefined ? hidden : formats.number(value);
  const word = (language: string) =>
    has('campaigns', `result.lang.${language}`) ? t(`result.lang.${language}`) : language;
  const isAnyHidden = byLanguage.some(({ recipients }) => recipients === null);
  return (
    <Section title={t('result.languages')}>
      <div className={partStyles.table}>
        <DataTable
          caption={t('result.languages')}
          rows={byLanguage}
          rowKey={({ language }) => language}
          columns={[
            { key: 'language', head: t('result.language'), cell: ({ language }) => word(language) },
            {
              key: 'recipients',
              head: t('result.recipients'),
              align: 'right',
              cell: ({ recipients }) => number(recipients, t('result.hidden')),
            },
            ...OUTCOMES.map(({ key, name }) => ({
              key,
              head: t(`result.${name}`),
              align: 'right' as const,
              cell: ({ result }: CampaignResultAnswer['byLanguage'][number]) => number(result?.[key], '–'),
            })),
          ]}
        />
      </div>
      {isAnyHidden && <p className={partStyles.quiet}>{t('result.hidden_help')}</p>}
    </Section>
  );
}
