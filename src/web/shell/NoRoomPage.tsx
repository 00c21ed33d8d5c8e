import { useMessages } from '#ground/i18n/use-messages.ts';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page } from '#ground/ui/Page.tsx';

/** The start for a member whose role opens no room yet. */
export function NoRoomPage() {
  const t = useMessages('web');
  return (
    <Page title={t('no_room.title')}>
      <EmptyState>{t('no_room.why')}</EmptyState>
    </Page>
  );
}
