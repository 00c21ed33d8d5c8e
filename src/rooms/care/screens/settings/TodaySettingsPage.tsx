import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { changeSettings, readSettings, readToday } from '../../contract-today.ts';
import type { TodaySettings } from '../../schema-today.ts';
import { CalendarPart } from './CalendarPart.tsx';
import { DigestPart } from './DigestPart.tsx';
import { OrderPart } from './OrderPart.tsx';
import { PerDayPart } from './PerDayPart.tsx';

/** How I want my morning: the order of reasons, how many people, a mail, a calendar. Everything is saved at once. */
export function TodaySettingsPage() {
  const t = useMessages('care');
  const { data, error, refetch } = useRead(readSettings, {});
  const today = useRead(readToday, {});
  const change = useAct(changeSettings, { stale: [readSettings, readToday] });
  if (!data && !error) return <SkeletonPage />;
  const save = (next: Partial<TodaySettings>) => change.mutate({ body: next });
  const settings = data && { ...data, ...change.variables?.body };
  return (
    <Page
      title={t('settings.title')}
      lede={t('settings.lede')}
      path={[{ label: t('nav.today'), to: '/today' }, { label: t('settings.title') }]}
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {change.error && <ProblemNote problem={change.error} kept={t('settings.kept')} />}
      {settings && (
        <>
          <Section title={t('settings.order')}>
            <OrderPart order={settings.order} phase={today.data?.phase ?? null} onOrder={(order) => save({ order })} />
          </Section>
          <Section title={t('settings.per_day')}>
            <PerDayPart perDay={settings.perDay} onPerDay={(perDay) => save({ perDay })} />
          </Section>
          <Section title={t('settings.digest')}>
            <DigestPart settings={settings} onChange={save} />
          </Section>
        </>
      )}
      <Section title={t('settings.calendar')}>
        <CalendarPart />
      </Section>
    </Page>
  );
}
