import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import { readEraseForecast } from '../contract-settings.ts';
import styles from './consent-page.module.css';

/** What the next thirty days erase when nobody answers: what stands here is what then happens. */
export function ForecastPart() {
  const t = useMessages('consent');
  const has = useHasMessage();
  const formats = useFormats();
  const { data, error, refetch } = useRead(readEraseForecast, {});
  const rows = (data?.groups ?? []).map(({ segment, reason, count, firstOn }) => ({
    key: `${segment} ${reason}`,
    who: has('consent', `segment.${segment}`) ? t(`segment.${segment}`) : t('forecast.without_ground'),
    why: t(`erase_reason.${reason}`),
    count: formats.number(count),
    first: formats.dateLong(firstOn),
  }));
  return (
    <Section title={t('forecast.title')} extra={data && data.total > 0 && t('forecast.total', { count: data.total })}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} />}
      {data && rows.length === 0 && <p className={styles.words}>{t('forecast.nobody')}</p>}
      {rows.length > 0 && <Groups rows={rows} />}
      <p className={styles.quiet}>{t('forecast.help')}</p>
    </Section>
  );
}

interface Row {
  key: string;
  who: string;
  why: string;
  count: string;
  first: string;
}

function Groups({ rows }: { rows: readonly Row[] }) {
  const t = useMessages('consent');
  const isPhone = useIsPhone();
  return (
    <DataTable
      caption={t('forecast.title')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'who', head: t('forecast.who'), cell: isPhone ? wholeCell : ({ who }) => who },
        { key: 'count', head: t('forecast.count'), cell: ({ count }) => count },
        ...(isPhone ? [] : [{ key: 'why', head: t('forecast.why'), cell: ({ why }: Row) => why }]),
        { key: 'first', head: t('forecast.first'), cell: ({ first }) => first },
      ]}
    />
  );
}

/** Four columns have no room on a phone: the reason stands below. */
const wholeCell = ({ who, why }: Row) => (
  <>
    {who}
    <span className={`${styles.rowLine} ${styles.rowAside}`}>{why}</span>
  </>
);
