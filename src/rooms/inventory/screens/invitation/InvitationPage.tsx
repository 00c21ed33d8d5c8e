import type { UseMutationResult } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ApiProblem } from '#ground/http/client.ts';
import type { ClientAnswer, ClientInput } from '#ground/http/contract.ts';
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
  const { token = '' }: { token?: string } = useParams({ strict: false });
  const invitation = useRead(readInvitation, { params: { token } });
  const act = useAct(answerInvitation);
  const { data } = invitation;
  useLanguageOf(data?.language);
  useTitle(act.data ? t(`invitation.after.${act.data.answer}.title`) : t('invitation.title'), data?.company);
  return (
    <div className={styles.page}>
      <LetterHead invitation={data} />
      <main className={styles.letter}>
        {invitation.isPending && <SkeletonRows rows={5} />}
        {invitation.error && <Gone problem={invitation.error} />}
        {data && act.data && <Answered answer={act.data.answer} company={data.company} />}
        {data && !act.data && <Question token={token} invitation={data} act={act} />}
      </main>
      <footer className={styles.foot}>
        {data && <p>{t('invitation.responsible', { company: data.company })}</p>}
        <p className={styles.quiet}>{t('invitation.runs_on')}</p>
      </footer>
    </div>
  );
}

type Invitation = ClientAnswer<typeof readInvitation>;

function LetterHead({ invitation }: { invitation: Invitation | undefined }) {
  return (
    <header className={styles.head}>
      <b>{invitation?.company}</b>
      <span>{invitation?.name}</span>
    </header>
  );
}

interface QuestionProps {
  token: string;
  invitation: Invitation;
  act: UseMutationResult<ClientAnswer<typeof answerInvitation>, ApiProblem, ClientInput<typeof answerInvitation>>;
}

function Question({ token, invitation, act }: QuestionProps) {
  const t = useMessages('inventory');
  return (
    <>
      <h1>{t('invitation.title')}</h1>
      <div className={styles.text}>
        <Said lang={invitation.language}>{invitation.text}</Said>
      </div>
      <Decision
        eraseOn={invitation.eraseOn}
        company={invitation.company}
        busy={act.isPending}
        onAnswer={(answer) => act.mutate({ params: { token }, body: { answer } })}
      />
      {act.error && <ProblemNote problem={act.error} kept={t('invitation.nothing_changed')} />}
    </>
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
    <output className={styles.answered}>
      <h1>{t(`invitation.after.${answer}.title`)}</h1>
      <p>{t(`invitation.after.${answer}.what`, { company })}</p>
    </output>
  );
}

function Gone({ problem }: { problem: { code: string; status: number } }) {
  const t = useMessages('inventory');
  // 422: a link that lost its end on the way is no link either.
  if (problem.code !== 'inventory.invitation_is_over' && problem.status !== 404 && problem.status !== 422)
    return (
      <>
        <h1>{t('invitation.title')}</h1>
        <ProblemNote problem={problem} />
      </>
    );
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

function useTitle(title: string, company = 'Wiedersehen') {
  useEffect(() => {
    document.title = `${title} · ${company}`;
  }, [title, company]);
}
