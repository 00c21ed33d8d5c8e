import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { isLanguage } from '#ground/i18n/languages.ts';
import { changeLanguage } from '#ground/i18n/messages.browser.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { answerInvitation, readInvitation } from '../../contract.ts';
import styles from './invitation-page.module.css';

/** What an invited person sees: the question, the text, and two answers of the same weight. Opening it changes nothing. */
export function InvitationPage() {
  const t = useMessages('inventory');
  const { token = '' } = useParams({ strict: false }) as { token?: string };
  const invitation = useRead(readInvitation, { params: { token } });
  const act = useAct(answerInvitation);
  const { data } = invitation;
  useLanguageOf(data?.language);
  const title = act.data ? t(`invitation.after.${act.data.answer}.title`) : t('invitation.title');
  useEffect(() => {
    document.title = data ? `${title} · ${data.company}` : title;
  }, [title, data]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <b>{data?.company}</b>
        <span>{data?.name}</span>
      </header>
      <main className={styles.letter}>
        {invitation.isPending && <SkeletonRows rows={5} />}
        {invitation.error && <Gone problem={invitation.error} />}
        {data && act.data && <Answered answer={act.data.answer} company={data.company} />}
        {data && !act.data && (
          <>
            <h1>{t('invitation.title')}</h1>
            <div className={styles.text}>
              <Said lang={data.language}>{data.text}</Said>
            </div>
            <Decision
              eraseOn={data.eraseOn}
              company={data.company}
              busy={act.isPending}
              onAnswer={(answer) => act.mutate({ params: { token }, body: { answer } })}
            />
            {act.error && <ProblemNote problem={act.error} kept={t('invitation.nothing_changed')} />}
          </>
        )}
      </main>
      <footer className={styles.foot}>
        {data && <p>{t('invitation.responsible', { company: data.company })}</p>}
        <p className={styles.quiet}>{t('invitation.runs_on')}</p>
      </footer>
    </div>
  );
}

interface DecisionProps {
  eraseOn: string;
  company: string;
  busy: boolean;
  onAnswer: (answer: 'agree' | 'leave') => void;
}

function Decision({ eraseOn, company, busy, onAnswer }: DecisionProps) {
  const t = useMessages('inventory');
  const formats = useFormats();
  return (
    <section className={styles.decision} aria-label={t('invitation.decide')}>
      <p>{t('invitation.no_answer', { date: formats.dateLong(eraseOn), company })}</p>
      <div className={styles.ways}>
        {(['agree', 'leave'] as const).map((answer) => (
          <Button key={answer} size="big" disabled={busy} onClick={() => onAnswer(answer)}>
            <b>{t(`invitation.${answer}.word`)}</b>
            <span className={styles.effect}>{t(`invitation.${answer}.effect`)}</span>
          </Button>
        ))}
      </div>
      <p className={styles.quiet}>{t('invitation.both_fine')}</p>
    </section>
  );
}

function Answered({ answer, company }: { answer: 'agree' | 'leave'; company: string }) {
  const t = useMessages('inventory');
  return (
    <div role="status">
      <h1>{t(`invitation.after.${answer}.title`)}</h1>
      <p>{t(`invitation.after.${answer}.what`, { company })}</p>
    </div>
  );
}

function Gone({ problem }: { problem: { code: string; status: number } }) {
  const t = useMessages('inventory');
  if (problem.code !== 'inventory.invitation_is_over' && problem.status !== 404)
    return <ProblemNote problem={problem} />;
  return (
    <>
      <h1>{t('invitation.gone.title')}</h1>
      <p>{t('invitation.gone.what')}</p>
    </>
  );
}

/** The page speaks the language of the letter, whatever the browser prefers. */
function useLanguageOf(language: string | undefined) {
  useEffect(() => {
    if (isLanguage(language)) void changeLanguage(language);
  }, [language]);
}
