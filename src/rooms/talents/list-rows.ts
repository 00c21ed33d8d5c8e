import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { listPermissionFacts, listTouches } from './line-facts.ts';
import type { TouchFacts } from './line-facts.ts';
import { lastTouchOf, memberOf } from './people.ts';
import type { PermissionFacts } from './permission.ts';
import { permissionsOf, statesOf } from './permission.ts';
import type { TalentRow } from './schema.ts';
import type { Stage } from './types.ts';
import { warmthOf } from './warmth.ts';

const MS_PER_DAY = 86_400_000;
/** The line of a row shows so much. @source LOOK section 3 */
const LINE_DAYS = 731;
const MOST_TOUCHES = 60;

interface Row {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  role: string | null;
  employer: string | null;
  city: string | null;
  next_step: string | null;
  next_step_on: string | null;
  stage: Stage;
  owner_id: string | null;
  owner_name: string | null;
  segments: string[];
  tags: string[];
  last_touch_at: Date | null;
  last_touch_direction: string | null;
  last_touch_channel: string | null;
  erase_on: string;
  version: number;
}

/** The lines of a list in the order of the ids: four queries, whether one person or two hundred. */
export async function listRows(ctx: Ctx, ids: string[]): Promise<TalentRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select t.id, t.title, t.first_name, t.last_name, t.role, t.employer, t.city, t.next_step, t.next_step_on, t.stage, t.owner_id, m.name as owner_name,
      t.segments, t.tags, t.last_touch_at, t.last_touch_direction, t.last_touch_channel, t.erase_on, t.version
    from talents t left join members m on m.id = t.owner_id
    where t.id = any(${ids}::uuid[])`.execute(ctx.db);
  const [touches, facts] = [await listTouches(ctx.db, ids, lineSince(ctx.now)), await listPermissionFacts(ctx, ids)];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [rowOf(row, { touches: touches.get(id) ?? [], facts: facts.get(id), now: ctx.now })] : [];
  });
}

export const lineSince = (now: Date) => ({
  since: new Date(now.getTime() - LINE_DAYS * MS_PER_DAY),
  atMost: MOST_TOUCHES,
});

function rowOf(
  row: Row,
  { touches, facts, now }: { touches: TouchFacts[]; facts: PermissionFacts | undefined; now: Date },
): TalentRow {
  return {
    id: row.id,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    employer: row.employer,
    city: row.city,
    permissions: statesOf(facts ? permissionsOf(facts) : []),
    touches,
    warmth: warmthOf(touches, now),
    lastTouch: lastTouchOf(row),
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    stage: row.stage,
    owner: memberOf(row.owner_id, row.owner_name),
    segments: row.segments,
    tags: row.tags,
    eraseOn: row.erase_on,
    version: row.version,
  };
}
