import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import type { Formats } from '#ground/i18n/formats.ts';
import { type Translate, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { type DataColumn, DataTable } from '#ground/ui/DataTable.tsx';
import { FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { endOtherSessions, endSession, listSessions } from '../contract.ts';
import type { OwnSession } from '../schema.ts';
import styles from './account.module.css';

export function OwnSessions() {
  const t = useMessages('accounts');
  const formats = useFormats();
  const sessions = useRead(listSessions, {});
  const ending = useAct(endSession, { stale: [listSessions] });
  const endingOthers = useAct(endOtherSessions, { stale: [listSessions] });
  if (sessions.isPending) return <SkeletonRows rows={3} />;
  const problem = sessions.error ?? ending.error ?? endingOthers.error;
  const items = [...(sessions.data?.items ?? [])].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  const end = (sessionId: string) => ending.mutate({ params: { sessionId } });
  return (
    <div className={styles.part}>
      <p className={styles.words}>{t('account.sessions_why')}</p>
      {problem && <ProblemNote problem={problem} />}
      <DataTable
        caption={t('account.sessions')}
        rows={items}
        rowKey={({ id }) => id}
        columns={columnsFor(t, formats, end)}
      />
      {items.length > 1 && (
        <FormActions>
          <Button busy={endingOthers.isPending} onClick={() => endingOthers.mutate({})}>
            {t('account.end_others')}
          </Button>
        </FormActions>
      )}
    </div>
  );
}

const columnsFor = (
  t: Translate,
  { relative, dateTime }: Formats,
  end: (sessionId: string) => void,
): DataColumn<OwnSession>[] => [
  { key: 'device', head: t('account.device'), cell: ({ device }) => device || t('account.device_unknown') },
  { key: 'address', head: t('account.address'), cell: ({ address }) => address },
  {
    key: 'used',
    head: t('account.last_used'),
    // The time is noted every few minutes only, and whoever reads this uses it now.
    cell: ({ lastUsedAt, isCurrent }) =>
      isCurrent ? t('account.now') : <span title={dateTime(lastUsedAt)}>{relative(lastUsedAt)}</span>,
  },
  {
    key: 'end',
    head: <span className={textStyles.hiddenText}>{t('team.acts')}</span>,
    align: 'right',
    cell: (session) => <EndOrHere session={session} end={end} />,
  },
];

function EndOrHere({ session, end }: { session: OwnSession; end: (sessionId: string) => void }) {
  const t = useMessages('accounts');
  const { id, isCurrent, device } = session;
  if (isCurrent) return <span className={styles.current}>{t('account.here')}</span>;
  const label = t('act_on', { act: t('account.end'), whom: device || t('account.device_unknown') });
  return (
    <button type="button" className={textStyles.link} aria-label={label} onClick={() => end(id)}>
      {t('account.end')}
    </button>
  );
}
