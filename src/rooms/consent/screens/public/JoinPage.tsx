import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApiProblem } from '#ground/http/client.ts';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { join, readJoinPage } from '../../contract-sign-up.ts';
import type { JoinPage as Facts } from '../../sign-up/schema.ts';
import { JoinForm } from './JoinForm.tsx';
import { usePublicWords } from './address-form.ts';
import styles from './public.module.css';
import { PublicSheet } from './PublicSheet.tsx';

/** Somebody puts themselves into the talent pool. Opening the page changes nothing; sending it sends one mail. */
export function JoinPage() {
  const t = usePublicWords();
  const { slug = '' }: { slug?: string } = useParams({ strict: false });
  const { facts, isPending, error, refetch } = useForm(slug);
  const title = facts ? t('join.title', { company: facts.company }) : t('join.gone.title');
  return (
    <PublicSheet title={title} facts={facts && { company: facts.company, addressForm: facts.addressForm }}>
      {isPending && !facts && <SkeletonRows rows={8} />}
      {error && !facts && <NoForm problem={error} onRetry={() => void refetch()} />}
      {facts && <Joining slug={slug} facts={facts} />}
    </PublicSheet>
  );
}

/** Another language is fetched anew; what stood there stays until it has come. */
function useForm(slug: string) {
  const language = writtenLanguageOf(useLanguage());
  const page = useRead(readJoinPage, { params: { slug }, query: { language } });
  const [shown, setShown] = useState<Facts>();
  if (page.data && page.data !== shown) setShown(page.data);
  return { ...page, facts: page.data ?? shown };
}

function Joining({ slug, facts }: { slug: string; facts: Facts }) {
  const language = writtenLanguageOf(useLanguage());
  const send = useAct(join);
  if (send.isSuccess) return <Sent />;
  return (
    <JoinForm
      facts={facts}
      busy={send.isPending}
      problem={send.error}
      onSend={(person) => send.mutate({ params: { slug }, body: { ...person, language } })}
    />
  );
}

const NOT_THERE = new Set(['consent.form_missing', 'http.invalid_input']);

function NoForm({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const t = usePublicWords();
  if (!NOT_THERE.has(problem.code))
    return (
      <>
        <h1>{t('public.trouble')}</h1>
        <ProblemNote problem={problem} onRetry={onRetry} />
      </>
    );
  return (
    <>
      <h1>{t('join.gone.title')}</h1>
      <p>{t('join.gone.what')}</p>
    </>
  );
}

function Sent() {
  const t = usePublicWords();
  return (
    <output className={styles.after}>
      <h1>{t('join.sent.title')}</h1>
      <p>{t('join.sent.what')}</p>
    </output>
  );
}
