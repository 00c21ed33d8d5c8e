import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { scheduleRoute } from '../../contract-sending.ts';
import { listCampaignsRoute, readCampaignRoute } from '../../contract-writing.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { sumOf } from '../shared/left-out.ts';
import { useAudience } from './Audience.tsx';
import { useSenderOf } from './CampaignFacts.tsx';
import styles from './send.module.css';

interface ConfirmSendingProps {
  campaign: CampaignDetail;
  at: Date | 'now';
  onLeave: () => void;
}

/** The question before letters leave, with the whole of what will happen. */
export function ConfirmSending({ campaign, at, onLeave }: ConfirmSendingProps) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { audience } = useAudience(campaign);
  const readers = audience.data?.recipients ?? 0;
  const schedule = useAct(scheduleRoute, {
    stale: [readCampaignRoute, listCampaignsRoute],
    onDone: () => {
      showToast({ message: at === 'now' ? t('send.set_now') : t('send.set_at', { at: formats.dateTime(at) }) });
      onLeave();
    },
  });
  const go = () =>
    schedule.mutate({
      params: { campaignId: campaign.id },
      body: at === 'now' ? {} : { at: at.toISOString() },
    });
  return (
    <Dialog
      open
      onClose={onLeave}
      title={t('send.question', { count: readers })}
      answers={
        <>
          <Button look="filled" busy={schedule.isPending} onClick={go}>
            {t(at === 'now' ? 'send.yes_now' : 'send.yes_at')}
          </Button>
          <Button onClick={onLeave}>{t('send.no')}</Button>
        </>
      }
    >
      <WhatWillHappen campaign={campaign} at={at} />
      {schedule.error && <ProblemNote problem={schedule.error} />}
    </Dialog>
  );
}

/** "1’842 Menschen bekommen den Brief in 2 Sprachen, ab 30. November 2026, 08:30." */
function WhatWillHappen({ campaign, at }: Pick<ConfirmSendingProps, 'campaign' | 'at'>) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { audience, reach } = useAudience(campaign);
  const sender = useSenderOf(campaign);
  const others = sumOf(audience.data?.leftOut ?? []);
  const { window } = campaign;
  const languages = reach?.byLanguage.filter(({ readers }) => readers > 0).length ?? 0;
  const people = t('send.will_people', { count: audience.data?.recipients ?? 0 });
  const both =
    languages > 0 ? t('send.will_both', { people, languages: t('send.will_languages', { count: languages }) }) : people;
  return (
    <div className={styles.confirm}>
      <p className={styles.main}>
        {at === 'now'
          ? t('send.will_now', { people: both })
          : t('send.will_at', { people: both, at: formats.dateTime(at) })}
      </p>
      {window && <p>{t('send.will_window', { from: window.fromHour, until: window.untilHour })}</p>}
      {others > 0 && <p>{t('send.will_others', { count: others })}</p>}
      {sender && <p>{t('send.will_from', { name: sender.fromName, address: sender.fromAddress })}</p>}
    </div>
  );
}
