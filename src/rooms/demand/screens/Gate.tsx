import { type ReactNode, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import { TextArea } from '#ground/ui/TextField.tsx';
import { listDemands, passGate, readDemand, readDemandFigures } from '../contract.ts';
import type { Demand } from '../schema.ts';
import styles from './demands.module.css';

const SHORTEST_REASON = 5;

/** Known people first. Looking passes the gate; skipping takes one sentence, which stays. */
export function Gate({ demand, recall }: { demand: Demand; recall: ReactNode }) {
  const t = useMessages('demand');
  const mayWrite = useMay('demand.write');
  const [isSkipping, setSkipping] = useState(false);
  if (demand.state !== 'open') return null;
  return (
    <div className={styles.gate}>
      <b>{t('gate.title')}</b>
      <GateWords demand={demand} recall={demand.gate.state === 'ahead' && recall} />
      {demand.gate.state === 'ahead' && mayWrite && (
        <button type="button" className={textStyles.link} onClick={() => setSkipping(true)}>
          {t('gate.skip')}
        </button>
      )}
      <SkipDialog demandId={demand.id} open={isSkipping} onClose={() => setSkipping(false)} />
    </div>
  );
}

function GateWords({ demand: { gate, kind, advertisedOn }, recall }: { demand: Demand; recall: ReactNode }) {
  const t = useMessages('demand');
  const formats = useFormats();
  const { state, reason, knownCount, by, at } = gate;
  const count = knownCount ?? 0;
  const facts = {
    name: by?.name ?? '',
    date: at ? formats.dateLong(at) : '',
    count,
    people: formats.number(count),
    reason: formats.quote(reason ?? ''),
  };
  return (
    <span className={styles.gateWords}>
      <span>{state === 'ahead' ? t(`gate.ahead.${kind}`) : t(`gate.${state}`, facts)}</span>
      {recall}
      {advertisedOn && <span>{t('gate.advertised', { date: formats.dateLong(advertisedOn) })}</span>}
    </span>
  );
}

function SkipDialog({ demandId, open, onClose }: { demandId: string; open: boolean; onClose: () => void }) {
  const t = useMessages('demand');
  const [because, setBecause] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const act = useAct(passGate, { stale: [readDemand, listDemands, readDemandFigures], onDone: onClose });
  const skip = () => {
    const isShort = because.trim().length < SHORTEST_REASON;
    setTooShort(isShort);
    if (!isShort) act.mutate({ params: { demandId }, body: { way: 'skipped', because } });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('gate.dialog.title')}
      answers={
        <>
          <Button look="filled" busy={act.isPending} onClick={skip}>
            {t('gate.dialog.skip')}
          </Button>
          <Button onClick={onClose}>{t('gate.dialog.leave')}</Button>
        </>
      }
    >
      <p>{t('gate.dialog.what')}</p>
      <TextArea
        label={t('gate.dialog.because')}
        maxLength={500}
        error={isTooShort ? t('gate.dialog.too_short') : undefined}
        value={because}
        onChange={(event) => setBecause(event.target.value)}
      />
      {act.error && <ProblemNote problem={act.error} />}
    </Dialog>
  );
}
