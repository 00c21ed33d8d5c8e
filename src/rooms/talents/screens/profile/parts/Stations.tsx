import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { type Translate, useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { addStation, removeStation } from '../../../contract.ts';
import type { TalentProfile } from '../../../schema-profile.ts';
import { usePartAct } from '../../shared/use-part-act.ts';
import styles from '../talent-profile.module.css';
import { PartForm } from './PartForm.tsx';
import { PartList, RemovePart } from './PartList.tsx';

type Station = TalentProfile['stations'][number];

/** Where somebody worked, with us and elsewhere, the latest first. */
export function Stations({ talentId, stations }: { talentId: string; stations: readonly Station[] }) {
  const t = useMessages('talents');
  const latestFirst = stations.toSorted((a, b) => (b.startedOn ?? '').localeCompare(a.startedOn ?? ''));
  return (
    <PartList
      title={t('station.title')}
      empty={t('station.none')}
      parts={latestFirst}
      renderLine={(station) => <StationLine talentId={talentId} station={station} />}
      addLabel={t('station.add')}
      renderForm={(close) => <StationForm talentId={talentId} onClose={close} />}
    />
  );
}

function StationLine({ talentId, station }: { talentId: string; station: Station }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const remove = usePartAct(removeStation, t('station.removed'));
  const { employer, role, isOurs, employmentKind, startedOn, endedOn, rehireWish } = station;
  const month = (on: string) =>
    new Date(on).toLocaleDateString(formats.locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const words = [
    periodOf(t, startedOn && month(startedOn), endedOn && month(endedOn)),
    employmentKind && t(`employment.${employmentKind}`),
    rehireWish && rehireWish !== 'unknown' && t(`station.rehire.${rehireWish}`),
  ];
  return (
    <>
      <RemovePart
        label={t('part.remove_named', { name: employer })}
        busy={remove.isPending}
        onRemove={() => remove.mutate({ params: { talentId, partId: station.id } })}
      />
      <b>{isOurs ? t('station.ours', { employer }) : employer}</b>
      {role && `, ${role}`} <span className={styles.quiet}>{words.filter(Boolean).join(' · ')}</span>
    </>
  );
}

function periodOf(t: Translate, from: string | null, to: string | null): string {
  if (from && to) return t('station.from_to', { from, to });
  if (from) return t('station.since', { from });
  return to ? t('station.until', { to }) : '';
}

const EMPTY = { employer: '', role: '', startedOn: '', endedOn: '', isOurs: false };

function StationForm({ talentId, onClose }: { talentId: string; onClose: () => void }) {
  const t = useMessages('talents');
  const [draft, setDraft] = useState(EMPTY);
  const set = (change: Partial<typeof EMPTY>) => setDraft({ ...draft, ...change });
  const add = usePartAct(addStation, t('station.done'), onClose);
  const { employer, role, startedOn, endedOn, isOurs } = draft;
  const body = {
    employer: employer.trim(),
    role: role.trim() || null,
    startedOn: startedOn || null,
    endedOn: endedOn || null,
    isOurs,
  };
  return (
    <PartForm
      label={t('station.add')}
      busy={add.isPending}
      isEmpty={employer.trim() === ''}
      problem={add.error}
      onSave={() => add.mutate({ params: { talentId }, body })}
      onLeave={onClose}
    >
      <TextField
        label={t('field.employer')}
        value={employer}
        onChange={(event) => set({ employer: event.target.value })}
      />
      <TextField
        label={t('field.role')}
        optional
        value={role}
        onChange={(event) => set({ role: event.target.value })}
      />
      <TextField
        label={t('station.start')}
        optional
        type="date"
        value={startedOn}
        onChange={(event) => set({ startedOn: event.target.value })}
      />
      <TextField
        label={t('station.end')}
        optional
        type="date"
        value={endedOn}
        onChange={(event) => set({ endedOn: event.target.value })}
      />
      <Checkbox checked={isOurs} onMark={(marked) => set({ isOurs: marked })}>
        {t('station.is_ours')}
      </Checkbox>
    </PartForm>
  );
}
