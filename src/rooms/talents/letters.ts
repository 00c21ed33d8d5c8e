import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newActId } from './changes.ts';
import { applyColumns } from './edit.ts';
import { insertPart } from './parts.ts';
import { refreshLastTouch } from './update-people.ts';

export interface SentLetters {
  /** Which letter: the same letter to the same person is noted once. */
  letterId: string;
  subject: string;
  /** `bulk`: the same to many; does not restart any rhythm. */
  kind: 'bulk' | 'personal';
  /** Of a personal one: who wrote it, and what it says. */
  byMember?: string | null;
  text?: string | null;
  talentIds: readonly string[];
}

/** Letters that left, noted with the people who got them, in one statement. Who is not here any more is left out. */
export async function logLetters(ctx: Ctx, letters: SentLetters): Promise<void> {
  const { letterId, subject, kind, talentIds, byMember = null, text = null } = letters;
  if (talentIds.length === 0) return;
  const isBulk = kind === 'bulk';
  await sql`
    insert into touchpoints (id, talent_id, occurred_at, channel, direction, is_bulk, subject, body, by_member, source)
    select md5(${letterId}::text || t.id::text)::uuid, t.id, ${ctx.now}, ${isBulk ? 'newsletter' : 'mail'}, 'ours', ${isBulk}, ${subject}, ${text}, ${byMember}::uuid, ${`campaign:${letterId}`}
    from talents t where t.id = any(${[...talentIds]}::uuid[]) and t.entity_id = any(${ctx.actor.entityIds}::uuid[])
    on conflict (id) do nothing`.execute(ctx.db);
  if (!isBulk) await refreshLastTouch(ctx, [...talentIds]);
}

export interface ReceivedReply {
  talentId: string;
  subject: string;
  receivedAt: Date;
}

/**
 * An answer that came by mail: what runs by itself stops, and Today shows it. The text stays in the mailbox.
 * @returns the touchpoint, or undefined when the person is not here any more
 */
export async function logReply(
  ctx: Ctx,
  { talentId, subject, receivedAt }: ReceivedReply,
): Promise<string | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{ stage: string }>`
      select stage from talents where id = ${talentId}::uuid and entity_id = any(${ctx.actor.entityIds}::uuid[]) and deleted_at is null for update`.execute(
      ctx.db,
    );
    const [person] = rows;
    if (!person) return undefined;
    const actId = newActId(ctx);
    const at = receivedAt > ctx.now ? ctx.now : receivedAt;
    const values = {
      occurred_at: at,
      channel: 'mail',
      direction: 'theirs',
      subject,
      body: null,
      by_member: null,
      source: 'mailbox',
    };
    const { id } = await insertPart(ctx, { talentId, actId, table: 'touchpoints', values });
    // Their word makes an exchange; later stages are a human's decision.
    if (person.stage === 'known' || person.stage === 'approached')
      await applyColumns(ctx, { talentId, actId, columns: { stage: 'in_exchange' } });
    await refreshLastTouch(ctx, [talentId]);
    return id;
  });
}

/** Addresses that do not exist any more: nothing goes there until somebody corrects them. Repeating it changes nothing. */
export async function markBounced(
  { db, now, actor }: Ctx,
  talentId: string,
  normalForm: string | undefined,
): Promise<void> {
  await sql`
    update talent_addresses a set bounced_at = ${now} from talents t
    where t.id = a.talent_id and t.id = ${talentId}::uuid and t.entity_id = any(${actor.entityIds}::uuid[]) and a.kind = 'email' and a.bounced_at is null
      and a.normal_form = ${normalForm ?? ''}`.execute(db);
}
