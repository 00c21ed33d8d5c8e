import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { acceptProposals } from '../../contract.ts';
import type { CleanUpRun } from '../../schema-clean-up.ts';
import { DECISIONS } from '../../types.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import styles from './clean-up.module.css';

/** In a Volumen pool all open proposals of a kind can be taken over; each can still be changed. */
export function AcceptAll({ run, until }: { run: CleanUpRun; until: string }) {
  const t = useMessages('pools');
  const cache = useQueryClient();
  const accept = useAct(acceptProposals, {
    onDone: ({ people }) => {
      showToast({ message: t('clean_up.accepted', { count: people }) });
      void forgetPools(cache);
    },
  });
  const kinds = DECISIONS.filter((proposal) => run.open[proposal] > 0);
  if (kinds.length === 0) return null;
  return (
    <div className={styles.all}>
      {kinds.map((proposal) => (
        <Button
          key={proposal}
          look="bare"
          busy={accept.isPending}
          onClick={() =>
            accept.mutate({
              params: { runId: run.id },
              body: { proposal, ...(proposal === 'pause' ? { pausedUntil: until } : {}) },
            })
          }
        >
          {t(`clean_up.accept_${proposal}`, { count: run.open[proposal] })}
        </Button>
      ))}
      {accept.error && <ProblemNote problem={accept.error} />}
    </div>
  );
}
