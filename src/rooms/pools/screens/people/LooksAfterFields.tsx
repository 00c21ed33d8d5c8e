import { useQueryClient } from '@tanstack/react-query';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { editTalent, readTalent } from '#rooms/talents/contract.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { useTeam } from '../shared/use-team.ts';
import styles from './people.module.css';

/** Owner and deputy of the person, to be entered right where a Boutique asks for them. */
export function LooksAfterFields({ talentId, onSaved }: { talentId: string; onSaved: () => void }) {
  const t = useMessages('pools');
  const cache = useQueryClient();
  const team = useTeam();
  const { data } = useRead(readTalent, { params: { talentId } });
  const edit = useAct(editTalent, {
    onDone: () => {
      void forgetPools(cache);
      onSaved();
    },
  });
  if (!data) return null;
  const { owner, deputy, version } = data.talent;
  const save = (changes: { ownerId?: string | null; deputyId?: string | null }) =>
    edit.mutate({ params: { talentId }, body: { version, changes } });
  const options = (without: string | undefined) => [
    { value: '', label: t('add.choose') },
    ...team.filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className={styles.looksAfter}>
      <p className={styles.note}>{t('add.needs_people')}</p>
      <SelectField
        label={t('add.owner')}
        value={owner?.id ?? ''}
        asks={owner === null}
        disabled={edit.isPending}
        options={options(deputy?.id)}
        onChoose={(id) => save({ ownerId: id || null })}
      />
      <SelectField
        label={t('add.deputy')}
        value={deputy?.id ?? ''}
        asks={deputy === null}
        disabled={edit.isPending}
        options={options(owner?.id)}
        onChoose={(id) => save({ deputyId: id || null })}
      />
      {edit.error && <ProblemNote problem={edit.error} />}
    </div>
  );
}
