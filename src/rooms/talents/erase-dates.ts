import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';

/** The erase-on date shown in lists follows the grounds; whoever changes the grounds calls this. */
export async function setEraseDates({ db }: Ctx, dates: Map<string, string>): Promise<void> {
  if (dates.size === 0) return;
  const rows = [...dates].map(([id, erase_on]) => ({ id, erase_on }));
  await sql`update talents t set erase_on = r.erase_on from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, erase_on date) where t.id = r.id`.execute(
    db,
  );
}
