import { Suspense } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { useSequenceLetters } from '#ground/ui/sequence-letters.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { useTopics } from '#rooms/consent/web.tsx';
import type { StepLetter } from '../../schema-sequences.ts';
import type { StepDraft } from './sequence-draft.ts';
import { letterFieldId } from './sequence-mistakes.ts';
import styles from './sequences.module.css';

/** What holds for all steps of the sequence. */
export interface StepFrame {
  /** A Boutique pool: nothing leaves by itself. */
  tasksOnly: boolean;
  /** Any other contact stops it. */
  onTouch: boolean;
}

interface StepWayProps {
  step: StepDraft;
  number: number;
  frame: StepFrame;
  /** The sentence for a field that has to be put right. */
  errorOf: (fieldId: string) => string | undefined;
  onChange: (next: Partial<StepDraft>) => void;
}

/** Whether a mail step is a task or leaves by itself; where it may not leave, why. */
export function StepWay({ step, number, frame, errorOf, onChange }: StepWayProps) {
  const t = useMessages('care');
  const letters = useSequenceLetters();
  if (step.kind !== 'mail' || !letters) return null;
  if (frame.tasksOnly) return <p className={styles.note}>{t('sequence.boutique_tasks')}</p>;
  return (
    <>
      <div role="radiogroup" aria-label={t('sequence.way', { number })} className={styles.ways}>
        {(['task', 'sent'] as const).map((way) => (
          <Radio
            key={way}
            name={`step-${step.key}-way`}
            checked={step.isSent === (way === 'sent')}
            onChoose={() => onChange({ isSent: way === 'sent' })}
          >
            {t(`sequence.way_${way}`)}
          </Radio>
        ))}
      </div>
      {step.isSent && (
        <>
          <div className={styles.note}>
            <p>{t('sequence.sent_to')}</p>
            <p>{t(frame.onTouch ? 'sequence.sent_until_touch' : 'sequence.sent_until')}</p>
          </div>
          <LetterFields step={step} errorOf={errorOf} onChange={onChange} />
        </>
      )}
    </>
  );
}

function LetterFields({
  step: { key, letter },
  errorOf,
  onChange,
}: Pick<StepWayProps, 'step' | 'errorOf' | 'onChange'>) {
  const t = useMessages('care');
  const topics = useTopics();
  const letters = useSequenceLetters();
  const isGone = letter.topicId !== '' && topics.length > 0 && !topics.some(({ id }) => id === letter.topicId);
  const set = (change: Partial<StepLetter>) => onChange({ letter: { ...letter, ...change } });
  const [topicField, senderField, subjectField] = [
    letterFieldId(key, 'topic'),
    letterFieldId(key, 'sender'),
    letterFieldId(key, 'subject'),
  ];
  return (
    <>
      <div className={styles.choices}>
        <SelectField
          id={topicField}
          label={t('sequence.topic')}
          help={topics.length === 0 ? t('sequence.no_topic') : undefined}
          error={errorOf(topicField) ?? (isGone ? t('sequence.mistake.topic_gone') : undefined)}
          value={isGone ? '' : letter.topicId}
          options={[
            { value: '', label: t('sequence.choose') },
            ...topics.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(topicId) => set({ topicId })}
        />
        {letters && (
          <Suspense fallback={null}>
            <letters.SenderChoice
              id={senderField}
              value={letter.senderId}
              error={errorOf(senderField)}
              onChoose={(senderId) => set({ senderId })}
            />
          </Suspense>
        )}
      </div>
      <TextField
        id={subjectField}
        label={t('sequence.subject')}
        maxLength={200}
        error={errorOf(subjectField)}
        value={letter.subject}
        onChange={(event) => set({ subject: event.target.value })}
      />
    </>
  );
}
