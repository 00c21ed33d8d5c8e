import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { listRuns } from '../contract-matches.ts';
import styles from './matches.module.css';
import { useDirectoryWords } from './use-directory-words.ts';

/** The last runs: when, who, what for, by which rules. It names no person who was ranked. */
export function RunLog() {
  const t = useMessages('matching');
  const formats = useFormats();
  const directory = useDirectoryWords();
  const { data, error } = useRead(listRuns, { query: {} });
  return (
    <Section title={t('log.title')}>
      {error && <ProblemNote problem={error} />}
      {data && (
        <div className={styles.log}>
          <DataTable
            caption={t('log.title')}
            rows={data.items}
            rowKey={({ id }) => id}
            empty={<p>{t('log.none')}</p>}
            columns={[
              { key: 'at', head: t('log.at'), cell: ({ at }) => formats.dateTime(at) },
              { key: 'by', head: t('log.by'), cell: ({ by }) => by ?? t('log.program') },
              {
                key: 'what',
                head: t('log.what'),
                cell: ({ demand, purpose }) => demand?.title ?? t(`log.purpose.${purpose}`),
              },
              {
                key: 'level',
                head: t('log.level'),
                cell: ({ level, model }) => (model === null ? level : `${level}, ${model}`),
              },
              {
                key: 'rules',
                head: t('log.rules'),
                cell: ({ ruleVersion, directoryVersion }) => `${ruleVersion}, ${directory(directoryVersion)}`,
              },
              {
                key: 'ignored',
                head: t('log.ignored'),
                align: 'right',
                cell: ({ ignoredCount }) => formats.number(ignoredCount),
              },
              {
                key: 'ranked',
                head: t('log.ranked'),
                align: 'right',
                cell: ({ rankedCount }) => formats.number(rankedCount),
              },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
