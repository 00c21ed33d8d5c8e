import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { Phase } from '#ground/ui/Phase.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addUnit, listPhaseLog, readPhases, removeUnit, renameUnit } from '../contract.ts';
import type { PhaseEntity, PhaseUnit } from '../schema.ts';
import { DRAWN } from './drawn.ts';
import styles from './phase-page.module.css';
import type { SwitchPlace } from './PhasePage.tsx';

interface UnitsPartProps {
  entity: PhaseEntity;
  onSwitch: (place: SwitchPlace) => void;
}

/** Units that may be in a phase of their own; without one they follow the company. */
export function UnitsPart({ entity, onSwitch }: UnitsPartProps) {
  const t = useMessages('phases');
  const mayChange = useMay('phases.switch');
  const [isAdding, setAdding] = useState(false);
  if (!mayChange && entity.units.length === 0) return null;
  return (
    <Section title={t('units.title')}>
      {entity.units.length === 0 && !isAdding && <p className={styles.quiet}>{t('units.none')}</p>}
      <ul>
        {entity.units.map((unit) => (
          <UnitLine key={unit.id} unit={unit} onSwitch={() => onSwitch({ entityId: entity.id, unitId: unit.id })} />
        ))}
      </ul>
      {mayChange && !isAdding && (
        <Button className={styles.add} onClick={() => setAdding(true)}>
          {t('units.add')}
        </Button>
      )}
      {mayChange && isAdding && <UnitForm entityId={entity.id} onLeave={() => setAdding(false)} />}
    </Section>
  );
}

function UnitLine({ unit, onSwitch }: { unit: PhaseUnit; onSwitch: () => void }) {
  const t = useMessages('phases');
  const formats = useFormats();
  const mayChange = useMay('phases.switch');
  const [open, setOpen] = useState<'rename' | 'remove'>();
  if (open === 'rename') return <UnitForm unit={unit} onLeave={() => setOpen(undefined)} />;
  return (
    <li className={styles.unit}>
      <span className={styles.unitName}>{unit.name}</span>
      <span>
        {unit.current ? (
          <Phase
            phase={DRAWN[unit.current.phase]}
            word={t(`since.${unit.current.phase}`, { date: formats.dateLong(unit.current.sinceOn) })}
          />
        ) : (
          <span className={styles.follows}>{t('units.follows')}</span>
        )}
      </span>
      {mayChange && (
        <span className={styles.acts}>
          <Button look="bare" onClick={onSwitch}>
            {t('units.switch')}
          </Button>
          <Button look="bare" onClick={() => setOpen('rename')}>
            {t('units.rename')}
          </Button>
          <Button look="bare" onClick={() => setOpen('remove')}>
            {t('units.remove')}
          </Button>
        </span>
      )}
      {open === 'remove' && <RemoveDialog unit={unit} onClose={() => setOpen(undefined)} />}
    </li>
  );
}

function RemoveDialog({ unit, onClose }: { unit: PhaseUnit; onClose: () => void }) {
  const t = useMessages('phases');
  const remove = useAct(removeUnit, {
    stale: [readPhases, listPhaseLog],
    onDone: () => showToast({ message: t('units.removed', { name: unit.name }) }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('units.remove_question', { name: unit.name })}
      answers={
        <>
          <Button look="risk" busy={remove.isPending} onClick={() => remove.mutate({ params: { unitId: unit.id } })}>
            {t('units.remove_yes')}
          </Button>
          <Button onClick={onClose}>{t('units.remove_no')}</Button>
        </>
      }
    >
      <p>{t('units.remove_means')}</p>
      {remove.error && <ProblemNote problem={remove.error} />}
    </Dialog>
  );
}

/** Adds a unit, or renames one. */
function UnitForm({ entityId = '', unit, onLeave }: { entityId?: string; unit?: PhaseUnit; onLeave: () => void }) {
  const t = useMessages('phases');
  const [name, setName] = useState(unit?.name ?? '');
  const options = { stale: [readPhases, listPhaseLog], onDone: onLeave };
  const add = useAct(addUnit, options);
  const rename = useAct(renameUnit, options);
  const error = add.error ?? rename.error;
  const save = () => {
    if (name.trim() === '') return;
    if (unit) rename.mutate({ params: { unitId: unit.id }, body: { name } });
    else add.mutate({ body: { entityId, name } });
  };
  return (
    <div className={styles.form}>
      <Form label={t(unit ? 'units.rename' : 'units.add')} onSubmit={save}>
        <TextField
          label={t('units.name')}
          help={t('units.name_help')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {error && <ProblemNote problem={error} />}
        <FormActions>
          <Button type="submit" busy={add.isPending || rename.isPending} disabled={name.trim() === ''}>
            {t('units.save')}
          </Button>
          <Button look="bare" onClick={onLeave}>
            {t('units.leave')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
