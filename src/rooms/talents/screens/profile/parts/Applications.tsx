import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { addApplication, removeApplication } from '../../../contract.ts';
import type { TalentProfile } from '../../../schema-profile.ts';
import { APPLICATION_OUTCOMES, type ApplicationOutcome } from '../../../types.ts';
import { usePartAct } from '../../shared/use-part-act.ts';
import styles from '../talent-profile.module.css';
import { PartForm } from './PartForm.tsx';
import { PartList, RemovePart } from './PartList.tsx';

type Application = TalentProfile['applications'][number];

/** Vacancies somebody applied for, and how it ended. */
export function Applications({ talentId, applications }: { talentId: string; applications: readonly Application[] }) {
  const t = useMessages('talents');
  return (
    <PartList
      title={t('application.title')}
      empty={t('application.none')}
      parts={applications.toSorted((a, b) => (b.appliedOn ?? '').localeCompare(a.appliedOn ?? ''))}
      renderLine={(application) => <ApplicationLine talentId={talentId} application={application} />}
      addLabel={t('application.add')}
      renderForm={(close) => <ApplicationForm talentId={talentId} onClose={close} />}
    />
  );
}

function ApplicationLine({ talentId, application }: { talentId: string; application: Application }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const remove = usePartAct(removeApplication, t('application.removed'));
  const { vacancy, outcome, furthestStage, place, fieldSize, appliedOn } = application;
  const name = vacancy ?? t('application.unnamed');
  const words = [
    t(`outcome.${outcome}`),
    place !== null &&
      (fieldSize === null ? t('application.place', { place }) : t('application.place_of', { place, of: fieldSize })),
    furthestStage && t(`application_stage.${furthestStage}`),
    appliedOn && formats.dateLong(appliedOn),
  ];
  return (
    <>
      <RemovePart
        label={t('part.remove_named', { name })}
        busy={remove.isPending}
        onRemove={() => remove.mutate({ params: { talentId, partId: application.id } })}
      />
      <b>{name}</b> <span className={styles.quiet}>{words.filter(Boolean).join(' · ')}</span>
    </>
  );
}

function ApplicationForm({ talentId, onClose }: { talentId: string; onClose: () => void }) {
  const t = useMessages('talents');
  const [vacancy, setVacancy] = useState('');
  const [appliedOn, setAppliedOn] = useState('');
  const [outcome, setOutcome] = useState<ApplicationOutcome>('open');
  const add = usePartAct(addApplication, t('application.done'), onClose);
  return (
    <PartForm
      label={t('application.add')}
      busy={add.isPending}
      isEmpty={vacancy.trim() === ''}
      problem={add.error}
      onSave={() =>
        add.mutate({ params: { talentId }, body: { vacancy: vacancy.trim(), appliedOn: appliedOn || null, outcome } })
      }
      onLeave={onClose}
    >
      <TextField
        label={t('application.vacancy')}
        value={vacancy}
        onChange={(event) => setVacancy(event.target.value)}
      />
      <TextField
        label={t('application.on')}
        optional
        type="date"
        value={appliedOn}
        onChange={(event) => setAppliedOn(event.target.value)}
      />
      <SelectField
        label={t('application.outcome')}
        value={outcome}
        options={APPLICATION_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        onChoose={(value) => setOutcome(value as ApplicationOutcome)}
      />
    </PartForm>
  );
}
