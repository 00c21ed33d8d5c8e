import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { keptPlanFor } from '#ground/database/kept-plan.ts';
import { newId } from '#ground/ids.ts';
import type { ContactPurpose } from '#rooms/consent/index.ts';
import { keepReachable } from '../reach.ts';
import type { ReminderKind } from '../types.ts';
import type { Candidates, Look } from './candidates.ts';

/** People read at once; the same who may not be contacted are asked again each day. */
const PEOPLE_AT_ONCE = 20_000;
/** People whose permission is read, and whose reminders are written, in one transaction. */
const WRITTEN_AT_ONCE = 4_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface CandidateRow {
  talent_id: string;
  occasion: string;
  member_id: string | null;
  plan_id: string | null;
  source_id: string | null;
  due_on: string;
  facts: unknown;
  channels: string[] | null;
}

/** A permission that ends may be asked about, also where nothing else may be said. */
export const PURPOSES: Partial<Record<ReminderKind, readonly ContactPurpose[]>> = {
  consent_ends: ['personal', 'question'],
};

/**
 * Makes what is due a reminder, once for each occasion, for people whom a personal word may reach and who are not left in peace.
 * May be killed and run again: what is there already is left out. One that was withdrawn comes back when its occasion holds again.
 */
export async function remind(ctx: Ctx, kind: ReminderKind, candidates: Candidates, look: Look): Promise<void> {
  for (let last = BEFORE_ALL; ;) {
    const rows = await listNew(ctx, { kind, candidates, look, after: last });
    for (let start = 0; start < rows.length; start += WRITTEN_AT_ONCE) {
      const some = rows.slice(start, start + WRITTEN_AT_ONCE);
      await inTransaction(ctx, async (ctx) => {
        await insertReminders(ctx, kind, await keepReachable(ctx, some, PURPOSES[kind]), look);
      });
    }
    if (rows.length < PEOPLE_AT_ONCE) return;
    last = rows.at(-1)?.talent_id ?? BEFORE_ALL;
  }
}

interface Question {
  kind: ReminderKind;
  candidates: Candidates;
  look: Look;
  after: string;
}

/** All occasions of one person come together, so that a page can end between two people. */
async function listNew({ db }: Ctx, { kind, candidates, look, after }: Question): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    ${keptPlanFor(look.talentIds)}with due as (${candidates})
    select d.talent_id, d.occasion, d.member_id, d.plan_id, d.source_id, d.due_on::text as due_on, d.facts, d.channels from due d
    where d.talent_id > ${after}::uuid
      and not exists (select 1 from reminders r where r.talent_id = d.talent_id and r.kind = ${kind} and r.occasion = d.occasion and r.state <> 'withdrawn')
      and d.talent_id not in (select q.talent_id from quiet_view q where ${look.horizon}::date between q.from_on and q.until_on)
    order by d.talent_id fetch first ${PEOPLE_AT_ONCE} rows with ties`.execute(db);
  return rows;
}

async function insertReminders(
  { db, now }: Ctx,
  kind: ReminderKind,
  rows: readonly CandidateRow[],
  { entityId }: Look,
) {
  if (rows.length === 0) return;
  const values = rows.map(({ channels: _ways, ...row }) => ({ ...row, id: newId(now.getTime()) }));
  await sql`
    insert into reminders as r (id, entity_id, talent_id, kind, occasion, member_id, plan_id, source_id, due_on, facts, created_at)
    select v.id, ${entityId}, v.talent_id, ${kind}, v.occasion, v.member_id, v.plan_id, v.source_id, v.due_on, v.facts, ${now}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v (id uuid, talent_id uuid, occasion text, member_id uuid, plan_id uuid, source_id uuid, due_on date, facts jsonb)
    order by v.talent_id
    on conflict (talent_id, kind, occasion) do update set state = 'open', member_id = excluded.member_id, plan_id = excluded.plan_id, due_on = excluded.due_on,
      facts = excluded.facts, closed_at = null, closed_by = null, close_reason = null
    where r.state = 'withdrawn'`.execute(db);
}
