import { useMessages } from '#ground/i18n/use-messages.ts';
import { RoomTabs } from '#ground/ui/RoomTabs.tsx';

const PLACES = [
  { to: '/care', key: 'plans' },
  { to: '/care/year', key: 'year' },
  { to: '/care/sequences', key: 'sequences' },
  { to: '/care/handovers', key: 'handovers' },
  { to: '/care/orphans', key: 'orphans' },
] as const;

export function CareTabs() {
  const t = useMessages('care');
  return <RoomTabs label={t('tabs.label')} parts={PLACES.map(({ to, key }) => ({ to, name: t(`tabs.${key}`) }))} />;
}
