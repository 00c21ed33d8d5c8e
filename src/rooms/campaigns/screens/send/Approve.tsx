import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { decideRoute, listCampaignsRoute, readCampaignRoute, takeBackReviewRoute } from '../../contract-writing.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { PreviewPane } from '../preview/PreviewPane.tsx';
import styles from '../shared/parts.module.css';
import { EyesLine } from './EyesLine.tsx';
import sendStyles from './send.module.css';
import { Warnings } from './Warnings.tsx';

const STALE = [readCampaignRoute, listCampaignsRoute];

/** The letter as it arrives, and the two answers. */
export function Approve({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const { id, letterVersion, may } = campaign;
  return (
    <Section title={t('send.review')}>
      <p className={styles.part}>{t('send.waits', { version: letterVersion })}</p>
      <EyesLine campaign={campaign} />
      <Warnings campaign={campaign} />
      <div className={styles.acts}>
        {may.approve && <Decisions campaign={campaign} />}
        {may.takeBack && <TakeBack campaignId={id} />}
      </div>
      <h3 className={sendStyles.previewHead}>{t('send.read_before')}</h3>
      <PreviewPane campaignId={id} />
    </Section>
  );
}

function Decisions({ campaign: { id, letterVersion } }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const [asks, setAsks] = useState(false);
  const decide = useAct(decideRoute, {
    stale: STALE,
    onDone: (_, { body }) =>
      showToast({
        message: t(body.decision === 'approved' ? 'send.approved_said' : 'send.returned_said', {
          version: letterVersion,
        }),
      }),
  });
  const answer = (decision: 'approved' | 'returned', note: string) =>
    decide.mutate({ params: { campaignId: id }, body: { decision, letterVersion, note } });
  return (
    <>
      <Button look="filled" busy={decide.isPending} onClick={() => answer('approved', '')}>
        {t('send.approve')}
      </Button>
      <Button busy={decide.isPending} onClick={() => setAsks(true)}>
        {t('send.return')}
      </Button>
      {decide.error && <ProblemNote problem={decide.error} />}
      <ReturnDialog
        open={asks}
        onClose={() => setAsks(false)}
        onReturn={(note) => {
          setAsks(false);
          answer('returned', note);
        }}
      />
    </>
  );
}

interface ReturnDialogProps {
  open: boolean;
  onClose: () => void;
  onReturn: (note: string) => void;
}

function ReturnDialog({ open, onClose, onReturn }: ReturnDialogProps) {
  const t = useMessages('campaigns');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const isEmpty = note.trim() === '';
  const go = () => {
    setTried(true);
    if (!isEmpty) onReturn(note);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('send.return_question')}
      answers={
        <>
          <Button look="filled" onClick={go}>
            {t('send.return')}
          </Button>
          <Button onClick={onClose}>{t('send.return_keep')}</Button>
        </>
      }
    >
      <TextArea
        label={t('send.return_note')}
        error={isTried && isEmpty ? t('send.return_need') : undefined}
        maxLength={1000}
        voice="human"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Dialog>
  );
}

export function TakeBack({ campaignId }: { campaignId: string }) {
  const t = useMessages('campaigns');
  const back = useAct(takeBackReviewRoute, {
    stale: STALE,
    onDone: () => showToast({ message: t('send.taken_back') }),
  });
  return (
    <>
      <Button busy={back.isPending} onClick={() => back.mutate({ params: { campaignId } })}>
        {t('send.take_back')}
      </Button>
      {back.error && <ProblemNote problem={back.error} />}
    </>
  );
}
