import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listDemands, readDemand, readDemandFigures, recordHire, undoHire } from '../contract.ts';
import { type Demand, HIRE_SOURCES, type HireSource } from '../schema.ts';
import styles from './demands.module.css';
import { type ChosenPerson, PersonField } from './PersonField.tsx';

const STALE = [readDemand, listDemands, readDemandFigures];

interface HireDraft {
  person: ChosenPerson | undefined;
  source: HireSource;
  hiredOn: string;
  /** Whole units of the company's currency. */
  cost: string;
}

const emptyDraft = (today: string): HireDraft => ({ person: undefined, source: 'pool', hiredOn: today, cost: '' });
const COST = /^\d{0,7}$/;

/** Who was hired, from where, when, at what cost. Unknown cost stays unknown. */
export function HireDialog({ demand, open, onClose }: { demand: Demand; open: boolean; onClose: () => void }) {
  const t = useMessages('demand');
  const today = useToday();
  const [draft, setDraft] = useState(() => emptyDraft(today));
  const params = { demandId: demand.id };
  const undo = useAct(undoHire, { stale: STALE });
  const act = useAct(recordHire, {
    stale: STALE,
    onDone: ({ hires }) => {
      const hireId = hires.at(-1)?.id ?? '';
      setDraft(emptyDraft(today));
      onClose();
      showToast({ message: t('hires.done'), undo: () => undo.mutate({ params: { ...params, hireId } }) });
    },
  });
  const record = () => {
    const { person, source, hiredOn, cost } = draft;
    const costCents = cost.trim() === '' ? null : Number(cost) * 100;
    act.mutate({ params, body: { talentId: person?.id ?? null, source, hiredOn, costCents } });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('hires.dialog.title')}
      answers={
        <>
          <Button look="filled" busy={act.isPending} disabled={!COST.test(draft.cost.trim())} onClick={record}>
            {t('hires.dialog.record')}
          </Button>
          <Button onClick={onClose}>{t('hires.dialog.leave')}</Button>
        </>
      }
    >
      <HireFields draft={draft} onDraft={setDraft} />
      {act.error && <ProblemNote problem={act.error} />}
    </Dialog>
  );
}

function HireFields({ draft, onDraft }: { draft: HireDraft; onDraft: (draft: HireDraft) => void }) {
  const t = useMessages('demand');
  const today = useToday();
  const set = (change: Partial<HireDraft>) => onDraft({ ...draft, ...change });
  return (
    <div className={styles.panel}>
      <PersonField
        label={t('hires.dialog.person')}
        help={t('hires.dialog.person_help')}
        chosen={draft.person}
        onChoose={(person) => set({ person })}
      />
      <SelectField
        label={t('hires.dialog.source')}
        value={draft.source}
        options={HIRE_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
        onChoose={(source) => set({ source: HIRE_SOURCES.find((one) => one === source) ?? 'other' })}
      />
      <div className={styles.pair}>
        <TextField
          type="date"
          label={t('hires.dialog.on')}
          max={today}
          value={draft.hiredOn}
          onChange={(event) => set({ hiredOn: event.target.value })}
        />
        <TextField
          label={t('hires.dialog.cost')}
          help={t('hires.dialog.cost_help')}
          optional
          inputMode="numeric"
          error={COST.test(draft.cost.trim()) ? undefined : t('hires.dialog.cost_wrong')}
          value={draft.cost}
          onChange={(event) => set({ cost: event.target.value })}
        />
      </div>
    </div>
  );
}
