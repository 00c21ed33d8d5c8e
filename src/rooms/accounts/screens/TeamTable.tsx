import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { PersonName } from '#ground/ui/PersonName.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import textStyles from '#ground/ui/text.module.css';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changeMember, disableMember, enableMember, listTeam, renewInvitation } from '../contract.ts';
import { ROLES, type Role } from '../permissions.ts';
import type { InvitationLink, TeamMember } from '../schema.ts';
import styles from './team.module.css';

interface TeamTableProps {
  members: readonly TeamMember[];
  mayManage: boolean;
  onLink: (link: InvitationLink) => void;
}

export function TeamTable({ members, mayManage, onLink }: TeamTableProps) {
  const t = useMessages('accounts');
  const acts = useTeamActs(onLink);
  const role = (member: TeamMember) =>
    mayManage ? <RoleChoice member={member} onChoose={acts.changeRole} /> : t(`role.${member.role}`);
  return (
    <>
      {acts.problem && <ProblemNote problem={acts.problem} />}
      <DataTable
        caption={t('team.title')}
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: t('field.name.label'), cell: (member) => <Person member={member} /> },
          { key: 'role', head: t('field.role.label'), cell: role },
          { key: 'state', head: t('team.state'), cell: ({ state }) => t(`state.${state}`) },
          ...(mayManage
            ? [{ key: 'acts', head: '', cell: (member: TeamMember) => <MemberActs member={member} acts={acts} /> }]
            : []),
        ]}
      />
    </>
  );
}

const Person = ({ member }: { member: TeamMember }) => (
  <span className={styles.person}>
    <PersonName name={member.name} size="card" />
    <span className={styles.mail}>{member.email}</span>
  </span>
);

function RoleChoice({ member, onChoose }: { member: TeamMember; onChoose: (member: TeamMember, role: Role) => void }) {
  const t = useMessages('accounts');
  return (
    <SelectField
      className={styles.role}
      label={t('team.role_of', { name: member.name })}
      labelHidden
      value={member.role}
      title={t(`role_means.${member.role}`)}
      options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      onChoose={(value) => onChoose(member, value as Role)}
    />
  );
}

function MemberActs({ member, acts }: { member: TeamMember; acts: TeamActs }) {
  const t = useMessages('accounts');
  const { name, state } = member;
  return (
    <span className={styles.acts}>
      {state !== 'disabled' && (
        <button
          type="button"
          className={textStyles.link}
          aria-label={t('team.new_link_for', { name })}
          onClick={() => acts.renew(member)}
        >
          {t(state === 'invited' ? 'team.new_link' : 'team.password_link')}
        </button>
      )}
      {state === 'disabled' ? (
        <button
          type="button"
          className={textStyles.link}
          aria-label={t('team.enable_whom', { name })}
          onClick={() => acts.enable(member)}
        >
          {t('team.enable')}
        </button>
      ) : (
        <button
          type="button"
          className={textStyles.link}
          aria-label={t('team.disable_whom', { name })}
          onClick={() => acts.disable(member)}
        >
          {t('team.disable')}
        </button>
      )}
    </span>
  );
}

type TeamActs = ReturnType<typeof useTeamActs>;

/** Every act can be taken back from the toast; only sessions that ended stay ended. */
function useTeamActs(onLink: (link: InvitationLink) => void) {
  const t = useMessages('accounts');
  const stale = [listTeam];
  const change = useAct(changeMember, { stale });
  const disabling = useAct(disableMember, { stale });
  const enabling = useAct(enableMember, { stale });
  const renewing = useAct(renewInvitation, { stale, onDone: onLink });
  const paramsOf = ({ id }: TeamMember) => ({ memberId: id });
  const setRole = (member: TeamMember, role: Role) => change.mutateAsync({ params: paramsOf(member), body: { role } });

  return {
    problem: change.error ?? disabling.error ?? enabling.error ?? renewing.error,
    renew: (member: TeamMember) => renewing.mutate({ params: paramsOf(member) }),
    enable: (member: TeamMember) => enabling.mutate({ params: paramsOf(member) }),
    changeRole: (member: TeamMember, role: Role) =>
      void setRole(member, role).then(
        () =>
          showToast({
            message: t('team.role_changed', { name: member.name, role: t(`role.${role}`) }),
            undo: async () => void (await setRole(member, member.role)),
          }),
        () => undefined,
      ),
    disable: (member: TeamMember) =>
      void disabling.mutateAsync({ params: paramsOf(member) }).then(
        () =>
          showToast({
            message: t('team.disabled', { name: member.name }),
            undo: async () => void (await enabling.mutateAsync({ params: paramsOf(member) })),
          }),
        () => undefined,
      ),
  };
}
