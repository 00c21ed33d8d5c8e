import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import partStyles from '../shared/parts.module.css';
import { type CampaignResultAnswer, OUTCOMES } from './figures.ts';
import styles from './result.module.css';

type LanguageResult = CampaignResultAnswer['byLanguage'][number];

/** The same by language, beside each other; small groups stay hidden and the page says so. */
export function ByLanguage({ result: { byLanguage } }: { result: CampaignResultAnswer }) {
  const t = useMessages('campaigns');
  const has = useHasMessage();
  const formats = useFormats();
  if (byLanguage.length < 2) return null;
  const isAnyHidden = byLanguage.some(({ recipients }) => recipients === null);
  const hiddenHelp = <p className={partStyles.quiet}>{t('result.hidden_help')}</p>;
  if (byLanguage.every(({ recipients }) => recipients === null))
    return <Section title={t('result.languages')}>{hiddenHelp}</Section>;
  const rows = [
    { key: 'recipients', word: t('result.recipients'), of: ({ recipients }: LanguageResult) => recipients },
    ...OUTCOMES.map(({ key, name }) => ({
      key,
      word: t(`result.${name}`),
      of: ({ result }: LanguageResult) => result?.[key] ?? null,
    })),
  ];
  const languageWord = (language: string) =>
    has('campaigns', `result.lang.${language}`) ? t(`result.lang.${language}`) : language;
  return (
    <Section title={t('result.languages')}>
      <div className={styles.languages}>
        <DataTable
          caption={t('result.languages')}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'outcome', head: t('result.outcome'), cell: wordCell },
            ...byLanguage.map((language) => ({
              key: language.language,
              head: languageWord(language.language),
              align: 'right' as const,
              cell: ({ of }: (typeof rows)[number]) => {
                const value = of(language);
                return value === null ? t('result.hidden') : formats.number(value);
              },
            })),
          ]}
        />
      </div>
      {isAnyHidden && hiddenHelp}
    </Section>
  );
}

const wordCell = ({ word }: { word: string }) => word;
