import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { SidePanel } from '#ground/ui/SidePanel.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { addMembers, listSegments } from '../../contract.ts';
import type { PoolPage } from '../../schema.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { useSaid } from '../shared/use-said.ts';
import styles from './people.module.css';
import { LooksAfterFields } from './LooksAfterFields.tsx';
import { type Found, PersonSearch } from './PersonSearch.tsx';
import { useAddPreview } from './use-add-preview.ts';

interface AddPanelProps {
  pool: PoolPage;
  onClose: () => void;
}

interface Draft {
  people: readonly Found[];
  segmentId: string;
  reason: string;
}

/** Where somebody begins to type. */
const SEARCH = 'pool-person-search';
const EMPTY: Draft = { people: [], segmentId: '', reason: '' };

/** Adds people: by search, or in a Volumen pool everyone whom a segment finds. Says before who is left out and why. */
export function AddPanel({ pool, onClose }: AddPanelProps) {
  const t = useMessages('pools');
  const [draft, setDraft] = useState<Draft>(EMPTY);
  // The panel takes the focus when it opens; here one types at once.
  useEffect(() => document.getElementById(SEARCH)?.focus(), []);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const selection = selectionOf(draft);
  const preview = useAddPreview(pool.id, selection);
  const added = preview.data?.added ?? 0;
  const add = useAdding(pool, onClose);
  const lacksReason = pool.needsReason && draft.reason.trim() === '';
  const submit = () =>
    selection &&
    add.mutate({
      params: { poolId: pool.id },
      body: { selection, ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}) },
    });
  return (
    <SidePanel label={t('add.title')} onClose={onClose}>
      <div className={styles.panel}>
        <h2>{t('add.title')}</h2>
        {!pool.allowsBulk && <p className={styles.note}>{t('add.single')}</p>}
        <PersonSearch id={SEARCH} onChoose={(person) => set(withPerson(draft, person, pool))} />
        <Chosen
          people={draft.people}
          onTakeOff={(id) => set({ people: draft.people.filter((one) => one.id !== id) })}
        />
        {pool.allowsBulk && (
          <SegmentChoice value={draft.segmentId} onChoose={(segmentId) => set({ segmentId, people: [] })} />
        )}
        {pool.needsOwnerAndDeputy && draft.people[0] && (
          <LooksAfterFields talentId={draft.people[0].id} onSaved={() => void preview.refetch()} />
        )}
        <TextArea
          label={t(pool.needsReason ? 'add.reason' : 'add.reason_optional')}
          help={t('add.reason_help')}
          optional={!pool.needsReason}
          voice="human"
          maxLength={500}
          value={draft.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
        <PreviewWords preview={preview} />
        {add.error && <ProblemNote problem={add.error} kept={t('form.kept')} />}
        <FormActions>
          <AddButton isBusy={add.isPending} added={added} isReady={!lacksReason} onAdd={submit} />
          <Button onClick={onClose}>{t('add.leave')}</Button>
        </FormActions>
        {lacksReason && added > 0 && <p className={styles.note}>{t('add.reason_missing')}</p>}
      </div>
    </SidePanel>
  );
}

/** A Boutique takes one person after the other. */
const withPerson = ({ people }: Draft, person: Found, { allowsBulk }: PoolPage): Partial<Draft> => ({
  people: allowsBulk ? [...people.filter(({ id }) => id !== person.id), person] : [person],
  segmentId: '',
});

interface AddButtonProps {
  isBusy: boolean;
  added: number;
  isReady: boolean;
  onAdd: () => void;
}

function AddButton({ isBusy, added, isReady, onAdd }: AddButtonProps) {
  const t = useMessages('pools');
  return (
    <Button look="filled" busy={isBusy} disabled={added === 0 || !isReady} onClick={onAdd}>
      {added > 0 ? t('add.submit', { count: added }) : t('add.submit_none')}
    </Button>
  );
}

function selectionOf({ people, segmentId }: Draft) {
  if (segmentId !== '') return { segmentId };
  return people.length > 0 ? { ids: people.map(({ id }) => id) } : undefined;
}

function useAdding(pool: PoolPage, onClose: () => void) {
  const t = useMessages('pools');
  const cache = useQueryClient();
  const say = useSaid();
  return useAct(addMembers, {
    onDone: ({ actId, people }) => {
      say(t('add.done', { count: people, name: pool.name }), actId);
      void forgetPools(cache);
      onClose();
    },
  });
}

function Chosen({ people, onTakeOff }: { people: readonly Found[]; onTakeOff: (id: string) => void }) {
  const t = useMessages('pools');
  if (people.length === 0) return null;
  return (
    <ul aria-label={t('add.chosen')} className={styles.chosen}>
      {people.map(({ id, name }) => (
        <li key={id}>
          <span className={styles.person}>{name}</span>
          <button
            type="button"
            aria-label={t('add.take_off', { name })}
            title={t('add.take_off', { name })}
            onClick={() => onTakeOff(id)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function SegmentChoice({ value, onChoose }: { value: string; onChoose: (segmentId: string) => void }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const { data } = useRead(listSegments, {});
  const countable = (data?.items ?? []).filter(({ count }) => count !== null);
  if (countable.length === 0) return null;
  return (
    <SelectField
      label={t('add.segment')}
      value={value}
      options={[
        { value: '', label: t('add.no_segment') },
        ...countable.map(({ id, name, count }) => ({
          value: id,
          label: t('add.segment_count', { name, count: formats.number(count?.value ?? 0) }),
        })),
      ]}
      onChoose={onChoose}
    />
  );
}

function PreviewWords({ preview: { data, error } }: { preview: ReturnType<typeof useAddPreview> }) {
  const t = useMessages('pools');
  const formats = useFormats();
  if (error) return <ProblemNote problem={error} />;
  if (!data) return null;
  const left = data.leftOut.map(({ reason, count }) => t(`left_out.${reason}`, { count }));
  return (
    <output className={styles.preview}>
      {data.added > 0 ? t('add.preview', { count: data.added }) : t('add.preview_none')}{' '}
      {left.length > 0 && t('left_out.title', { list: formats.list(left) })}
    </output>
  );
}
