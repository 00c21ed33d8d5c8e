import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { PlanSettings, RowPlan } from './plan.ts';
import type { ImportRecord } from './queries.ts';

type Hold = Extract<RowPlan, { kind: 'hold' }>;

export async function insertHeld(ctx: Ctx, record: ImportRecord, holds: Hold[], { system, today }: PlanSettings) {
  const rows = holds.map(({ heldId, person, rowHash, legalSegment, classifications, eraseOn, emailHash }) => ({
    id: heldId,
    entity_id: record.entity_id,
    import_id: record.id,
    imported_by: record.started_by,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.emails[0] ?? null,
    email_hash: emailHash,
    system,
    source_id: person.sourceId ?? null,
    row_hash: rowHash,
    legal_segment: legalSegment,
    segments: classifications.map(({ segment }) => segment),
    obtained_on: today,
    erase_on: eraseOn,
    created_at: ctx.now,
  }));
  if (rows.length === 0) return;
  await sql`
    insert into held_people (id, entity_id, import_id, imported_by, first_name, last_name, email, email_hash, system, source_id, row_hash, legal_segment, segments, obtained_on, erase_on, created_at)
    select id, entity_id, import_id, imported_by, first_name, last_name, email, email_hash, system, source_id, row_hash, legal_segment,
      array(select jsonb_array_elements_text(segments)), obtained_on, erase_on, created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, entity_id uuid, import_id uuid, imported_by uuid, first_name text, last_name text, email text, email_hash text, system text,
      source_id text, row_hash text, legal_segment text, segments jsonb, obtained_on date, erase_on date, created_at timestamptz)
    on conflict do nothing`.execute(ctx.db);
}

/** Whoever agreed in the meantime no longer waits. */
export async function releaseHeld(ctx: Ctx, heldIds: string[]) {
  if (heldIds.length > 0) await ctx.db.deleteFrom('held_people').where('id', 'in', heldIds).execute();
}
