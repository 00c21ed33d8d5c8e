import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { MachineDraft } from '#ground/ui/Said.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { assistRoute } from '../../../contract-writing.ts';
import { ASSISTANCE_TASKS, type AssistanceBody } from '../../../schema-writing.ts';
import { useEditing } from '../editing.ts';
import { contentIdsIn, takenOver, wordsFor } from '../take-over.ts';
import styles from './panels.module.css';

type Task = AssistanceBody['task'];
type Draft = ClientAnswer<typeof assistRoute>;

const NEEDS_WISH: readonly Task[] = ['topics', 'draft'];

/** The language model of the company prepares words; nothing of it is in the letter before somebody takes it over. */
export function AssistancePanel() {
  const t = useMessages('campaigns');
  const { letter, current, languages, edit } = useEditing();
  const [task, setTask] = useState<Task>('draft');
  const [wish, setWish] = useState('');
  const [draft, setDraft] = useState<Draft>();
  const ask = useAct(assistRoute, { onDone: setDraft });
  const [language = 'de'] = languages;
  const block = letter.blocks.find(({ id }) => id === current);
  const text = NEEDS_WISH.includes(task) ? '' : wordsFor(block, task, language);
  const needsBlock = !NEEDS_WISH.includes(task) && text === '';
  const submit = () => ask.mutate({ body: { task, language, wish, text, contentIds: contentIdsIn(letter, language) } });
  const takeOver = () => {
    if (!draft) return;
    edit((now) => takenOver(now, { blockId: current, task, language, text: draft.text }));
    setDraft(undefined);
  };
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{t('editor.assist.lede')}</p>
      <Form label={t('editor.panel.assistance')} onSubmit={submit}>
        <SelectField
          label={t('editor.assist.task')}
          value={task}
          options={ASSISTANCE_TASKS.map((value) => ({ value, label: t(`editor.assist.tasks.${value}`) }))}
          onChoose={(chosen) => setTask(ASSISTANCE_TASKS.find((one) => one === chosen) ?? 'draft')}
        />
        {NEEDS_WISH.includes(task) && (
          <TextArea
            label={t('editor.assist.wish')}
            help={t('editor.assist.wish_help')}
            maxLength={1000}
            value={wish}
            onChange={({ target }) => setWish(target.value)}
          />
        )}
        {needsBlock && <p className={styles.quiet}>{t('editor.assist.choose_block')}</p>}
        <div>
          <Button type="submit" busy={ask.isPending} disabled={needsBlock}>
            {t('editor.assist.ask')}
          </Button>
        </div>
      </Form>
      {ask.error && <ProblemNote problem={ask.error} />}
      {draft && (
        <MachineDraft {...(task === 'topics' ? {} : { onAccept: takeOver })} onDiscard={() => setDraft(undefined)}>
          <DraftWords draft={draft} />
        </MachineDraft>
      )}
    </div>
  );
}

/** What the machine wrote, what nothing of ours bears out, and what anybody could have written. */
function DraftWords({ draft: { text, model, doubts, stockPhrases } }: { draft: Draft }) {
  const t = useMessages('campaigns');
  return (
    <>
      <span className={styles.draftWords}>{text}</span>
      {doubts.length > 0 && (
        <span className={styles.doubts}>{t('editor.assist.doubts', { doubts: doubts.join(', ') })}</span>
      )}
      {stockPhrases.length > 0 && (
        <span className={styles.doubts}>{t('editor.assist.phrases', { phrases: stockPhrases.join(', ') })}</span>
      )}
      <span className={styles.quiet}>{t('editor.assist.model', { model })}</span>
    </>
  );
}
