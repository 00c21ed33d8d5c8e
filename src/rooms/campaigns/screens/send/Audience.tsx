import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { audienceRoute } from '../../contract-sending.ts';
import { reachRoute } from '../../contract-writing.ts';
import type { CampaignDetail, Reach } from '../../schema-writing.ts';
import { sumOf } from '../shared/left-out.ts';
import { LeftOutList } from '../shared/LeftOutList.tsx';
import styles from '../shared/parts.module.css';

/** How many would get the letter now, in which language, and why the others get nothing. */
export function Audience({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const { audience, reach } = useAudience(campaign);
  const { data, error, refetch } = audience;
  if (!campaign.audience) return null;
  const others = sumOf(data?.leftOut ?? []);
  return (
    <Section title={t('send.audience')}>
      <div className={styles.part}>
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={3} />}
        {data && (
          <>
            <p className={styles.sentence}>
              <b>{t('send.would_get', { count: data.recipients })}</b> {reach && <Split reach={reach} />}
            </p>
            <p className={styles.quiet}>{others > 0 ? t('send.others', { count: others }) : t('send.others_none')}</p>
            {others > 0 && <LeftOutList groups={data.leftOut} />}
            <p className={styles.quiet}>{t('send.asked_again')}</p>
          </>
        )}
      </div>
    </Section>
  );
}

function Split({ reach: { byLanguage, nothing } }: { reach: Reach }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const parts = byLanguage
    .filter(({ readers }) => readers > 0)
    .map(({ language, readers }) => t(`send.in_language.${language}`, { count: readers }));
  return (
    <>
      {parts.length > 1 && t('send.split', { parts: formats.list(parts) })}{' '}
      {nothing > 0 && t('send.nothing_for', { count: nothing })}
    </>
  );
}

/** Both answers come from the same rules; the second knows the languages and the blocks. */
export function useAudience({ id, audience }: Pick<CampaignDetail, 'id' | 'audience'>) {
  const enabled = audience !== null;
  const counts = useRead(audienceRoute, { params: { campaignId: id } }, { enabled });
  const reach = useRead(reachRoute, { params: { campaignId: id }, body: {} }, { enabled });
  return { audience: counts, reach: reach.data };
}
