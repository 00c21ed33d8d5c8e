import { type FormEvent, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { createAssessment, listAssessments } from '#rooms/consent/contract.ts';
import type { Assessment } from '#rooms/consent/schema.ts';
import styles from './basis-list.module.css';
import { dayInMonths } from './basis-options.ts';

interface AssessmentChoiceProps {
  segment: Assessment['segment'];
  assessments: readonly Assessment[];
  value: string;
  onChoose: (assessmentId: string) => void;
}

const NEW = 'new';
const REVIEW_AFTER_MONTHS = 12;

/** A documented interest with its day of review, or one that is documented now. */
export function AssessmentChoice({ segment, assessments, value, onChoose }: AssessmentChoiceProps) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const [isWriting, setWriting] = useState(false);
  const options = [
    { value: '', label: t('assessment.choose') },
    ...assessments
      .filter((one) => one.segment === segment)
      .map(({ id, purpose, reviewOn, isOverdue }) => ({
        value: id,
        label: t(isOverdue ? 'assessment.overdue' : 'assessment.option', {
          purpose,
          when: formats.dateShort(reviewOn),
        }),
      })),
    { value: NEW, label: t('assessment.document_new') },
  ];
  return (
    <div className={styles.choice}>
      <SelectField
        label={t('assessment.label')}
        asks={value === ''}
        value={isWriting ? NEW : value}
        options={options}
        onChoose={(id) => {
          setWriting(id === NEW);
          if (id && id !== NEW) onChoose(id);
        }}
      />
      {isWriting && (
        <NewAssessment
          segment={segment}
          onDocumented={(id) => {
            setWriting(false);
            onChoose(id);
          }}
        />
      )}
    </div>
  );
}

function NewAssessment({
  segment,
  onDocumented,
}: Pick<AssessmentChoiceProps, 'segment'> & { onDocumented: (id: string) => void }) {
  const t = useMessages('inventory');
  const [purpose, setPurpose] = useState('');
  const [reasoning, setReasoning] = useState('');
  const [reviewOn, setReviewOn] = useState(() =>
    dayInMonths(new Date().toISOString().slice(0, 10), REVIEW_AFTER_MONTHS),
  );
  const act = useAct(createAssessment, { stale: [listAssessments], onDone: ({ id }) => onDocumented(id) });
  const document = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ body: { segment, purpose, reasoning, reviewOn } });
  };
  return (
    <form className={styles.form} onSubmit={document}>
      <TextField
        label={t('assessment.purpose')}
        required
        minLength={3}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <TextArea
        label={t('assessment.reasoning')}
        help={t('assessment.reasoning_help')}
        voice="human"
        required
        minLength={20}
        value={reasoning}
        onChange={(event) => setReasoning(event.target.value)}
      />
      <TextField
        label={t('assessment.review_on')}
        type="date"
        required
        value={reviewOn}
        onChange={(event) => setReviewOn(event.target.value)}
      />
      <Button type="submit" busy={act.isPending} disabled={purpose.trim().length < 3 || reasoning.trim().length < 20}>
        {t('assessment.document')}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </form>
  );
}
