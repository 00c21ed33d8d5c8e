import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Evidence as Mark } from '#ground/ui/Said.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import type { CvDraft, DraftFact, DraftStation, Evidence } from './cv-draft.ts';
import styles from './cv-panel.module.css';

interface ProposalFieldsProps {
  draft: CvDraft;
  onChange: (draft: CvDraft) => void;
}

/** Each proposal in a dashed frame with the words it came from; taken or left out one by one. */
export function ProposalFields({ draft, onChange }: ProposalFieldsProps) {
  const t = useMessages('inventory');
  const titleOf = useStationTitle();
  const setFact = (id: number, change: Partial<DraftFact>) =>
    onChange({ ...draft, facts: draft.facts.map((fact) => (fact.id === id ? { ...fact, ...change } : fact)) });
  const setStation = (id: number, change: Partial<DraftStation>) =>
    onChange({
      ...draft,
      stations: draft.stations.map((station) => (station.id === id ? { ...station, ...change } : station)),
    });
  // Skills are proposed one by one.
  const labelOf = (field: (typeof draft.facts)[number]['field']) =>
    field === 'skills' ? t('cv.skill') : t(`field.${field}`);
  return (
    <ul className={styles.proposals}>
      <li className={styles.proposal}>
        <div className={styles.pair}>
          <TextField
            label={t('field.first_name')}
            value={draft.firstName}
            onChange={(event) => onChange({ ...draft, firstName: event.target.value })}
          />
          <TextField
            id="cv-last-name"
            label={t('field.last_name')}
            value={draft.lastName}
            onChange={(event) => onChange({ ...draft, lastName: event.target.value })}
          />
        </div>
        <Quote evidence={draft.nameEvidence} />
      </li>
      {draft.facts.map((fact) => (
        <li key={fact.id} className={styles.proposal} data-taken={fact.isTaken}>
          <Take
            label={labelOf(fact.field)}
            isTaken={fact.isTaken}
            onTake={(isTaken) => setFact(fact.id, { isTaken })}
          />
          <TextField
            label={labelOf(fact.field)}
            labelHidden
            disabled={!fact.isTaken}
            value={fact.value}
            onChange={(event) => setFact(fact.id, { value: event.target.value })}
          />
          <Quote evidence={fact.evidence} />
        </li>
      ))}
      {draft.stations.map((station) => (
        <li key={station.id} className={styles.proposal} data-taken={station.isTaken}>
          <Take
            label={titleOf(station)}
            isTaken={station.isTaken}
            onTake={(isTaken) => setStation(station.id, { isTaken })}
          />
          <div className={styles.pair}>
            <TextField
              label={t('field.employer')}
              disabled={!station.isTaken}
              value={station.employer}
              onChange={(event) => setStation(station.id, { employer: event.target.value })}
            />
            <TextField
              label={t('field.role')}
              disabled={!station.isTaken}
              value={station.role}
              onChange={(event) => setStation(station.id, { role: event.target.value })}
            />
          </div>
          <Quote evidence={station.evidence} />
        </li>
      ))}
    </ul>
  );
}

function useStationTitle() {
  const t = useMessages('inventory');
  const { locale } = useFormats();
  return ({ from, to }: DraftStation) => {
    if (from && to) return t('cv.station_between', { from: monthWords(from, locale), to: monthWords(to, locale) });
    return from ? t('cv.station_since', { from: monthWords(from, locale) }) : t('cv.station');
  };
}

/** `2021-03` as "März 2021"; a CV that names only the year keeps it. */
function monthWords(month: string, locale: string): string {
  if (!/^\d{4}-\d{2}$/.test(month)) return month;
  return new Date(month).toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function Take({ label, isTaken, onTake }: { label: string; isTaken: boolean; onTake: (isTaken: boolean) => void }) {
  return (
    <Checkbox checked={isTaken} onMark={onTake}>
      {label}
    </Checkbox>
  );
}

/** The place in the CV that says it. */
function Quote({ evidence }: { evidence: Evidence | undefined }) {
  const t = useMessages('inventory');
  if (!evidence) return <p className={styles.quote}>{t('cv.not_found')}</p>;
  return (
    <p className={styles.quote}>
      <Mark>{evidence.quote}</Mark> {evidence.page !== undefined && t('cv.page', { page: evidence.page })}
    </p>
  );
}
