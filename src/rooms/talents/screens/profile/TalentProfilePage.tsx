import { useNavigate, useParams } from '@tanstack/react-router';
import { type ComponentType, Suspense, useEffect, useMemo, useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { rememberVisit } from '#ground/ui/recent.ts';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonBar, SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import { readTalent } from '../../contract.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import { ActForms, type OpenAct } from '../acts/ActForms.tsx';
import { nameOf } from '../shared/names.ts';
import { useEdit } from '../shared/use-edit.tsx';
import { currentWalk } from '../shared/walk.ts';
import { ProfileEditingContext } from './editing.ts';
import { LongLine } from './LongLine.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { FactRow, ProfileHead } from './ProfileHead.tsx';
import { FactsColumn } from './FactsColumn.tsx';
import { AllowedAndPromised, SideColumn } from './SideColumn.tsx';
import styles from './talent-profile.module.css';
import { Timeline } from './Timeline.tsx';
import { useSavedFacts } from './use-saved-facts.ts';

export type TalentPart = ComponentType<{ talentId: string }>;

interface TalentProfilePageProps {
  /** Parts of other rooms, shown in the right column. */
  panels?: readonly TalentPart[];
}

const NO_PANELS: readonly TalentPart[] = [];

/** Everything about one person on one page. */
export function TalentProfilePage({ panels = NO_PANELS }: TalentProfilePageProps) {
  const t = useMessages('talents');
  const { talentId = '' }: { talentId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useRead(readTalent, { params: { talentId } });
  const name = data ? nameOf(data.talent) : t('panel.loading');
  useEffect(() => {
    if (data) rememberVisit({ to: `/talents/${data.talent.id}`, label: nameOf(data.talent), kind: 'person' });
  }, [data]);
  return (
    <Page
      title={name}
      heading={error ? undefined : <span />}
      path={[{ label: t('nav'), to: '/talents' }, { label: name }]}
      actions={
        <>
          <WalkKeys talentId={talentId} />
          {data && <MoreMenu talent={data.talent} />}
        </>
      }
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={12} />}
      {data && <Profile key={talentId} profile={data} panels={panels} />}
    </Page>
  );
}

function Profile({ profile, panels }: { profile: TalentProfile; panels: readonly TalentPart[] }) {
  const { talent } = profile;
  const today = useToday();
  const isPhone = useIsPhone();
  const mayEdit = useMay('talents.write') && talent.deletedAt === null;
  const [act, setAct] = useState<OpenAct>();
  const { editing, conflictDialog } = useProfileSaving(profile, mayEdit);
  return (
    <ProfileEditingContext value={editing}>
      <div className={styles.profile}>
        <ProfileHead talent={talent} onAct={setAct} />
        <FactRow profile={profile} today={today} />
        <LongLine profile={profile} today={today} />
        {isPhone && (
          <div className={styles.first}>
            <AllowedAndPromised profile={profile} onPromise={() => setAct('promise')} />
          </div>
        )}
        <div className={styles.columns}>
          <FactsColumn profile={profile} />
          <div className={styles.middle}>
            <ActForms talentId={talent.id} open={act} onOpen={setAct} />
            <Timeline talentId={talent.id} />
          </div>
          <SideColumn profile={profile} onPromise={() => setAct('promise')}>
            {panels.map((Panel, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- the parts never change their order
              <Suspense key={i} fallback={<SkeletonBar />}>
                <Panel talentId={talent.id} />
              </Suspense>
            ))}
          </SideColumn>
        </div>
        {conflictDialog}
      </div>
    </ProfileEditingContext>
  );
}

function useProfileSaving({ talent }: TalentProfile, mayEdit: boolean) {
  const { edit, conflictDialog } = useEdit();
  const [failed, setFailed] = useState<ReadonlyMap<string, string>>(new Map());
  const saved = useSavedFacts();
  const editing = useMemo(
    () => ({
      mayEdit,
      failed,
      save: (changes: Parameters<typeof edit>[0]['changes']) => {
        const [field = ''] = Object.keys(changes);
        setFailed(new Map([...failed].filter(([one]) => one !== field)));
        saved.show(talent.id, changes);
        void edit(
          { talentId: talent.id, version: talent.version, changes },
          {
            onSaved: (facts) => saved.keep(facts),
            onFailed: (reason) => {
              saved.keep(talent);
              setFailed((known) => new Map([...known, [field, reason]]));
            },
          },
        );
      },
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- edit and saved are made anew each time from the same parts
    [mayEdit, failed, talent],
  );
  return { editing, conflictDialog };
}

/** `[` and `]` walk the list one came from. */
function WalkKeys({ talentId }: { talentId: string }) {
  const t = useMessages('talents');
  const ui = useMessages('ui');
  const formats = useFormats();
  const navigate = useNavigate();
  const walk = currentWalk();
  const at = walk?.ids.indexOf(talentId) ?? -1;
  const goTo = (index: number) => {
    const next = walk?.ids[index];
    if (next) void navigate({ to: '/talents/$talentId', params: { talentId: next } });
  };
  useShortcuts(
    at < 0
      ? []
      : [
          { keys: '[', label: ui('panel.previous'), run: () => goTo(at - 1) },
          { keys: ']', label: ui('panel.next'), run: () => goTo(at + 1) },
        ],
  );
  if (!walk || at < 0) return null;
  return (
    <span className={styles.walk}>
      <button type="button" className={styles.step} aria-label={ui('panel.previous')} onClick={() => goTo(at - 1)}>
        [
      </button>
      <button type="button" className={styles.step} aria-label={ui('panel.next')} onClick={() => goTo(at + 1)}>
        ]
      </button>
      {t('panel.place', { at: formats.number(at + 1), total: formats.number(walk.total) })}
    </span>
  );
}
