import { useState } from 'react';
import type { ApiProblem } from '#ground/http/client.ts';
import { useAct, useRead } from '#ground/http/use-call.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
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
  const { read, shown, turnTo, ...choices } = useOwnPage(token);
  const { data, error, isPending, refetch } = read;
  const t = useWordsFor(data?.addressForm);
  const title = shown === null ? t('public.after.left.title') : t('preferences.title');
  return (
    <PublicSheet
      title={title}
      facts={data && { ...data, name: shown?.name, language: shown?.language }}
      onTurn={shown ? turnTo : undefined}
    >
      {isPending && <SkeletonRows rows={8} />}
      {error && <LinkProblem problem={error} onRetry={() => void refetch()} />}
      {shown === null && <Left />}
      {shown && !error && <Choices title={title} preferences={shown} {...choices} />}
    </PublicSheet>
  );
}

/** What stands on the page, in the language it was turned to; null after leaving. */
function useOwnPage(token: string) {
  const read = useRead(readPreferences, { params: { token } });
  const [latest, setLatest] = useState<Preferences | null>();
  const act = useAct(actOnPreferences, { onDone: ({ preferences }) => setLatest(preferences) });
  const turn = useAct(readPreferences, { onDone: setLatest });
  const shown = latest === undefined ? read.data : latest;
  const busy = act.isPending || turn.isPending;
  const decide = (body: PreferenceAct) => {
    turn.reset();
    // What is kept as agreed to is the text that stands on the page, in its language.
    act.mutate({ params: { token }, query: { language: shown ? writtenLanguageOf(shown.language) : undefined }, body });
  };
  const turnTo = (to: Language) => {
    if (busy) return;
    act.reset();
    turn.mutate({ params: { token }, query: { language: writtenLanguageOf(to) } });
  };
  return { read, shown, busy, failure: act.error ?? turn.error, onDecide: decide, turnTo };
}

interface ChoicesProps {
  title: string;
  preferences: Preferences;
  busy: boolean;
  failure: ApiProblem | null;
  onDecide: (act: PreferenceAct) => void;
}

function Choices({ title, preferences, busy, failure, onDecide }: ChoicesProps) {
  return (
    <>
      <h1>{title}</h1>
      <Kept preferences={preferences} />
      <ThreeWays key={preferences.eraseOn} preferences={preferences} busy={busy} onDecide={onDecide} />
      {failure && (
        <div className={styles.trouble}>
          <ProblemNote problem={failure} />
        </div>
      )}
      <Allowed preferences={preferences} busy={busy} onDecide={onDecide} />
    </>
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
