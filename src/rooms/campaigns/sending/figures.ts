import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

/** How many rows stand where. Everything else is derived from these. */
export interface Figures {
  queued: number;
  claimed: number;
  handing_over: number;
  accepted: number;
  failed: number;
  uncertain: number;
  left_out: number;
  leftOut: Record<string, number>;
}

const NONE: Figures = {
  queued: 0,
  claimed: 0,
  handing_over: 0,
  accepted: 0,
  failed: 0,
  uncertain: 0,
  left_out: 0,
  leftOut: {},
};
type Counted = Exclude<keyof Figures, 'leftOut'>;

export async function figuresOf(db: Db, campaignId: string): Promise<Figures> {
  const { rows } = await sql<{ state: Counted; code: string | null; count: number }>`
    select state, case when state = 'left_out' then code end as code, count(*)::int as count from campaign_recipients
    where campaign_id = ${campaignId}::uuid group by 1, 2`.execute(db);
  const figures: Figures = { ...NONE, leftOut: {} };
  for (const { state, code, count } of rows) {
    figures[state] += count;
    if (code !== null) figures.leftOut[code] = count;
  }
  return figures;
}
