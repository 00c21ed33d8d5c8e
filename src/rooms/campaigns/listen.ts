import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { EventBoard } from '#ground/events/events.ts';
import { newsletterFor } from './letters/source.ts';
import { personalLetterFor } from './personal/letter-source.ts';
import { provideLetters } from './sending/letter-source.ts';

/** Whoever takes something back while letters are on their way is out before the next one leaves. */
export function listenForCampaigns(board: EventBoard) {
  provideLetters((ctx, campaign, use) =>
    campaign.kind === 'personal' ? personalLetterFor(ctx, campaign, use) : newsletterFor(ctx, campaign, use),
  );
  board.on('consent.withdrawn', stopLetters);
  board.on('consent.quiet_changed', stopLetters);
  board.on('pools.members_changed', (ctx, { added }) => askAgain(ctx, { talentIds: added }));
  board.on('talents.merged', (ctx, { goneId }) => askAgain(ctx, { talentIds: [goneId] }));
  board.on('talents.erased', forget);
}

const LOOKS_EVERY_MS = 5;
/** A letter is on the wire for milliseconds; a server that takes it and says nothing for longer has it by then. */
const PATIENCE_MS = 3000;

/** Nothing leaves any more, and what is on the wire this very moment has arrived before the person is told that it is done. */
async function stopLetters(ctx: Ctx, { talentIds }: { talentIds: string[] }): Promise<void> {
  await askAgain(ctx, { talentIds });
  const end = performance.now() + PATIENCE_MS;
  while ((await isOnTheWire(ctx, talentIds)) && performance.now() < end) await wait(LOOKS_EVERY_MS);
}

async function isOnTheWire({ db }: Ctx, talentIds: string[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from campaign_recipients r join sending_workers w on w.id = r.claimed_by and w.alive_until > now()
    where r.talent_id = any(${talentIds}::uuid[]) and r.state = 'handing_over' limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * Letters of these people that have not left go back to the start, where permission is asked anew. Rows that only wait are written too:
 * nobody takes them before the news is on disk.
 */
async function askAgain({ db, now }: Ctx, { talentIds }: { talentIds: string[] }): Promise<void> {
  if (talentIds.length === 0) return;
  await sql`
    with standing as (
      select campaign_id, talent_id from campaign_recipients where talent_id = any(${talentIds}::uuid[]) and state in ('queued', 'claimed')
      order by campaign_id, talent_id for update)
    update campaign_recipients r set state = 'queued', claimed_by = null, not_before = coalesce(r.not_before, ${now}::timestamptz), changed_at = ${now} from standing s
    where r.campaign_id = s.campaign_id and r.talent_id = s.talent_id and r.state in ('queued', 'claimed')`.execute(db);
}

/** Nothing of the person stays; that somebody got the letter still counts. */
async function forget({ db, now }: Ctx, { talentIds }: { talentIds: string[] }): Promise<void> {
  // A letter to one person is about that person, every word of it.
  await sql`
    delete from campaigns c using campaign_recipients r where r.campaign_id = c.id and r.talent_id = any(${talentIds}::uuid[]) and c.kind = 'personal'`.execute(
    db,
  );
  await sql`
    update campaign_recipients set talent_id = gen_random_uuid(), address = null, domain = null, claimed_by = null, changed_at = ${now},
      code = case when state in ('queued', 'claimed', 'handing_over') then 'erased' else code end,
      state = case state when 'queued' then 'left_out' when 'claimed' then 'left_out' when 'handing_over' then 'uncertain' else state end
    where talent_id = any(${talentIds}::uuid[])`.execute(db);
}
