import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { Said } from '#ground/ui/Said.tsx';
import type { CampaignDetail } from '../../schema-writing.ts';
import { sortedApprovals } from './eyes.ts';
import styles from './send.module.css';

/** Who decided what about which version. */
export function Approvals({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  if (campaign.approvals.length === 0) return null;
  return (
    <Section title={t('send.approvals')}>
      <ul>
        {sortedApprovals(campaign).map(({ letterVersion, decision, note, audience, by, at }) => (
          <li key={at} className={styles.approval}>
            {t(decision === 'approved' ? 'send.approved_by' : 'send.returned_by', {
              name: by?.name ?? t('send.somebody'),
              version: letterVersion,
              at: formats.dateTime(at),
              count: audience,
            })}
            {note && <Said size="small">{note}</Said>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
