import { useMessages } from '#ground/i18n/use-messages.ts';
import { RoomTabs } from '#ground/ui/RoomTabs.tsx';

const PLACES = [
  { to: '/campaigns', key: 'campaigns' },
  { to: '/campaigns/senders', key: 'senders' },
  { to: '/campaigns/brand', key: 'brand' },
  { to: '/campaigns/settings', key: 'settings' },
] as const;

export function CampaignTabs() {
  const t = useMessages('campaigns');
  return (
    <RoomTabs label={t('roomTabs.label')} parts={PLACES.map(({ to, key }) => ({ to, name: t(`roomTabs.${key}`) }))} />
  );
}
