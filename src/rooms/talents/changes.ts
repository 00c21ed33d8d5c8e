import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { mustSee, sightOf } from './access.ts';
import { fieldOf, mayShowChange } from './fields.ts';
import { memberOf } from './people.ts';
import { asRows } from './rows-json.ts';
import type { change } from './schema-profile.ts';

/** A change of a column, or of a part: then `field` is its table and the values are whole rows. Values as `to_jsonb` gives them. */
export interface Change {
  talentId: string;
  field: string;
  before: unknown;
  after: unknown;
  /** The version of the person that the change made; null for parts. */
  version: number | null;
}

export const newActId = ({ now }: Pick<Ctx, 'now'>): string => newId(now.getTime());

/** Everything that one act changed; it can be taken back as one. */
export async function recordChanges({ db, now, actor }: Ctx, actId: string, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((one) => ({
    ...one,
    id: newId(now.getTime()),
    act_id: actId,
    at: now,
    by_member: actor.memberId,
  }));
  await sql`
    insert into talent_changes (id, talent_id, act_id, at, by_member, source, field, before, after, version)
    select r.id, r."talentId", r.act_id, r.at, r.by_member, 'member', r.field, nullif(r.before, 'null'::jsonb), nullif(r.after, 'null'::jsonb), r.version
    from jsonb_to_recordset(${asRows(rows)}::jsonb) as r (id uuid, "talentId" uuid, act_id uuid, at timestamptz, by_member uuid, field text, before jsonb, after jsonb, version int)`.execute(
    db,
  );
}

interface ChangeRow {
  id: string;
  act_id: string;
  at: Date;
  by_member: string | null;
  by_name: string | null;
  source: string;
  field: string;
  before: unknown;
  after: unknown;
  version: number | null;
  undone_at: Date | null;
}

const MOST_CHANGES = 500;

/** Changes since a version, newest first, without what the reader may not see. @throws AppError talents.not_found */
export async function listChangesOf(
  ctx: Ctx,
  talentId: string,
  sinceVersion: number,
): Promise<z.input<typeof change>[]> {
  allow(ctx.actor, 'talents.read');
  await mustSee(ctx, talentId);
  const since = sinceVersion > 0 ? sql`and c.version > ${sinceVersion}` : sql``;
  const { rows } = await sql<ChangeRow>`
    select c.id, c.act_id, c.at, c.by_member, m.name as by_name, c.source, c.field, c.before, c.after, c.version, c.undone_at
    from talent_changes c left join members m on m.id = c.by_member
    where c.talent_id = ${talentId} and c.field <> 'stage_since' ${since} order by c.at desc, c.id desc limit ${MOST_CHANGES}`.execute(
    ctx.db,
  );
  const sight = sightOf(ctx.actor);
  return rows
    .filter(({ field }) => mayShowChange(field, sight))
    .map((row) => ({
      id: row.id,
      actId: row.act_id,
      field: fieldOf(row.field),
      before: row.before,
      after: row.after,
      at: row.at.toISOString(),
      by: memberOf(row.by_member, row.by_name),
      source: row.source,
      version: row.version,
      isUndone: row.undone_at !== null,
    }));
}
