import type { ReactNode } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { listSendersRoute } from '../../contract-sending.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import styles from '../shared/parts.module.css';

/** What is sent to whom, by whom, and when it may arrive; what is missing is said. */
export function CampaignFacts({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const isEnglish = useLanguage() === 'en';
  const { topic, audience, window, languages, by } = campaign;
  const sender = useSenderOf(campaign);
  const missing = <span className={styles.missing}>{t('send.missing')}</span>;
  return (
    <Section title={t('send.facts')}>
      <dl className={styles.facts}>
        <Fact name={t('send.to')}>{audience?.name ?? missing}</Fact>
        <Fact name={t('send.topic')}>{topic ? (isEnglish ? topic.en : topic.de) : missing}</Fact>
        <Fact name={t('send.from')}>
          {sender ? (
            <>
              {sender.fromName} <span className={styles.note}>{sender.fromAddress}</span>
            </>
          ) : (
            campaign.senderId === null && missing
          )}
        </Fact>
        <Fact name={t('send.languages')}>{formats.list(languages.map((one) => t(`result.lang.${one}`)))}</Fact>
        <Fact name={t('send.when')}>
          {window ? t('send.window', { from: window.fromHour, until: window.untilHour }) : t('send.any_hour')}
        </Fact>
        {by && <Fact name={t('send.by')}>{by.name}</Fact>}
      </dl>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function useSenderOf({ senderId }: Pick<CampaignDetail, 'senderId'>) {
  const { data } = useRead(listSendersRoute, {}, { enabled: senderId !== null });
  return data?.senders.find(({ id }) => id === senderId);
}
