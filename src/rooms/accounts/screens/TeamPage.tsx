import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { listTeam } from '../contract.ts';
import type { InvitationLink, Team } from '../schema.ts';
import { InviteForm } from './InviteForm.tsx';
import { LinkToHandOver } from './LinkToHandOver.tsx';
import { RoleWords } from './RoleWords.tsx';
import styles from './team.module.css';
import { TeamTable } from './TeamTable.tsx';

export function TeamPage() {
  const t = useMessages('accounts');
  const navigate = useNavigate();
  const { invite: isInviting = false }: { invite?: boolean } = useSearch({ strict: false });
  const mayManage = useMay('accounts.manage_team');
  const [link, setLink] = useState<InvitationLink>();
  const team = useRead(listTeam, {});
  const show = (invite?: true) => void navigate({ to: '/team', search: { invite }, replace: true });
  if (team.isPending) return <SkeletonPage />;
  return (
    <Page
      title={t('team.title')}
      lede={t('team.lede')}
      actions={mayManage && !isInviting && <Button onClick={() => show(true)}>{t('team.invite')}</Button>}
    >
      {team.error && <ProblemNote problem={team.error} onRetry={() => void team.refetch()} />}
      {mayManage && isInviting && (
        <InviteForm
          delivery={deliveryOf(team.data)}
          onLeave={() => show()}
          onInvited={(made) => {
            setLink(made);
            show();
          }}
        />
      )}
      {link && (
        <LinkToHandOver link={link} name={nameOf(team.data?.items, link.memberId)} onLeave={() => setLink(undefined)} />
      )}
      {team.data && <TeamTable members={team.data.items} mayManage={mayManage} onLink={setLink} />}
      <div className={styles.part}>
        <Section title={t('team.roles')}>
          <RoleWords />
        </Section>
      </div>
    </Page>
  );
}

const deliveryOf = (team: Team | undefined): InvitationLink['delivery'] => (team?.canSendMail ? 'mail' : 'by_hand');

const nameOf = (members: readonly { id: string; name: string }[] = [], memberId: string) =>
  members.find(({ id }) => id === memberId)?.name;
