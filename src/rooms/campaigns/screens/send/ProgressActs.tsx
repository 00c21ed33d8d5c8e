import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { cancelRoute, pauseRoute, resultRoute, resumeRoute, uncertainRoute } from '../../contract-sending.ts';
import { listCampaignsRoute, readCampaignRoute } from '../../contract-writing.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import styles from '../shared/parts.module.css';

const STALE = [readCampaignRoute, listCampaignsRoute, resultRoute, uncertainRoute];

/** Pause, go on, stop for good; the last is asked, because it cannot be undone. */
export function ProgressActs({ campaign: { id, may, progress } }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const [asks, setAsks] = useState(false);
  const said = (key: string) => ({ stale: STALE, onDone: () => showToast({ message: t(key) }) });
  const pause = useAct(pauseRoute, said('send.paused_said'));
  const resume = useAct(resumeRoute, said('send.resumed_said'));
  const cancel = useAct(cancelRoute, said('send.cancelled_said'));
  const problem = pause.error ?? resume.error ?? cancel.error;
  const input = { params: { campaignId: id } };
  if (!may.pause && !may.resume && !may.cancel) return null;
  return (
    <div className={styles.acts}>
      {may.resume && (
        <Button look="filled" busy={resume.isPending} onClick={() => resume.mutate(input)}>
          {t('send.resume')}
        </Button>
      )}
      {may.pause && (
        <Button busy={pause.isPending} onClick={() => pause.mutate(input)}>
          {t('send.pause')}
        </Button>
      )}
      {may.cancel && (
        <Button busy={cancel.isPending} onClick={() => setAsks(true)}>
          {t('send.cancel')}
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t('send.cancel_question')}
        answers={
          <>
            <Button
              look="risk"
              onClick={() => {
                setAsks(false);
                cancel.mutate(input);
              }}
            >
              {t('send.cancel_yes')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('send.cancel_no')}</Button>
          </>
        }
      >
        <p>
          {t('send.cancel_means', { count: progress?.done ?? 0 })} {t('send.cancel_final')}
        </p>
      </Dialog>
    </div>
  );
}
