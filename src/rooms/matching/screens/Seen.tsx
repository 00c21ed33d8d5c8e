import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listDemands, passGate, readDemand, readDemandFigures } from '#rooms/demand/contract.ts';

/** Whoever has seen the known people says so; with it the gate before the advertisement opens. */
export function Seen({ demandId, knownCount }: { demandId: string; knownCount: number }) {
  const t = useMessages('matching');
  const mayWrite = useMay('demand.write');
  const act = useAct(passGate, {
    stale: [readDemand, listDemands, readDemandFigures],
    onDone: () => showToast({ message: t('seen_done') }),
  });
  if (!mayWrite) return null;
  return (
    <>
      <Button
        busy={act.isPending}
        onClick={() => act.mutate({ params: { demandId }, body: { way: 'looked', knownCount } })}
      >
        {t('seen')}
      </Button>
      {act.error && <ProblemNote problem={act.error} />}
    </>
  );
}
