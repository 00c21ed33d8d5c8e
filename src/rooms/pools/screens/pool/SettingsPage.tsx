import { useNavigate, useParams } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { archivePool, editPool, takePoolBack } from '../../contract.ts';
import { DEFAULT_CAP } from '../../policy.ts';
import type { PoolPage } from '../../schema.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { bodyOf } from './NewPoolPage.tsx';
import styles from './pool-form.module.css';
import { type PoolDraft, PoolForm } from './PoolForm.tsx';
import { PoolFrame } from './PoolFrame.tsx';
import { SignUps } from './SignUps.tsx';

export function SettingsPage() {
  const t = useMessages('pools');
  const { poolId = '' }: { poolId?: string } = useParams({ strict: false });
  const mayAdd = useMay('pools.write');
  return (
    <PoolFrame poolId={poolId} tab="settings">
      {(pool, refetch) =>
        pool.mayEdit ? (
          <Settings key={pool.version} pool={pool} onReload={refetch} />
        ) : (
          <p>{t(mayAdd ? 'errors.only_team_edits' : 'form.only_team')}</p>
        )
      }
    </PoolFrame>
  );
}

const draftOf = (pool: PoolPage): PoolDraft => ({
  name: pool.name,
  purpose: pool.purpose,
  mode: pool.mode,
  visibility: pool.visibility,
  cap: pool.capPerOwner ?? DEFAULT_CAP,
  ownerId: pool.owner?.id,
  team: pool.team.map(({ id }) => id),
});

function Settings({ pool, onReload }: { pool: PoolPage; onReload: () => void }) {
  const t = useMessages('pools');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const params = { poolId: pool.id };
  const change = useAct(editPool, {
    onDone: () => {
      showToast({ message: t('form.saved') });
      void forgetPools(cache);
    },
  });
  return (
    <>
      <PoolForm
        label={t('form.title_edit')}
        first={draftOf(pool)}
        saveLabel={t('form.save')}
        problem={change.error}
        onReload={change.error?.code === 'pools.changed_meanwhile' ? onReload : undefined}
        isSaving={change.isPending}
        onSave={(draft) => change.mutate({ params, body: { version: pool.version, changes: bodyOf(draft) } })}
        onLeave={() => void navigate({ to: '/pools/$poolId', params })}
      />
      {pool.mode === 'volume' && <SignUps poolId={pool.id} />}
      <ArchiveButton pool={pool} />
    </>
  );
}

function ArchiveButton({ pool: { id, name } }: { pool: PoolPage }) {
  const t = useMessages('pools');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const params = { poolId: id };
  const archive = useAct(archivePool, {
    onDone: () => {
      const undo = async () => {
        await call(takePoolBack, { params });
        await forgetPools(cache);
      };
      showToast({ message: t('form.archived', { name }), undo });
      void navigate({ to: '/pools' }).then(() => forgetPools(cache));
    },
  });
  return (
    <div className={styles.archive}>
      <Button busy={archive.isPending} onClick={() => archive.mutate({ params })}>
        {t('form.archive')}
      </Button>
      {archive.error && <ProblemNote problem={archive.error} />}
    </div>
  );
}
