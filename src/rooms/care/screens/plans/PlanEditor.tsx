import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { mistakesInPlan, type PlanDraft, type PlanMistake, planOf } from './plan-draft.ts';
import { PlanFields } from './PlanFields.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import styles from './plans.module.css';
import { useWhom } from './use-whom.ts';

const FIELD_OF: Record<PlanMistake, string> = {
  whom: 'plan-whom',
  name: 'plan-name',
  days: 'plan-days',
  channels: 'plan-channels',
  ends: 'plan-ends',
};

interface PlanEditorProps {
  title: string;
  draft: PlanDraft;
  onDraft: (change: Partial<PlanDraft>) => void;
  proposed?: { everyDays: number; phase: string } | undefined;
  isNew: boolean;
  /** The plan that is changed, so that it is not counted twice. */
  planId?: string;
  busy: boolean;
  problem: unknown;
  onSave: (state: 'draft' | 'running') => void;
  onLeave: () => void;
}

/** A plan being written, and beside it what it would mean: how many contacts a week, for whom, and what it runs into. */
export function PlanEditor(props: PlanEditorProps) {
  const { title, draft, planId, isNew, busy, problem, onDraft, onSave, onLeave } = props;
  const t = useMessages('care');
  const whoms = useWhom();
  const [mistakes, setMistakes] = useState<PlanMistake[]>([]);
  const save = (state: 'draft' | 'running') => {
    const found = mistakesInPlan(draft);
    setMistakes(found);
    if (found.length === 0 && !busy) onSave(state);
  };
  const isReady = mistakesInPlan({ ...draft, name: draft.name || '-' }).length === 0;
  return (
    <Page
      title={title}
      path={[{ label: t('nav.care'), to: '/care' }, { label: title }]}
      aside={
        <PlanPreview
          plan={isReady ? planOf({ ...draft, name: draft.name || '-' }, 'running') : undefined}
          planId={planId}
        />
      }
    >
      <div className={styles.editor}>
        <Form
          label={title}
          onSubmit={() => save('running')}
          mistakes={mistakes.map((mistake) => ({ fieldId: FIELD_OF[mistake], message: t(`plan.mistake.${mistake}`) }))}
        >
          <PlanFields
            draft={draft}
            set={onDraft}
            mistakes={mistakes}
            whoms={whoms}
            proposed={props.proposed}
            isNew={isNew}
          />
          {problem !== null && <ProblemNote problem={problem} kept={t('act.text_stays')} />}
          <FormActions>
            <Button type="submit" look="filled" busy={busy}>
              {t(isNew ? 'plan.start' : 'plan.save')}
            </Button>
            {isNew && <Button onClick={() => save('draft')}>{t('plan.save_draft')}</Button>}
            <Button look="bare" onClick={onLeave}>
              {t('act.leave')}
            </Button>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}
