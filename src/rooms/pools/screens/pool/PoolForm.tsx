import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox, Radio } from '#ground/ui/Checkbox.tsx';
import { Form, FormActions, type FormMistake, FormSection } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { DEFAULT_CAP, policyOf } from '../../policy.ts';
import type { Mode, Visibility } from '../../types.ts';
import { MODES, VISIBILITIES } from '../../types.ts';
import { ModeWord } from '../shared/ModeWord.tsx';
import { useTeam } from '../shared/use-team.ts';
import styles from './pool-form.module.css';

export interface PoolDraft {
  name: string;
  purpose: string;
  mode: Mode;
  visibility: Visibility;
  cap: number;
  ownerId: string | undefined;
  team: readonly string[];
}

export const newDraft = (memberId: string | undefined): PoolDraft => ({
  name: '',
  purpose: '',
  mode: 'volume',
  visibility: 'all',
  cap: DEFAULT_CAP,
  ownerId: memberId,
  team: memberId ? [memberId] : [],
});

interface PoolFormProps {
  label: string;
  first: PoolDraft;
  onSave: (draft: PoolDraft) => void;
  onLeave: () => void;
  problem: unknown;
  onReload?: (() => void) | undefined;
  isSaving: boolean;
  saveLabel: string;
}

interface FieldsProps {
  draft: PoolDraft;
  set: (change: Partial<PoolDraft>) => void;
}

/** What a pool is for, how it is run, who sees it. Each choice says what follows from it. */
export function PoolForm({ label, first, onSave, onLeave, problem, onReload, isSaving, saveLabel }: PoolFormProps) {
  const t = useMessages('pools');
  const [draft, setDraft] = useState(first);
  const [mistakes, setMistakes] = useState<FormMistake[]>([]);
  const set = (change: Partial<PoolDraft>) => setDraft({ ...draft, ...change });
  const submit = () => {
    const found = mistakesOf(draft).map(({ fieldId, code }) => ({ fieldId, message: t(`form.${code}`) }));
    setMistakes(found);
    if (found.length === 0) onSave(draft);
  };
  const errorOf = (id: string) => mistakes.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <Form label={label} onSubmit={submit} mistakes={mistakes}>
      <TextField
        id="pool-name"
        label={t('form.name')}
        maxLength={80}
        value={draft.name}
        error={errorOf('pool-name')}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextArea
        label={t('form.purpose')}
        help={t('form.purpose_help')}
        optional
        maxLength={500}
        rows={2}
        value={draft.purpose}
        onChange={(event) => set({ purpose: event.target.value })}
      />
      <ModeFields draft={draft} set={set} capError={errorOf('pool-cap')} />
      <SightFields draft={draft} set={set} />
      {Boolean(problem) && <ProblemNote problem={problem} kept={t('form.kept')} onRetry={onReload} />}
      <FormActions>
        <Button type="submit" look="filled" busy={isSaving}>
          {saveLabel}
        </Button>
        <Button onClick={onLeave}>{t('form.leave')}</Button>
      </FormActions>
    </Form>
  );
}

function mistakesOf({ name, mode, cap }: PoolDraft): { fieldId: string; code: string }[] {
  const isCapped = policyOf(mode).capPerOwner !== null;
  return [
    ...(name.trim() === '' ? [{ fieldId: 'pool-name', code: 'name_missing' }] : []),
    ...(isCapped && !(cap >= 1 && cap <= 200) ? [{ fieldId: 'pool-cap', code: 'cap_wrong' }] : []),
  ];
}

function ModeFields({ draft, set, capError }: FieldsProps & { capError: string | undefined }) {
  const t = useMessages('pools');
  return (
    <FormSection title={t('form.mode')}>
      {MODES.map((mode) => (
        <Radio
          key={mode}
          name="mode"
          checked={draft.mode === mode}
          help={t(`mode_help.${mode}`)}
          onChoose={() => set({ mode })}
        >
          <span className={styles.mode}>
            <ModeWord mode={mode} />
          </span>
        </Radio>
      ))}
      {policyOf(draft.mode).capPerOwner !== null && (
        <span className={styles.number}>
          <TextField
            id="pool-cap"
            label={t('form.cap')}
            help={t('form.cap_help')}
            type="number"
            min={1}
            max={200}
            value={Number.isNaN(draft.cap) ? '' : draft.cap}
            error={capError}
            onChange={(event) => set({ cap: Math.round(event.target.valueAsNumber) })}
          />
        </span>
      )}
    </FormSection>
  );
}

function SightFields({ draft, set }: FieldsProps) {
  const t = useMessages('pools');
  const team = useTeam();
  return (
    <FormSection title={t('form.visibility')}>
      {VISIBILITIES.map((visibility) => (
        <Radio
          key={visibility}
          name="visibility"
          checked={draft.visibility === visibility}
          help={t(`visibility_help.${visibility}`)}
          onChoose={() => set({ visibility })}
        >
          {t(`visibility.${visibility}`)}
        </Radio>
      ))}
      <SelectField
        label={t('form.owner')}
        value={draft.ownerId ?? ''}
        options={[
          ...(draft.ownerId ? [] : [{ value: '', label: t('add.choose') }]),
          ...team.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(ownerId) => set({ ownerId: ownerId || undefined })}
      />
      <fieldset aria-label={t('form.team')} className={styles.team}>
        <p className={styles.label}>{t('form.team')}</p>
        <p className={styles.help}>{t('form.team_help')}</p>
        {team.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={draft.team.includes(id)}
            onMark={(isOn) => set({ team: isOn ? [...draft.team, id] : draft.team.filter((one) => one !== id) })}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
    </FormSection>
  );
}
