import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { readTalentPermission } from '../../contract-person.ts';
import type { TalentPermission } from '../../person/schema.ts';
import { AroundList } from './AroundList.tsx';
import { PermissionActs, type PermissionAct } from './PermissionActs.tsx';
import { PermissionLines } from './PermissionLines.tsx';

/** "May I?": every way and purpose for one person, yes, no or never asked, with all reasons and what helps. */
export function PermissionPage() {
  const t = useMessages('consent');
  const { talentId = '' }: { talentId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useRead(readTalentPermission, { params: { talentId } });
  if (!data && !error) return <SkeletonPage />;
  return (
    <Page
      title={t('may.title')}
      lede={data && t('may.lede', { name: data.name })}
      path={[
        { label: t('may.talents'), to: '/talents' },
        { label: data?.name ?? t('may.person'), to: `/talents/${talentId}` },
        { label: t('may.title') },
      ]}
      aside={data && <Aside talentId={talentId} permission={data} />}
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {data && <Lines permission={data} />}
    </Page>
  );
}

function Lines({ permission: { lines } }: { permission: TalentPermission }) {
  const t = useMessages('consent');
  const topics = lines.filter(({ purpose }) => purpose === 'newsletter');
  return (
    <>
      <Section title={t('may.personal')} extra={t('may.personal_help')}>
        <PermissionLines lines={lines.filter(({ purpose }) => purpose === 'personal')} />
      </Section>
      <Section title={t('may.news')} extra={t('may.news_help')}>
        {topics.length === 0 ? <p>{t('may.no_topics')}</p> : <PermissionLines lines={topics} />}
      </Section>
      <Section title={t('may.question')} extra={t('may.question_help')}>
        <PermissionLines lines={lines.filter(({ purpose }) => purpose === 'question')} />
      </Section>
    </>
  );
}

function Aside({ talentId, permission }: { talentId: string; permission: TalentPermission }) {
  const mayWrite = useMay('consent.write');
  const navigate = useNavigate();
  const { act }: { act?: PermissionAct } = useSearch({ strict: false });
  const open = (next?: PermissionAct) =>
    void navigate({ to: '/talents/$talentId/permission', params: { talentId }, search: { act: next }, replace: true });
  return (
    <>
      <AroundList talentId={talentId} permission={permission} mayWrite={mayWrite} />
      {mayWrite && <PermissionActs talentId={talentId} permission={permission} open={act} onOpen={open} />}
    </>
  );
}
