import { useAct } from '#ground/http/use-call.ts';
import { type Translate, useMessages } from '#ground/i18n/use-messages.ts';
import { type DataColumn, DataTable } from '#ground/ui/DataTable.tsx';
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
  return (
    <>
      {acts.problem && <ProblemNote problem={acts.problem} />}
      <DataTable
        caption={t('team.title')}
        rows={members}
        onPhone="stack"
        rowKey={({ id }) => id}
        columns={mayManage ? managedColumns(t, acts) : plainColumns(t)}
      />
    </>
  );
}

const plainColumns = (t: Translate): DataColumn<TeamMember>[] => [
  { key: 'name', head: t('field.name.label'), cell: (member) => <Person member={member} /> },
  { key: 'role', head: t('field.role.label'), cell: ({ role }) => t(`role.${role}`) },
  { key: 'state', head: t('team.state'), cell: ({ state }) => t(`state.${state}`) },
];

function managedColumns(t: Translate, acts: TeamActs): DataColumn<TeamMember>[] {
  const [name, role, state] = plainColumns(t);
  const choice: DataColumn<TeamMember> = {
    key: 'role',
    head: role?.head,
    cell: (member) => <RoleChoice member={member} onChoose={acts.changeRole} />,
  };
  const act: DataColumn<TeamMember> = {
    key: 'acts',
    head: <span className={textStyles.hiddenText}>{t('team.acts')}</span>,
    align: 'right',
    cell: (member) => <MemberActs member={member} acts={acts} />,
  };
  return [name, choice, state, act].filter((column) => column !== undefined);
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
  const linkKey = state === 'invited' ? 'team.new_link' : 'team.password_link';
  return (
    <span className={styles.acts}>
      {state !== 'disabled' && (
        <button
          type="button"
          className={textStyles.link}
          aria-label={t('act_on', { act: t(linkKey), whom: name })}
          onClick={() => acts.renew(member)}
        >
          {t(linkKey)}
        </button>
      )}
      {state === 'disabled' ? (
        <button
          type="button"
          className={textStyles.link}
          aria-label={t('act_on', { act: t('team.enable'), whom: name })}
          onClick={() => acts.enable(member)}
        >
          {t('team.enable')}
        </button>
      ) : (
        <button
          type="button"
          className={textStyles.link}
          aria-label={t('act_on', { act: t('team.disable'), whom: name })}
          onClick={() => acts.disable(member)}
        >
          {t('team.disable')}
        </button>
      )}
    </span>
  );
}

type TeamActs = ReturnType<typeof useTeamActs>;

/** Roles and closed accounts can be taken back from the toast; sessions that ended stay ended. */
function useTeamActs(onLink: (link: InvitationLink) => void) {
  const t = useMessages('accounts');
  const stale = [listTeam];
  const change = useAct(changeMember, { stale });
  const disabling = useAct(disableMember, { stale });
  const enabling = useAct(enableMember, { stale });
  const renewing = useAct(renewInvitation, { stale, onDone: onLink });
  const paramsOf = ({ id }: TeamMember) => ({ memberId: id });
  const enable = (member: TeamMember) => enabling.mutate({ params: paramsOf(member) });

  function changeRole(member: TeamMember, role: Role) {
    const message = t('team.role_changed', { name: member.name, role: t(`role.${role}`) });
    const undo = () => change.mutate({ params: paramsOf(member), body: { role: member.role } });
    change.mutate({ params: paramsOf(member), body: { role } }, { onSuccess: () => showToast({ message, undo }) });
  }

  function disable(member: TeamMember) {
    const message = t('team.disabled', { name: member.name });
    disabling.mutate(
      { params: paramsOf(member) },
      { onSuccess: () => showToast({ message, undo: () => enable(member) }) },
    );
  }

  return {
    problem: change.error ?? disabling.error ?? enabling.error ?? renewing.error,
    renew: (member: TeamMember) => renewing.mutate({ params: paramsOf(member) }),
    enable,
    disable,
    changeRole,
  };
}
