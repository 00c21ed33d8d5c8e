import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiProblem } from '#ground/http/client.ts';
import type { ClientAnswer, ClientInput } from '#ground/http/contract.ts';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { answerConsentRequest, readConsentRequest } from '../../contract-requests.ts';
import { usePublicWords, useWordsFor } from './address-form.ts';
import styles from './public.module.css';
import { LinkProblem, NoLink, PublicSheet } from './PublicSheet.tsx';
import { useToken } from './use-token.ts';

type Question = ClientAnswer<typeof readConsentRequest>;

/** What one person is asked, each part by itself and none of it ticked. Opening the page changes nothing. */
export function ConfirmPage() {
  const t = usePublicWords();
  const token = useToken('confirm');
  if (token !== undefined) return <Request token={token} />;
  return (
    <PublicSheet title={t('public.gone.cut.title')} facts={undefined}>
      <NoLink kind="cut" />
    </PublicSheet>
  );
}

function Request({ token }: { token: string }) {
  const { data, error, isPending, refetch } = useRead(readConsentRequest, { params: { token } });
  const act = useAct(answerConsentRequest);
  const t = useWordsFor(data?.addressForm);
  const title = t(`public.${data?.kind ?? 'confirm'}.title`);
  return (
    <PublicSheet title={title} facts={data}>
      {isPending && <SkeletonRows rows={6} />}
      {error && <LinkProblem problem={error} onRetry={() => void refetch()} />}
      {data && act.data && <Thanks kind={data.kind} answer={act.data} company={data.company} />}
      {data && !act.data && <Asked title={title} question={data} token={token} act={act} />}
    </PublicSheet>
  );
}

interface AskedProps {
  title: string;
  question: Question;
  token: string;
  act: UseMutationResult<
    ClientAnswer<typeof answerConsentRequest>,
    ApiProblem,
    ClientInput<typeof answerConsentRequest>
  >;
}

function Asked({ title, question, token, act }: AskedProps) {
  return (
    <>
      <h1>{title}</h1>
      <Choices
        question={question}
        busy={act.isPending}
        onYes={(chosen) => act.mutate({ params: { token }, body: { answer: 'confirmed', chosen } })}
        onNo={() => act.mutate({ params: { token }, body: { answer: 'refused' } })}
      />
      {act.error && (
        <div className={styles.trouble}>
          <ProblemNote problem={act.error} />
        </div>
      )}
    </>
  );
}

interface ChoicesProps {
  question: Question;
  busy: boolean;
  onYes: (chosen: number[]) => void;
  onNo: () => void;
}

function Choices({ question, busy, onYes, onNo }: ChoicesProps) {
  const t = usePublicWords();
  const formats = useFormats();
  const { kind, choices } = question;
  // What somebody ticked when they signed up is confirmed as it is, or it was not them.
  const isTicked = kind === 'sign_up';
  const [chosen, setChosen] = useState<readonly number[]>(isTicked ? choices.map((_, at) => at) : []);
  const [isNothing, setNothing] = useState(false);
  const mark = (at: number, isMarked: boolean) =>
    setChosen(isMarked ? [...chosen, at] : chosen.filter((one) => one !== at));
  const confirm = () => {
    setNothing(chosen.length === 0);
    if (chosen.length > 0) onYes([...chosen]);
  };
  return (
    <>
      <p>{t(`public.${kind}.lede`, { company: question.company })}</p>
      <ul className={styles.choices} aria-label={t('public.choices')}>
        {choices.map((choice, at) => (
          <li key={`${choice.purpose}${choice.topic?.de ?? ''}`} className={styles.asked}>
            {isTicked ? (
              <ChoiceName choice={choice} />
            ) : (
              <Checkbox checked={chosen.includes(at)} onMark={(isMarked) => mark(at, isMarked)}>
                <ChoiceName choice={choice} />
              </Checkbox>
            )}
            <div className={isTicked ? styles.flush : styles.wording}>
              <Said size="small" lang={question.language}>
                {choice.text}
              </Said>
            </div>
          </li>
        ))}
      </ul>
      {isNothing && (
        <p role="alert" className={styles.mistake}>
          {t('public.nothing_chosen')}
        </p>
      )}
      <section className={styles.decision} aria-label={t('public.decide')}>
        <p>{t('public.until', { date: formats.dateLong(question.stayUntil) })}</p>
        <div className={styles.pair}>
          <Button size="big" disabled={busy} onClick={confirm}>
            <b>{t(`public.${kind}.yes`)}</b>
            <span className={styles.effect}>{t(`public.${kind}.yes_effect`)}</span>
          </Button>
          <Button size="big" disabled={busy} onClick={onNo}>
            <b>{t(`public.${kind}.no`)}</b>
            <span className={styles.effect}>{t(`public.${kind}.no_effect`)}</span>
          </Button>
        </div>
      </section>
    </>
  );
}

function ChoiceName({ choice: { purpose, topic } }: { choice: Question['choices'][number] }) {
  const t = usePublicWords();
  const language = useLanguage();
  return <b>{topic ? topic[writtenLanguageOf(language)] : t(`purpose.${purpose}`)}</b>;
}

interface ThanksProps {
  kind: Question['kind'];
  answer: ClientAnswer<typeof answerConsentRequest>;
  company: string;
}

function Thanks({ kind, answer: { answer, isErasedNext }, company }: ThanksProps) {
  const t = usePublicWords();
  const key = kind === 'sign_up' ? `sign_up_${answer}` : isErasedNext ? 'erased' : answer;
  return (
    <output className={styles.after}>
      <h1>{t(`public.after.${key}.title`)}</h1>
      <p>{t(`public.after.${key}.what`, { company })}</p>
    </output>
  );
}
