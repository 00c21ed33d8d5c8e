import { useState } from 'react';
import type { ApiProblem } from '#ground/http/client.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useLanguage } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import type { JoinPage, Joining } from '../../sign-up/schema.ts';
import { EMPTY_JOIN, type JoinDraft, missingIn } from './join-draft.ts';
import { usePublicWords } from './address-form.ts';
import styles from './public.module.css';

interface JoinFormProps {
  facts: JoinPage;
  busy: boolean;
  problem: ApiProblem | null;
  onSend: (person: Omit<Joining, 'language'>) => void;
}

/** Name, address, and each choice by itself: none of them ticked. */
export function JoinForm({ facts, busy, problem, onSend }: JoinFormProps) {
  const t = usePublicWords();
  const [draft, setDraft] = useState(EMPTY_JOIN);
  const [isTried, setTried] = useState(false);
  const missing = isTried ? missingIn(draft) : [];
  const set = (change: Partial<JoinDraft>) => setDraft({ ...draft, ...change });
  const send = () => {
    setTried(true);
    const { stays, ...person } = draft;
    if (missingIn(draft).length === 0 && stays) onSend({ ...person, stays });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h1>{t('join.title', { company: facts.company })}</h1>
      {facts.intro && <p className={styles.wording}>{facts.intro}</p>}
      <Names
        draft={draft}
        onSet={set}
        errorOf={(field) =>
          missing.includes(field)
            ? t(field === 'email' && draft.email.trim() !== '' ? 'join.odd_email' : `join.missing.${field}`)
            : undefined
        }
      />
      <Choices facts={facts} draft={draft} isStayMissing={missing.includes('stays')} onSet={set} />
      <details className={styles.notice}>
        <summary>{t('join.notice')}</summary>
        <p className={styles.wording}>{facts.notice}</p>
      </details>
      {problem &&
        (problem.status === 429 ? (
          <p role="alert" className={styles.mistake}>
            {t('join.busy')}
          </p>
        ) : (
          <div className={styles.trouble}>
            <ProblemNote problem={problem} />
          </div>
        ))}
      <section className={styles.decision}>
        <Button type="submit" size="big" busy={busy}>
          {t('join.send')}
        </Button>
      </section>
    </form>
  );
}

interface NamesProps {
  draft: JoinDraft;
  onSet: (change: Partial<JoinDraft>) => void;
  errorOf: (field: 'firstName' | 'lastName' | 'email') => string | undefined;
}

function Names({ draft, onSet, errorOf }: NamesProps) {
  const t = usePublicWords();
  return (
    <div className={styles.fields}>
      <TextField
        label={t('join.first_name')}
        autoComplete="given-name"
        maxLength={100}
        value={draft.firstName}
        error={errorOf('firstName')}
        onChange={(event) => onSet({ firstName: event.target.value })}
      />
      <TextField
        label={t('join.last_name')}
        autoComplete="family-name"
        maxLength={100}
        value={draft.lastName}
        error={errorOf('lastName')}
        onChange={(event) => onSet({ lastName: event.target.value })}
      />
      <TextField
        label={t('join.email')}
        help={t('join.email_help')}
        type="email"
        autoComplete="email"
        maxLength={254}
        value={draft.email}
        error={errorOf('email')}
        onChange={(event) => onSet({ email: event.target.value })}
      />
      <div className={styles.unseen} aria-hidden="true">
        <TextField
          label={t('join.leave_empty')}
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={draft.website}
          onChange={(event) => onSet({ website: event.target.value })}
        />
      </div>
    </div>
  );
}

interface ChoicesProps {
  facts: JoinPage;
  draft: JoinDraft;
  isStayMissing: boolean;
  onSet: (change: Partial<JoinDraft>) => void;
}

function Choices({ facts: { stay, topics, language: written }, draft, isStayMissing, onSet }: ChoicesProps) {
  const t = usePublicWords();
  const formats = useFormats();
  const language = writtenLanguageOf(useLanguage());
  const { stays, topicIds } = draft;
  const mark = (id: string, isMarked: boolean) =>
    onSet({ topicIds: isMarked ? [...topicIds, id] : topicIds.filter((one) => one !== id) });
  return (
    <>
      <ul className={styles.choices} aria-label={t('public.choices')}>
        <li className={styles.asked}>
          <Checkbox checked={stays} aria-describedby="stay-needed" onMark={(isMarked) => onSet({ stays: isMarked })}>
            <b>{t('join.stay')}</b>
          </Checkbox>
          <div className={styles.wording}>
            <Said size="small" lang={written}>
              {stay.text}
            </Said>
          </div>
          <p id="stay-needed" className={isStayMissing ? styles.mistake : styles.quiet}>
            {isStayMissing ? t('join.stay_needed') : t('join.stay_until', { date: formats.dateLong(stay.until) })}
          </p>
        </li>
      </ul>
      {topics.length > 0 && (
        <>
          <h2>{t('join.topics')}</h2>
          <p className={styles.quiet}>{t('join.topics_help')}</p>
          <ul className={styles.choices} aria-label={t('join.topics')}>
            {topics.map(({ id, names, text }) => (
              <li key={id} className={styles.asked}>
                <Checkbox checked={topicIds.includes(id)} onMark={(isMarked) => mark(id, isMarked)}>
                  <b>{names[language]}</b>
                </Checkbox>
                <div className={styles.wording}>
                  <Said size="small" lang={written}>
                    {text}
                  </Said>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
