import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { forbidden } from '#ground/errors/app-error.ts';
import { canSendMail } from '#ground/mail/outbox.ts';
import type { Accounts } from './accounts.ts';
import { endInvitationsOf, makeInvitation } from './invitations.ts';
import { createMember, endSessionsOf, getMember, refuseLastAdministrator } from './members.ts';
import { allow } from './permissions.ts';
import type { Role } from './permissions.ts';
import type { InvitationLink, MemberChange, NewMember, Team, TeamMember } from './schema.ts';

export async function listTeam(ctx: Ctx): Promise<Team> {
  const { db, actor } = ctx;
  allow(actor, 'accounts.read_team');
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name', 'email', 'role', 'disabled_at as disabledAt', 'created_at as createdAt'])
    .select(sql<boolean>`exists (select from credentials where member_id = members.id)`.as('hasPassword'))
    .select(sql<string[]>`array(select entity_id from member_entities where member_id = members.id)`.as('entityIds'))
    .orderBy('name')
    .execute();
  const entities = await db.selectFrom('entities').select(['id', 'name']).orderBy('name').execute();
  const items = rows.map(({ disabledAt, createdAt, hasPassword, role, ...rest }): TeamMember => {
    const state = disabledAt ? 'disabled' : hasPassword ? 'active' : 'invited';
    return { ...rest, role: role as Role, state, createdAt: createdAt.toISOString() };
  });
  return { items, entities, canSendMail: canSendMail(ctx) };
}

/** @throws AppError accounts.email_taken, accounts.entity_not_yours */
export function inviteMember(
  ctx: Ctx,
  accounts: Accounts,
  { entityIds = ctx.actor.entityIds, ...input }: NewMember,
): Promise<InvitationLink> {
  allow(ctx.actor, 'accounts.manage_team');
  return inTransaction(ctx, async (inside) => {
    refuseForeignEntities(ctx, entityIds, []);
    const { memberId } = await createMember(inside, { ...input, entityIds });
    await record(inside, {
      action: 'accounts.member_invited',
      subjectKind: 'member',
      subjectIds: [memberId],
      details: { role: input.role },
    });
    return makeInvitation(inside, accounts, memberId);
  });
}

/**
 * New role or entities. With another role the member's sessions end, so that no open page goes on with the old rights.
 * @throws AppError accounts.last_administrator, accounts.entity_not_yours, accounts.member_missing
 */
export async function changeMember(ctx: Ctx, memberId: string, { role, entityIds }: MemberChange): Promise<void> {
  allow(ctx.actor, 'accounts.manage_team');
  await inTransaction(ctx, async (inside) => {
    const before = await getMember(inside.db, memberId);
    if (role && role !== before.role) await changeRole(inside, before, role);
    if (entityIds) await replaceEntities(inside, memberId, entityIds);
    const details = { roleBefore: before.role, role: role ?? before.role, entityIds: entityIds ?? null };
    await record(inside, { action: 'accounts.member_changed', subjectKind: 'member', subjectIds: [memberId], details });
  });
}

async function changeRole({ db, now }: Ctx, { id, role: before }: { id: string; role: string }, role: Role) {
  if (before === 'administrator') await refuseLastAdministrator(db, id);
  await db.updateTable('members').set({ role, updated_at: now }).where('id', '=', id).execute();
  await endSessionsOf(db, id);
}

async function replaceEntities(ctx: Ctx, memberId: string, entityIds: string[]) {
  const held = await entitiesOf(ctx.db, memberId);
  refuseForeignEntities(ctx, entityIds, held);
  await ctx.db.deleteFrom('member_entities').where('member_id', '=', memberId).execute();
  await ctx.db
    .insertInto('member_entities')
    .values([...new Set(entityIds)].map((entityId) => ({ member_id: memberId, entity_id: entityId })))
    .execute();
}

async function entitiesOf(db: Db, memberId: string): Promise<string[]> {
  const rows = await db.selectFrom('member_entities').select('entity_id').where('member_id', '=', memberId).execute();
  return rows.map(({ entity_id }) => entity_id);
}

/** Nobody gives away, or to themselves, what they do not have. */
function refuseForeignEntities({ actor }: Ctx, wanted: string[], held: string[]) {
  const known = new Set([...actor.entityIds, ...held]);
  if (wanted.some((entityId) => !known.has(entityId))) throw forbidden('accounts.entity_not_yours');
}

/** The account is closed and its sessions and links end with it. @throws AppError accounts.last_administrator, accounts.member_missing */
export async function disableMember(ctx: Ctx, memberId: string): Promise<void> {
  allow(ctx.actor, 'accounts.manage_team');
  await inTransaction(ctx, async (inside) => {
    const { role, disabledAt } = await getMember(inside.db, memberId);
    if (disabledAt) return;
    if (role === 'administrator') await refuseLastAdministrator(inside.db, memberId);
    await inside.db
      .updateTable('members')
      .set({ disabled_at: ctx.now, updated_at: ctx.now })
      .where('id', '=', memberId)
      .execute();
    await endSessionsOf(inside.db, memberId);
    await endInvitationsOf(inside.db, memberId);
    await inside.emit(inside, 'accounts.members_changed', { memberIds: [memberId] });
    await record(inside, { action: 'accounts.member_disabled', subjectKind: 'member', subjectIds: [memberId] });
  });
}

/** @throws AppError accounts.member_missing */
export async function enableMember(ctx: Ctx, memberId: string): Promise<void> {
  allow(ctx.actor, 'accounts.manage_team');
  await inTransaction(ctx, async (inside) => {
    await getMember(inside.db, memberId);
    await inside.db
      .updateTable('members')
      .set({ disabled_at: null, updated_at: ctx.now })
      .where('id', '=', memberId)
      .execute();
    await inside.emit(inside, 'accounts.members_changed', { memberIds: [memberId] });
    await record(inside, { action: 'accounts.member_enabled', subjectKind: 'member', subjectIds: [memberId] });
  });
}
