import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { createTopic, listTopics, retireTopic } from '../contract-settings.ts';
import type { Topic } from '../settings/schema.ts';
import styles from './consent-page.module.css';
import type { PartState } from './part.ts';

/** What people can choose to read about; each is a question of its own. */
export function TopicsPart({ isOpen, onOpen }: PartState) {
  const t = useMessages('consent');
  const mayWrite = useMay('consent.write');
  const { data, error, refetch } = useRead(listTopics, {});
  const [retiring, setRetiring] = useState<Topic>();
  const topics = (data?.items ?? []).filter(({ isRetired }) => !isRetired);
  return (
    <Section title={t('topics.title')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBar />}
      {data && topics.length === 0 && <p className={styles.words}>{t('topics.empty')}</p>}
      <ul>
        {topics.map((topic) => (
          <TopicEntry key={topic.id} topic={topic} onRetire={mayWrite ? () => setRetiring(topic) : undefined} />
        ))}
      </ul>
      {mayWrite && <AddTopic isOpen={isOpen} onOpen={onOpen} />}
      {retiring && <RetireDialog topic={retiring} onClose={() => setRetiring(undefined)} />}
    </Section>
  );
}

function AddTopic({ isOpen, onOpen }: PartState) {
  const t = useMessages('consent');
  if (isOpen) return <TopicForm onLeave={() => onOpen()} />;
  return (
    <Button className={styles.act} onClick={() => onOpen('topic')}>
      {t('topics.add')}
    </Button>
  );
}

function TopicEntry({ topic, onRetire }: { topic: Topic; onRetire: (() => void) | undefined }) {
  const t = useMessages('consent');
  const language = useLanguage();
  return (
    <li className={styles.topic}>
      <b>{topic.names[writtenLanguageOf(language)]}</b>
      <span className={styles.plainQuiet}>{t('topics.confirmed', { count: topic.confirmed })}</span>
      {onRetire && (
        <Button look="bare" onClick={onRetire}>
          {t('topics.retire')}
        </Button>
      )}
    </li>
  );
}

function TopicForm({ onLeave }: { onLeave: () => void }) {
  const t = useMessages('consent');
  const [names, setNames] = useState({ de: '', en: '' });
  const [isTried, setTried] = useState(false);
  const act = useAct(createTopic, { stale: [listTopics], onDone: onLeave });
  const missing = (value: string) => (isTried && value.trim() === '' ? t('topics.name_missing') : undefined);
  const save = () => {
    setTried(true);
    if (names.de.trim() !== '' && names.en.trim() !== '') act.mutate({ body: { names } });
  };
  return (
    <div className={styles.form}>
      <Form label={t('topics.add')} onSubmit={save}>
        <TextField
          label={t('topics.name_de')}
          lang="de"
          value={names.de}
          error={missing(names.de)}
          onChange={(event) => setNames({ ...names, de: event.target.value })}
        />
        <TextField
          label={t('topics.name_en')}
          lang="en"
          value={names.en}
          error={missing(names.en)}
          onChange={(event) => setNames({ ...names, en: event.target.value })}
        />
        {act.error && <ProblemNote problem={act.error} />}
        <FormActions>
          <Button type="submit" look="filled" busy={act.isPending}>
            {t('topics.save')}
          </Button>
          <Button onClick={onLeave}>{t('page.leave')}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

function RetireDialog({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const t = useMessages('consent');
  const language = useLanguage();
  const act = useAct(retireTopic, { stale: [listTopics], onDone: onClose });
  const name = topic.names[writtenLanguageOf(language)];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('topics.retire_question', { name })}
      answers={
        <>
          <Button look="risk" busy={act.isPending} onClick={() => act.mutate({ params: { topicId: topic.id } })}>
            {t('topics.retire')}
          </Button>
          <Button onClick={onClose}>{t('topics.keep')}</Button>
        </>
      }
    >
      <p>{t('topics.retire_effect', { count: topic.confirmed })}</p>
      {act.error && <ProblemNote problem={act.error} />}
    </Dialog>
  );
}
