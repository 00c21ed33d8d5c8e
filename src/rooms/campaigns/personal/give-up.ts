import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';

/** As long as the house tries any single mail; what was on somebody's mind then is no longer. */
const TRIED_FOR_MS = 3 * 86_400_000;

/** A letter to one person that no server took in time is left out, and its writer is told. */
export async function giveUpPersonal({ db, now }: Ctx): Promise<void> {
  const latest = new Date(now.getTime() - TRIED_FOR_MS);
  await sql`
    update campaign_recipients r set state = 'left_out', code = 'too_late', claimed_by = null, changed_at = ${now} from campaigns c
    where c.id = r.campaign_id and c.kind = 'personal' and c.state = 'sending' and c.started_at < ${latest} and r.state = 'queued'`.execute(
    db,
  );
}
