import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { listSendersRoute } from '../../contract-sending.ts';
import { CampaignTabs } from '../shared/CampaignTabs.tsx';
import { Mailboxes } from './Mailboxes.tsx';
import { EditSender, NewSender } from './SenderEditor.tsx';
import { SenderSheet } from './SenderSheet.tsx';

/** Who letters come from, and whether they will arrive. */
export function SendersPage() {
  const navigate = useNavigate();
  const { act, sender }: { act?: 'add'; sender?: string } = useSearch({ strict: false });
  const mayManage = useMay('campaigns.manage_senders');
  const { data } = useRead(listSendersRoute, {});
  const show = (search: { act?: 'add'; sender?: string } = {}) => void navigate({ to: '/campaigns/senders', search });
  const edited = data?.senders.find(({ id }) => id === sender);
  if (mayManage && act === 'add') return <NewSender onLeave={() => show()} />;
  if (mayManage && edited) return <EditSender key={edited.version} card={edited} onLeave={() => show()} />;
  return (
    <SenderList
      onAdd={mayManage ? () => show({ act: 'add' }) : undefined}
      onEdit={mayManage ? (id) => show({ sender: id }) : undefined}
    />
  );
}

interface SenderListProps {
  onAdd: (() => void) | undefined;
  onEdit: ((senderId: string) => void) | undefined;
}

function SenderList({ onAdd, onEdit }: SenderListProps) {
  const t = useMessages('campaigns');
  const { data, error, refetch } = useRead(listSendersRoute, {});
  const isEmpty = data?.senders.length === 0;
  const add = (look: 'filled' | 'plain') =>
    onAdd && (
      <Button look={look} keys="a" onClick={onAdd}>
        {t('senders.add')}
      </Button>
    );
  useShortcuts(onAdd ? [{ keys: 'a', label: t('senders.add'), run: onAdd }] : []);
  return (
    <Page
      title={t('roomTabs.senders')}
      lede={t('senders.lede')}
      path={[{ label: t('nav'), to: '/campaigns' }, { label: t('roomTabs.senders') }]}
      actions={data && !isEmpty && add('plain')}
    >
      <CampaignTabs />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {isEmpty && <EmptyState actions={add('filled')}>{t('senders.empty')}</EmptyState>}
      {data?.senders.map((card) => (
        <SenderSheet key={card.id} card={card} onEdit={onEdit && (() => onEdit(card.id))} />
      ))}
      {onAdd && <Mailboxes />}
    </Page>
  );
}
