import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addMembers, listPools, readPersonPools } from '../../contract.ts';
import { policyOf } from '../../policy.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { ModeWord } from '../shared/ModeWord.tsx';
import { useSaid } from '../shared/use-said.ts';
import styles from './pools-panel.module.css';

type PersonPools = ClientAnswer<typeof readPersonPools>;

/** In which pools somebody is and why, and which segments find them. For the talent's page. */
export function PoolsPanel({ talentId }: { talentId: string }) {
  const t = useMessages('pools');
  const mayWrite = useMay('pools.write');
  const mayRead = useMay('pools.read');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useRead(readPersonPools, { params: { talentId } }, { enabled: mayRead });
  useShortcuts(mayWrite ? [{ keys: 'p', label: t('person.add'), run: () => setAdding(true) }] : []);
  if (!mayRead) return null;
  return (
    <Section title={t('person.title')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBar />}
      {data && <Memberships data={data} />}
      {mayWrite && data && !isAdding && (
        <Button look="bare" keys="p" className={styles.act} onClick={() => setAdding(true)}>
          {t('person.add')}
        </Button>
      )}
      {isAdding && data && (
        <AddToPool talentId={talentId} already={data.pools.map(({ id }) => id)} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}

function Memberships({ data: { pools, segments } }: { data: PersonPools }) {
  const t = useMessages('pools');
  const formats = useFormats();
  return (
    <>
      {pools.length === 0 && <p className={styles.none}>{t('person.none')}</p>}
      <ul>
        {pools.map(({ id, name, mode, reason, addedAt, addedBy, pausedUntil }) => (
          <li key={id} className={styles.line}>
            <p>
              <Link to="/pools/$poolId" params={{ poolId: id }} className={styles.name}>
                {name}
              </Link>{' '}
              <ModeWord mode={mode} />
            </p>
            {reason && <Said size="small">{reason}</Said>}
            <p className={styles.quiet}>
              {addedBy
                ? t('person.since', { date: formats.dateLong(addedAt), by: addedBy.name })
                : t('person.since_nobody', { date: formats.dateLong(addedAt) })}
              {pausedUntil && ` · ${t('board.rests', { date: formats.dateLong(pausedUntil) })}`}
            </p>
          </li>
        ))}
      </ul>
      {segments.length > 0 && (
        <p className={styles.segments}>
          {t('person.segments', { list: formats.list(segments.map(({ name }) => formats.quote(name))) })}
        </p>
      )}
    </>
  );
}

interface AddToPoolProps {
  talentId: string;
  already: readonly string[];
  onClose: () => void;
}

function AddToPool({ talentId, already, onClose }: AddToPoolProps) {
  const t = useMessages('pools');
  const formats = useFormats();
  const cache = useQueryClient();
  const say = useSaid();
  const { data } = useRead(listPools, {});
  const pools = (data?.items ?? []).filter(({ id, isOpen }) => isOpen && !already.includes(id));
  const [poolId, setPoolId] = useState('');
  const [reason, setReason] = useState('');
  const chosen = pools.find(({ id }) => id === poolId);
  const needsReason = chosen !== undefined && policyOf(chosen.mode).needsReason;
  const add = useAct(addMembers, {
    onDone: ({ actId, people, leftOut }) => {
      const why = leftOut.map(({ reason: code, count }) => t(`left_out.${code}`, { count }));
      if (people > 0) say(t('person.done', { name: chosen?.name ?? '' }), actId);
      else showToast({ message: t('left_out.title', { list: formats.list(why) }) });
      void forgetPools(cache);
      onClose();
    },
  });
  const submit = () =>
    add.mutate({
      params: { poolId },
      body: { selection: { ids: [talentId] }, ...(reason.trim() ? { reason: reason.trim() } : {}) },
    });
  return (
    <div ref={focusFirst} className={styles.form}>
      <SelectField
        label={t('person.which')}
        value={poolId}
        options={[
          { value: '', label: t('person.choose') },
          ...pools.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={setPoolId}
      />
      {chosen && (
        <TextArea
          label={t(needsReason ? 'add.reason' : 'add.reason_optional')}
          optional={!needsReason}
          voice="human"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {add.error && <ProblemNote problem={add.error} kept={t('form.kept')} />}
      <div className={styles.acts}>
        <Button busy={add.isPending} disabled={!chosen || (needsReason && reason.trim() === '')} onClick={submit}>
          {t('person.submit')}
        </Button>
        <Button look="bare" onClick={onClose}>
          {t('person.leave')}
        </Button>
      </div>
    </div>
  );
}

const focusFirst = (form: HTMLElement | null) => form?.querySelector('select')?.focus();
