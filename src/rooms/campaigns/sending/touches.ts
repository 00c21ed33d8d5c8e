import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { logLetters } from '#rooms/talents/index.ts';
import { notePersonal } from '../personal/note.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';

type Known = Pick<CampaignAtWork, 'id' | 'kind' | 'name'>;
const CHUNK = 5000;

/** A letter that was taken is a contact: it counts for how much somebody gets, and stands in their history. May run twice. */
export const noteLetters = (ctx: Ctx, { id, kind, name }: Known, talentIds: readonly string[]): Promise<void> =>
  kind === 'personal'
    ? notePersonal(ctx, id, talentIds)
    : logLetters(ctx, { letterId: id, subject: name, kind: 'bulk', talentIds });

/** What a process that died had not noted any more. */
export async function noteMissing(ctx: Ctx, campaign: Known): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ talent_id: string }>`
      select r.talent_id from campaign_recipients r where r.campaign_id = ${campaign.id}::uuid and r.talent_id > ${after}::uuid and r.state = 'accepted'
        and not exists (select 1 from touchpoints_view v where v.id = md5(${campaign.id}::text || r.talent_id::text)::uuid)
      order by r.talent_id limit ${CHUNK}`.execute(ctx.db);
    const ids = rows.map(({ talent_id }) => talent_id);
    await noteLetters(ctx, campaign, ids);
    if (ids.length < CHUNK) return;
    after = ids.at(-1) ?? after;
  }
}
