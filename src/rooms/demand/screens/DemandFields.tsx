import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { FormSection } from '#ground/ui/Form.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { readPhases } from '#rooms/phases/contract.ts';
import { listRoleFamilies } from '../contract.ts';
import type { DemandDraft, Mistake } from './demand-draft.ts';
import styles from './demands.module.css';
import { SkillsField } from './SkillsField.tsx';

export const FIELD_OF: Record<Mistake, string> = {
  title: 'demand-title',
  headcount: 'demand-headcount',
  likelihood: 'demand-likelihood',
  hours: 'demand-hours',
};

interface DemandFieldsProps {
  draft: DemandDraft;
  mistakes: readonly Mistake[];
  /** A vacancy does not become a plan again. */
  isKindFixed: boolean;
  onDraft: (draft: DemandDraft) => void;
}

/** Three lines of free text are enough; everything else makes the reasons sharper. */
export function DemandFields({ draft, mistakes, isKindFixed, onDraft }: DemandFieldsProps) {
  const t = useMessages('demand');
  const set = (change: Partial<DemandDraft>) => onDraft({ ...draft, ...change });
  const parts = { draft, set, errorOf: (one: Mistake) => (mistakes.includes(one) ? t(`mistake.${one}`) : undefined) };
  return (
    <>
      <TextField
        id={FIELD_OF.title}
        label={t('field.title')}
        maxLength={160}
        error={parts.errorOf('title')}
        value={draft.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextArea
        label={t('field.description')}
        help={t('field.description_help')}
        optional
        rows={4}
        voice="human"
        maxLength={20_000}
        value={draft.description}
        onChange={(event) => set({ description: event.target.value })}
      />
      {!isKindFixed && (
        <SelectField
          label={t('field.kind')}
          value={draft.kind}
          options={[
            { value: 'planned', label: t('field.kind_planned') },
            { value: 'vacancy', label: t('field.kind_vacancy') },
          ]}
          onChoose={(kind) => set({ kind: kind === 'vacancy' ? 'vacancy' : 'planned' })}
        />
      )}
      <HowMany {...parts} />
      <WhatCounts {...parts} />
      <WhereAndHow {...parts} />
    </>
  );
}

interface PartProps {
  draft: DemandDraft;
  set: (change: Partial<DemandDraft>) => void;
  errorOf: (mistake: Mistake) => string | undefined;
}

function HowMany({ draft, set, errorOf }: PartProps) {
  const t = useMessages('demand');
  return (
    <div className={styles.three}>
      <TextField
        id={FIELD_OF.headcount}
        label={t('field.headcount')}
        inputMode="numeric"
        error={errorOf('headcount')}
        value={draft.headcount}
        onChange={(event) => set({ headcount: event.target.value })}
      />
      <TextField
        type="date"
        label={t('field.from')}
        optional
        value={draft.fromOn}
        onChange={(event) => set({ fromOn: event.target.value })}
      />
      {draft.kind === 'planned' && (
        <TextField
          id={FIELD_OF.likelihood}
          label={t('field.likelihood')}
          inputMode="numeric"
          error={errorOf('likelihood')}
          value={draft.likelihood}
          onChange={(event) => set({ likelihood: event.target.value })}
        />
      )}
    </div>
  );
}

function WhatCounts({ draft, set }: PartProps) {
  const t = useMessages('demand');
  return (
    <FormSection title={t('field.skills')}>
      <SkillsField
        label={t('field.must')}
        help={t('field.skills_help')}
        skills={draft.must}
        onSkills={(must) => set({ must })}
      />
      <SkillsField label={t('field.nice')} skills={draft.nice} onSkills={(nice) => set({ nice })} />
    </FormSection>
  );
}

function WhereAndHow({ draft, set, errorOf }: PartProps) {
  const t = useMessages('demand');
  const units = useRead(readPhases, {}).data?.entities.flatMap((entity) => entity.units) ?? [];
  const families = useRead(listRoleFamilies, {}).data?.items ?? [];
  const none = { value: '', label: t('field.none') };
  const named = (all: readonly { id: string; name: string }[]) => [
    none,
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FormSection title={t('field.frame')}>
      <TextField
        label={t('field.city')}
        optional
        maxLength={120}
        value={draft.city}
        onChange={(event) => set({ city: event.target.value })}
      />
      <div className={styles.pair}>
        <TextField
          id={FIELD_OF.hours}
          label={t('field.hours_min')}
          optional
          inputMode="numeric"
          error={errorOf('hours')}
          value={draft.hoursMin}
          onChange={(event) => set({ hoursMin: event.target.value })}
        />
        <TextField
          label={t('field.hours_max')}
          optional
          inputMode="numeric"
          value={draft.hoursMax}
          onChange={(event) => set({ hoursMax: event.target.value })}
        />
      </div>
      {units.length > 0 && (
        <SelectField
          label={t('field.unit')}
          optional
          value={draft.unitId}
          options={named(units)}
          onChoose={(unitId) => set({ unitId })}
        />
      )}
      {families.length > 0 && (
        <SelectField
          label={t('field.family')}
          help={t('field.family_help')}
          optional
          value={draft.roleFamilyId}
          options={named(families)}
          onChoose={(roleFamilyId) => set({ roleFamilyId })}
        />
      )}
    </FormSection>
  );
}
