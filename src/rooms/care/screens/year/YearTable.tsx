import type { z } from 'zod';
import { useFormats } from '#ground/i18n/use-formats.ts';
import type { Formats } from '#ground/i18n/formats.ts';
import { type Translate, useMessages } from '#ground/i18n/use-messages.ts';
import { type DataColumn, DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import type { yearView } from '../../schema-plans.ts';
import styles from './year.module.css';

type YearView = z.infer<typeof yearView>;

interface YearRow {
  key: string;
  onDate: string;
  title: string;
  kind: string;
  plan: string;
  people: number;
  channel: string;
  holiday: string | null;
}

/** The same year in words, day by day. */
export function YearTable({ view: { plans } }: { view: YearView }) {
  const t = useMessages('care');
  const formats = useFormats();
  const rows = plans
    .flatMap(({ planId, name, people, contents }) =>
      contents.map((content): YearRow => ({
        ...content,
        key: `${planId}${content.contentId}${content.onDate}`,
        plan: name,
        people,
      })),
    )
    .toSorted((a, b) => a.onDate.localeCompare(b.onDate));
  return (
    <div className={styles.table}>
      <Section title={t('year.table')}>
        <DataTable<YearRow>
          caption={t('year.table')}
          columns={columnsOf(t, formats)}
          rows={rows}
          rowKey={({ key }) => key}
          empty={<p className={styles.none}>{t('year.no_contents')}</p>}
        />
      </Section>
    </div>
  );
}

const columnsOf = (t: Translate, formats: Formats): DataColumn<YearRow>[] => [
  { key: 'day', head: t('year.column.day'), width: '16%', cell: (row) => <DayCell row={row} /> },
  { key: 'title', head: t('year.column.title'), cell: ({ title }) => <b>{title}</b> },
  { key: 'kind', head: t('year.column.kind'), cell: ({ kind }) => t(`content_kind.${kind}`) },
  { key: 'plan', head: t('year.column.plan'), cell: ({ plan }) => plan },
  { key: 'channel', head: t('year.column.channel'), cell: ({ channel }) => t(`plan_channel.${channel}`) },
  { key: 'people', head: t('year.column.people'), align: 'right', cell: ({ people }) => formats.number(people) },
];

function DayCell({ row: { onDate, holiday } }: { row: YearRow }) {
  const formats = useFormats();
  return (
    <>
      {formats.dateLong(onDate)}
      {holiday && <span className={styles.off}>{holiday}</span>}
    </>
  );
}
