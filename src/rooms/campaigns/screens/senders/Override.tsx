import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listSendersRoute, overrideSenderRoute } from '../../contract-sending.ts';
import type { SenderCard } from '../../schema-sending.ts';
import partStyles from '../shared/parts.module.css';

const SHORTEST_REASON = 10;

/** To send although the check is not green takes a reason, which stays visible. */
export function Override({ card }: { card: SenderCard }) {
  const t = useMessages('campaigns');
  const [asks, setAsks] = useState(false);
  if (card.state === 'overridden')
    return (
      <div className={partStyles.part}>
        <p>{t('senders.overridden')}</p>
        {card.overrideReason && <Said size="small">{card.overrideReason}</Said>}
      </div>
    );
  return (
    <div className={partStyles.part}>
      <p className={partStyles.quiet}>{t('senders.locked')}</p>
      <div className={partStyles.acts}>
        <Button onClick={() => setAsks(true)}>{t('senders.override')}</Button>
      </div>
      {asks && <OverrideDialog card={card} onLeave={() => setAsks(false)} />}
    </div>
  );
}

function OverrideDialog({ card: { id, name }, onLeave }: { card: SenderCard; onLeave: () => void }) {
  const t = useMessages('campaigns');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const override = useAct(overrideSenderRoute, {
    stale: [listSendersRoute],
    onDone: () => {
      showToast({ message: t('senders.override_said', { name }) });
      onLeave();
    },
  });
  const go = () => {
    setTried(true);
    if (!isShort) override.mutate({ params: { senderId: id }, body: { reason } });
  };
  return (
    <Dialog
      open
      onClose={onLeave}
      title={t('senders.override_question')}
      answers={
        <>
          <Button look="risk" busy={override.isPending} onClick={go}>
            {t('senders.override')}
          </Button>
          <Button onClick={onLeave}>{t('senders.override_no')}</Button>
        </>
      }
    >
      <p>{t('senders.override_means')}</p>
      <TextArea
        label={t('senders.reason')}
        error={isTried && isShort ? t('senders.reason_short') : undefined}
        maxLength={500}
        voice="human"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {override.error && <ProblemNote problem={override.error} />}
    </Dialog>
  );
}
