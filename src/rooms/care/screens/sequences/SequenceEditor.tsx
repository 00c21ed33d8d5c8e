import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox, Radio } from '#ground/ui/Checkbox.tsx';
import { Form, FormActions, FormSection } from '#ground/ui/Form.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { useWhom, type Whom } from '../plans/use-whom.ts';
import { useColleagues } from '../shared/use-colleagues.ts';
import { forBoutique, type SequenceDraft } from './sequence-draft.ts';
import styles from './sequences.module.css';
import { StepList } from './StepList.tsx';
import { useMistakes } from './use-mistakes.ts';

interface SequenceEditorProps {
  title: string;
  start: SequenceDraft;
  isNew: boolean;
  busy: boolean;
  problem: unknown;
  onSave: (draft: SequenceDraft, state: 'draft' | 'running') => void;
  onLeave: () => void;
}

/** Which steps, for whom, and when somebody leaves the sequence. */
export function SequenceEditor({ title, start, isNew, busy, problem, onSave, onLeave }: SequenceEditorProps) {
  const t = useMessages('care');
  const [draft, setDraft] = useState(start);
  const whoms = useWhom();
  const { check, summary, errorOf } = useMistakes();
  const isBoutique = whoms.find(({ key }) => key === draft.whom)?.mode === 'boutique';
  const set = (change: Partial<SequenceDraft>) => setDraft({ ...draft, ...change });
  const save = (state: 'draft' | 'running') => {
    const wanted = isBoutique ? forBoutique(draft) : draft;
    if (check(wanted) && !busy) onSave(wanted, state);
  };
  return (
    <Page
      title={title}
      path={[
        { label: t('nav.care'), to: '/care' },
        { label: t('tabs.sequences'), to: '/care/sequences' },
        { label: title },
      ]}
    >
      <div className={styles.editor}>
        <Form label={title} onSubmit={() => save('running')} mistakes={summary}>
          <TextField
            id="sequence-name"
            label={t('sequence.name')}
            maxLength={80}
            error={errorOf('sequence-name')}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <FormSection title={t('sequence.steps_title')}>
            <StepList
              steps={draft.steps}
              frame={{ tasksOnly: isBoutique, onTouch: draft.onTouch }}
              errorOf={errorOf}
              onSteps={(steps) => set({ steps })}
            />
          </FormSection>
          <FormSection title={t('sequence.who')}>
            <EntryFields draft={draft} set={set} whoms={whoms} isBoutique={isBoutique} />
          </FormSection>
          <FormSection title={t('sequence.exit')}>
            <ExitFields draft={draft} set={set} />
          </FormSection>
          {problem !== null && <ProblemNote problem={problem} kept={t('act.text_stays')} />}
          <FormActions>
            <Button type="submit" look="filled" busy={busy}>
              {t(isNew ? 'sequence.start' : 'plan.save')}
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

interface PartProps {
  draft: SequenceDraft;
  set: (change: Partial<SequenceDraft>) => void;
}

interface EntryFieldsProps extends PartProps {
  whoms: readonly Whom[];
  isBoutique: boolean;
}

function EntryFields({ draft, set, whoms, isBoutique }: EntryFieldsProps) {
  const t = useMessages('care');
  const colleagues = useColleagues();
  return (
    <>
      <SelectField
        label={t('plan.whom')}
        help={t('sequence.whom_help')}
        value={draft.whom}
        options={[
          { value: '', label: t('sequence.anybody') },
          ...whoms.map(({ key, name, group }) => ({ value: key, label: name, group })),
        ]}
        onChoose={(whom) => set({ whom })}
      />
      {isBoutique && <p className={styles.below}>{t('errors.boutique_enters_by_hand')}</p>}
      {draft.whom !== '' &&
        !isBoutique &&
        (['by_hand', 'automatic'] as const).map((entry) => (
          <Radio
            key={entry}
            name="entry"
            checked={draft.entry === entry}
            help={t(`sequence.entry_help.${entry}`)}
            onChoose={() => set({ entry })}
          >
            {t(`sequence.entry.${entry}`)}
          </Radio>
        ))}
      <SelectField
        label={t('sequence.owner')}
        value={draft.ownerId}
        options={[
          { value: '', label: t('plan.nobody') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(ownerId) => set({ ownerId })}
      />
    </>
  );
}

function ExitFields({ draft, set }: PartProps) {
  const t = useMessages('care');
  return (
    <>
      <p className={styles.below}>{t('sequence.always_stops')}</p>
      <Checkbox checked={draft.onTouch} onMark={(onTouch) => set({ onTouch })}>
        {t('sequence.stops_on_touch')}
      </Checkbox>
      <Checkbox checked={draft.onLeavingPool} onMark={(onLeavingPool) => set({ onLeavingPool })}>
        {t('sequence.stops_on_leaving')}
      </Checkbox>
    </>
  );
}
