import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Growing } from '#ground/ui/Growing.tsx';
import { readAct, stopAct } from '../../contract.ts';
import { forgetTalents } from '../shared/forget-talents.ts';
import { useSaid } from '../shared/use-said.ts';
import styles from './bulk-dialog.module.css';

/** A long act in the background: how far it is, and a way to stop it. */
export function RunningAct({ actId, onEnd }: { actId: string; onEnd: () => void }) {
  const t = useMessages('talents');
  const cache = useQueryClient();
  const say = useSaid();
  const { data } = useRead(readAct, { params: { actId } }, { refetchInterval: 700 });
  const stop = useAct(stopAct, { stale: [readAct] });
  const hasEnded = data !== undefined && data.state !== 'running';
  useEffect(() => {
    if (!hasEnded) return;
    say(t('bulk.finished', { count: data.done }), actId);
    void forgetTalents(cache);
    onEnd();
    // oxlint-disable-next-line react/exhaustive-deps -- said once, when it ends
  }, [hasEnded]);
  return (
    <span className={styles.running}>
      <Growing label={t('bulk.running')} done={data?.done ?? 0} total={data?.total ?? 0} />
      <Button busy={stop.isPending} onClick={() => stop.mutate({ params: { actId } })}>
        {t('bulk.stop')}
      </Button>
    </span>
  );
}
