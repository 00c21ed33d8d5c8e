import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { createAssessment, listAssessments } from '../contract.ts';
import type { NewAssessment } from '../schema.ts';
import { ASSESSED_SEGMENTS, type DraftField, emptyDraft, mistakesOf } from './assessment-draft.ts';
import styles from './consent-page.module.css';

const idOf = (field: DraftField) => `assessment-${field}`;

export function NewAssessmentForm({ onLeave }: { onLeave: () => void }) {
  const t = useMessages('consent');
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const [draft, setDraft] = useState(() => emptyDraft(today));
  const [wrong, setWrong] = useState<Partial<Record<DraftField, string>>>({});
  const act = useAct(createAssessment, {
    stale: [listAssessments],
    onDone: () => {
      showToast({ message: t('assessments.saved') });
      onLeave();
    },
  });
  const record = () => {
    const found = mistakesOf(draft, today);
    setWrong(found);
    if (Object.keys(found).length === 0) act.mutate({ body: draft });
  };
  const errorOf = (field: DraftField) => (wrong[field] ? t(`assessments.${wrong[field]}`) : undefined);
  const mistakes = (Object.keys(wrong) as DraftField[]).map((field) => ({
    fieldId: idOf(field),
    message: errorOf(field) ?? '',
  }));
  return (
    <div className={styles.form}>
      <Form label={t('assessments.add')} onSubmit={record} mistakes={mistakes}>
        <SelectField
          label={t('assessments.segment')}
          value={draft.segment}
          options={ASSESSED_SEGMENTS.map((value) => ({ value, label: t(`segment.${value}`) }))}
          onChoose={(segment) => setDraft({ ...draft, segment: segment as NewAssessment['segment'] })}
        />
        <TextField
          id={idOf('purpose')}
          label={t('assessments.purpose')}
          help={t('assessments.purpose_help')}
          error={errorOf('purpose')}
          maxLength={200}
          value={draft.purpose}
          onChange={(event) => setDraft({ ...draft, purpose: event.target.value })}
        />
        <TextArea
          id={idOf('reasoning')}
          voice="human"
          rows={6}
          label={t('assessments.reasoning')}
          help={t('assessments.reasoning_help')}
          error={errorOf('reasoning')}
          value={draft.reasoning}
          onChange={(event) => setDraft({ ...draft, reasoning: event.target.value })}
        />
        <TextField
          id={idOf('reviewOn')}
          type="date"
          label={t('assessments.review_on')}
          help={t('assessments.review_help')}
          error={errorOf('reviewOn')}
          value={draft.reviewOn}
          onChange={(event) => setDraft({ ...draft, reviewOn: event.target.value })}
        />
        {act.error && <ProblemNote problem={act.error} kept={t('assessments.kept')} />}
        <FormActions>
          <Button type="submit" look="filled" busy={act.isPending}>
            {t('assessments.save')}
          </Button>
          <Button onClick={onLeave}>{t('page.leave')}</Button>
        </FormActions>
      </Form>
    </div>
  );
}
