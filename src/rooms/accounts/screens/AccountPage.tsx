import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page, Section } from '#ground/ui/Page.tsx';
import { OwnPassword } from './OwnPassword.tsx';
import { OwnProfile } from './OwnProfile.tsx';
import { OwnSessions } from './OwnSessions.tsx';

/** What belongs to the member: how one is called, how one signs in, where one is signed in. */
export function AccountPage() {
  const t = useMessages('accounts');
  return (
    <Page title={t('account.title')}>
      <Section title={t('account.profile')}>
        <OwnProfile />
      </Section>
      <Section title={t('account.password')}>
        <OwnPassword />
      </Section>
      <Section title={t('account.sessions')}>
        <OwnSessions />
      </Section>
    </Page>
  );
}
