import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { EventBoard } from '#ground/events/events.ts';

/** Whoever takes something back while letters are on their way is out before the next one leaves. */
export function listenForCampaigns(board: EventBoard) {
  board.on('consent.withdrawn', askAgain);
  board.on('consent.quiet_changed', askAgain);
  board.on('pools.members_changed', (ctx, { added }) => askAgain(ctx, { talentIds: added }));
  board.on('talents.merged', (ctx, { goneId }) => askAgain(ctx, { talentIds: [goneId] }));
  board.on('talents.erased', forget);
}

/**
 * Letters of these people that have not left go back to the start, where permission is asked anew. Rows that only wait are written too:
 * nobody takes them before the news is on disk. A row that is being handed over this moment was before the news.
 */
async function askAgain({ db, now }: Ctx, { talentIds }: { talentIds: string[] }): Promise<void> {
  if (talentIds.length === 0) return;
  await sql`
    with standing as (
      select campaign_id, talent_id from campaign_recipients where talent_id = any(${talentIds}::uuid[]) and state in ('queued', 'claimed')
      order by campaign_id, talent_id for update)
    update campaign_recipients r set state = 'queued', claimed_by = null, changed_at = ${now} from standing s
    where r.campaign_id = s.campaign_id and r.talent_id = s.talent_id and r.state in ('queued', 'claimed')`.execute(db);
}

/** Nothing of the person stays; that somebody got the letter still counts. */
async function forget({ db, now }: Ctx, { talentIds }: { talentIds: string[] }): Promise<void> {
  await sql`
    update campaign_recipients set talent_id = gen_random_uuid(), address = null, domain = null, claimed_by = null, changed_at = ${now},
      code = case when state in ('queued', 'claimed', 'handing_over') then 'erased' else code end,
      state = case state when 'queued' then 'left_out' when 'claimed' then 'left_out' when 'handing_over' then 'uncertain' else state end
    where talent_id = any(${talentIds}::uuid[])`.execute(db);
}
