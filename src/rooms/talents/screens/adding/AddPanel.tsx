import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions, FormSection } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SidePanel } from '#ground/ui/SidePanel.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { createTalent } from '../../contract.ts';
import { forgetTalents } from '../shared/forget-talents.ts';
import { useToday } from '#ground/i18n/use-formats.ts';
import styles from './add-panel.module.css';
import { GroundFields } from './GroundFields.tsx';
import { Lookalikes } from './Lookalikes.tsx';
import { useSaidAdded } from './use-said-added.ts';
import { emptyDraft, type Missing, missingIn, type NewTalentDraft, newTalentOf } from './new-talent-draft.ts';

interface AddPanelProps {
  onClose: () => void;
  onAdded: (talentId: string) => void;
}

/** Adds a person: who it is, and why they may be kept. People who may be the same are shown while typing. */
export function AddPanel({ onClose, onAdded }: AddPanelProps) {
  const t = useMessages('talents');
  const today = useToday();
  const cache = useQueryClient();
  const sayAdded = useSaidAdded();
  const [draft, setDraft] = useState<NewTalentDraft>(() => emptyDraft(today));
  const [missing, setMissing] = useState<Missing[]>([]);
  const set = (change: Partial<NewTalentDraft>) => setDraft({ ...draft, ...change });
  const create = useAct(createTalent, {
    onDone: ({ id }) => {
      sayAdded(id, `${draft.firstName} ${draft.lastName}`.trim());
      void forgetTalents(cache);
      onAdded(id);
    },
  });
  const submit = () => {
    const found = missingIn(draft, today);
    setMissing(found);
    if (found.length === 0 && !create.isPending) create.mutate({ body: newTalentOf(draft) });
  };
  const errorOf = (code: Missing['code']) =>
    missing.some((one) => one.code === code) ? t(`add.missing.${code}`) : undefined;
  return (
    <SidePanel label={t('add.open')} onClose={onClose}>
      <div className={styles.panel}>
        <h2>{t('add.open')}</h2>
        <Form
          label={t('add.open')}
          onSubmit={submit}
          mistakes={missing.map(({ fieldId, code }) => ({ fieldId, message: t(`add.missing.${code}`) }))}
        >
          <PersonFields draft={draft} set={set} nameError={errorOf('name')} />
          <Lookalikes draft={draft} onOpen={onAdded} />
          <FormSection title={t('add.why')}>
            <GroundFields draft={draft} set={set} errorOf={errorOf} />
          </FormSection>
          <FormSection title={t('note.short')}>
            <TextArea
              label={t('note.text')}
              optional
              voice="human"
              help={t('note.readable')}
              value={draft.note}
              onChange={(event) => set({ note: event.target.value })}
            />
          </FormSection>
          {create.error && <ProblemNote problem={create.error} kept={t('act.text_stays')} />}
          <FormActions>
            <Button type="submit" look="filled" busy={create.isPending}>
              {t('add.save')}
            </Button>
            <Button look="bare" onClick={onClose}>
              {t('act.leave')}
            </Button>
          </FormActions>
        </Form>
      </div>
    </SidePanel>
  );
}

interface PersonFieldsProps {
  draft: NewTalentDraft;
  set: (change: Partial<NewTalentDraft>) => void;
  nameError: string | undefined;
}

function PersonFields({ draft, set, nameError }: PersonFieldsProps) {
  const t = useMessages('talents');
  const first = useRef<HTMLInputElement>(null);
  // The panel takes the focus when it opens; the first field takes it right after.
  useEffect(() => {
    const timer = setTimeout(() => first.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const field = (name: 'lastName' | 'role' | 'employer' | 'city') => ({
    label: t(`field.${name}`),
    value: draft[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  return (
    <>
      <div className={styles.pair}>
        <TextField
          ref={first}
          label={t('field.firstName')}
          autoComplete="off"
          value={draft.firstName}
          onChange={(event) => set({ firstName: event.target.value })}
        />
        <TextField id="add-last" autoComplete="off" error={nameError} {...field('lastName')} />
      </div>
      <TextField
        label={t('address.kind.email')}
        type="email"
        optional
        autoComplete="off"
        value={draft.email}
        onChange={(event) => set({ email: event.target.value })}
      />
      <TextField
        label={t('address.kind.phone')}
        type="tel"
        optional
        autoComplete="off"
        value={draft.phone}
        onChange={(event) => set({ phone: event.target.value })}
      />
      <div className={styles.pair}>
        <TextField optional {...field('role')} />
        <TextField optional {...field('employer')} />
      </div>
      <TextField optional {...field('city')} />
    </>
  );
}
