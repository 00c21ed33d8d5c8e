import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { askForReviewRoute, listCampaignsRoute, readCampaignRoute } from '../../contract-writing.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import styles from '../shared/parts.module.css';
import { EyesLine } from './EyesLine.tsx';
import { Warnings, useWarnings } from './Warnings.tsx';

/** What the check found, and the way to the second person. */
export function Review({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const [note, setNote] = useState('');
  const { stops } = useWarnings(campaign);
  const ask = useAct(askForReviewRoute, {
    stale: [readCampaignRoute, listCampaignsRoute],
    onDone: () => showToast({ message: t('send.asked') }),
  });
  return (
    <Section title={t('send.review')}>
      <Warnings campaign={campaign} />
      <EyesLine campaign={campaign} />
      {campaign.may.askForReview ? (
        <div className={styles.part}>
          <Form
            label={t('send.review')}
            onSubmit={() => ask.mutate({ params: { campaignId: campaign.id }, body: { note } })}
          >
            <TextArea
              label={t('send.note')}
              help={t('send.ask_help')}
              optional
              maxLength={1000}
              voice="human"
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
            {ask.error && <ProblemNote problem={ask.error} />}
            <FormActions>
              <Button type="submit" look="filled" busy={ask.isPending} disabled={stops.length > 0}>
                {t('send.ask_review')}
              </Button>
            </FormActions>
          </Form>
        </div>
      ) : (
        <p className={styles.quiet}>{t('send.read_only')}</p>
      )}
    </Section>
  );
}
