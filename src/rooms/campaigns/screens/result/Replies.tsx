import { Link } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import { repliesRoute } from '../../contract-sending.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { figuresEveryMs } from '../send/live.ts';
import styles from '../shared/parts.module.css';
import { PersonLink } from '../shared/PersonLink.tsx';

/** Who answered, with the way to their page and to an answer in turn. */
export function Replies({ campaign: { id, state } }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { data, error, refetch } = useRead(
    repliesRoute,
    { params: { campaignId: id } },
    { refetchInterval: figuresEveryMs(state) },
  );
  return (
    <Section title={t('result.replies')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className={styles.quiet}>{t('result.replies_none')}</p>}
      {data && data.items.length > 0 && (
        <div className={styles.table}>
          <DataTable
            caption={t('result.replies')}
            rows={data.items}
            rowKey={({ talentId }) => talentId}
            columns={[
              { key: 'person', head: t('send.person'), cell: personCell },
              {
                key: 'at',
                head: t('result.replied_at'),
                cell: ({ receivedAt }) => formats.dateTime(receivedAt),
              },
              {
                key: 'answer',
                head: '',
                align: 'right',
                cell: answerCell,
              },
            ]}
          />
        </div>
      )}
      <p className={styles.quiet}>{t('result.replies_help')}</p>
    </Section>
  );
}

const personCell = (row: { talentId: string; name: string }) => <PersonLink {...row} />;
const answerCell = (row: { talentId: string; name: string }) => <AnswerLink {...row} />;

/** Only for those who may write. */
function AnswerLink({ talentId, name }: { talentId: string; name: string }) {
  const t = useMessages('campaigns');
  const mayWrite = useMay('campaigns.write');
  if (!mayWrite) return null;
  return (
    <Link
      to="/talents/$talentId/letter"
      params={{ talentId }}
      aria-label={t('result.reply_named', { name })}
      className={textStyles.link}
    >
      {t('result.reply_to')}
    </Link>
  );
}
