import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { actOnPreferences, readPreferences } from '../../contract-requests.ts';
import type { PreferenceAct, Preferences } from '../../requests/schema.ts';
import { Allowed } from './Allowed.tsx';
import { usePublicWords, useWordsFor } from './address-form.ts';
import styles from './public.module.css';
import { LinkProblem, NoLink, PublicSheet } from './PublicSheet.tsx';
import { ThreeWays } from './ThreeWays.tsx';
import { useToken } from './use-token.ts';

/** A person's own page: how long, how loud, about what; and the way out. Without signing in, and nothing happens by opening it. */
export function PreferencesPage() {
  const t = usePublicWords();
  const token = useToken('preferences');
  if (token !== undefined) return <OwnPage token={token} />;
  return (
    <PublicSheet title={t('public.gone.cut.title')} facts={undefined}>
      <NoLink kind="cut" />
    </PublicSheet>
  );
}

function OwnPage({ token }: { token: string }) {
  const { data, error, isPending, refetch } = useRead(readPreferences, { params: { token } });
  const [latest, setLatest] = useState<Preferences | null>();
  const act = useAct(actOnPreferences, { onDone: ({ preferences }) => setLatest(preferences) });
  const shown = latest === undefined ? data : latest;
  const t = useWordsFor(data?.addressForm);
  const decide = (body: PreferenceAct) => act.mutate({ params: { token }, body });
  const title = shown === null ? t('public.after.left.title') : t('preferences.title');
  return (
    <PublicSheet title={title} facts={data && { ...data, name: shown?.name }}>
      {isPending && <SkeletonRows rows={8} />}
      {error && <LinkProblem problem={error} onRetry={() => void refetch()} />}
      {shown === null && <Left />}
      {shown && !error && (
        <>
          <h1>{title}</h1>
          <Kept preferences={shown} />
          <ThreeWays key={shown.eraseOn} preferences={shown} busy={act.isPending} onDecide={decide} />
          {act.error && (
            <div className={styles.trouble}>
              <ProblemNote problem={act.error} />
            </div>
          )}
          <Allowed preferences={shown} busy={act.isPending} onDecide={decide} />
        </>
      )}
    </PublicSheet>
  );
}

function Kept({ preferences: { eraseOn, pausedUntil } }: { preferences: Preferences }) {
  const t = usePublicWords();
  const formats = useFormats();
  return (
    <output className={styles.kept}>
      <p>
        <b>{t('preferences.kept_until', { date: formats.dateLong(eraseOn) })}</b> {t('preferences.then_erased')}
      </p>
      {pausedUntil && <p>{t('preferences.paused_until', { date: formats.dateLong(pausedUntil) })}</p>}
    </output>
  );
}

function Left() {
  const t = usePublicWords();
  return (
    <output className={styles.after}>
      <h1>{t('public.after.left.title')}</h1>
      <p>{t('public.after.left.what')}</p>
    </output>
  );
}
