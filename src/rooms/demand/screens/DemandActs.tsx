import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Menu, MenuItem } from '#ground/ui/Menu.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import {
  advertise,
  closeDemand,
  listDemands,
  openVacancy,
  readDemand,
  readDemandFigures,
  reopenDemand,
} from '../contract.ts';
import type { Demand } from '../schema.ts';

const STALE = [readDemand, listDemands, readDemandFigures];
const today = () => new Date().toISOString().slice(0, 10);

/** What becomes of a demand. A refusal says what helps, and nothing has changed then. */
export function DemandActs({ demand }: { demand: Demand }) {
  const t = useMessages('demand');
  const words = useProblemWords();
  const [isClosing, setClosing] = useState(false);
  const onDone = () => showToast({ message: t('act.done') });
  const say = { onError: (problem: unknown) => showToast({ message: words(problem) }) };
  const open = useAct(openVacancy, { stale: STALE, onDone });
  const publish = useAct(advertise, { stale: STALE, onDone });
  const reopen = useAct(reopenDemand, { stale: STALE, onDone });
  const params = { demandId: demand.id };
  const isOpen = demand.state === 'open';
  return (
    <>
      <Menu trigger={<Button>{t('act.more')}</Button>} align="end">
        {isOpen && demand.kind === 'planned' && (
          <MenuItem onChoose={() => open.mutate({ params, body: { on: today() } }, say)}>
            {t('act.open_vacancy')}
          </MenuItem>
        )}
        {isOpen && demand.kind === 'vacancy' && !demand.advertisedOn && (
          <MenuItem onChoose={() => publish.mutate({ params, body: { on: today() } }, say)}>
            {t('act.advertise')}
          </MenuItem>
        )}
        {isOpen && <MenuItem onChoose={() => setClosing(true)}>{t('act.close')}</MenuItem>}
        {!isOpen && <MenuItem onChoose={() => reopen.mutate({ params }, say)}>{t('act.reopen')}</MenuItem>}
      </Menu>
      <CloseDialog demandId={demand.id} open={isClosing} onClose={() => setClosing(false)} />
    </>
  );
}

function CloseDialog({ demandId, open, onClose }: { demandId: string; open: boolean; onClose: () => void }) {
  const t = useMessages('demand');
  const [because, setBecause] = useState('');
  const reopen = useAct(reopenDemand, { stale: STALE });
  const act = useAct(closeDemand, {
    stale: STALE,
    onDone: () => {
      onClose();
      showToast({ message: t('act.closed'), undo: () => reopen.mutate({ params: { demandId } }) });
    },
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('close.title')}
      answers={
        <>
          <Button
            look="filled"
            busy={act.isPending}
            onClick={() => act.mutate({ params: { demandId }, body: { on: today(), because } })}
          >
            {t('close.do')}
          </Button>
          <Button onClick={onClose}>{t('close.leave')}</Button>
        </>
      }
    >
      <TextArea
        label={t('close.because')}
        help={t('close.help')}
        maxLength={500}
        value={because}
        onChange={(event) => setBecause(event.target.value)}
      />
      {act.error && <ProblemNote problem={act.error} />}
    </Dialog>
  );
}
