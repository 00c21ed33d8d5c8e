import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { DueLetters } from '#rooms/care/index.ts';
import { stopSequenceFor, takeDueLetters } from '#rooms/care/index.ts';
import type { Letter, Run } from '../schema-letter.ts';
import { MERGE_FIELDS } from '../types.ts';
import type { MergeField } from '../types.ts';
import { fixAudience } from './audience.ts';
import { findCampaignAtWork } from './campaign-at-work.ts';

/** What comes by itself comes by day. */
const [FROM_HOUR, UNTIL_HOUR] = [8, 18];

/** Letters of sequences that are due become campaigns of their own, one a step and day; the run and its letter are one transaction. */
export const queueSequenceLetters = (ctx: Ctx): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    for (const letters of await takeDueLetters(ctx))
      if (await maySend(ctx, letters)) await queue(ctx, letters);
      else await stopSequenceFor(ctx, letters.sequenceId, letters.talentIds);
  });

/** The sender and the topic may have gone since the step was written. */
async function maySend({ db }: Ctx, { entityId, senderId, topicId }: DueLetters): Promise<boolean> {
  const { rows } = await sql`
    select 1 from sender_identities s join topics p on p.id = ${topicId}::uuid and p.entity_id = s.entity_id and p.retired_at is null
    where s.id = ${senderId}::uuid and s.entity_id = ${entityId}::uuid and s.archived_at is null and (s.is_ready or s.overridden_at is not null)`.execute(
    db,
  );
  return rows.length > 0;
}

async function queue(ctx: Ctx, letters: DueLetters): Promise<void> {
  const id = newId(ctx.now.getTime());
  await insertCampaign(ctx, id, letters);
  const campaign = await findCampaignAtWork(ctx.db, id);
  if (campaign) await fixAudience(ctx, campaign, letters.talentIds);
}

async function insertCampaign({ db, now }: Ctx, id: string, letters: DueLetters): Promise<void> {
  const { language } = await db.selectFrom('installation').select('language').executeTakeFirstOrThrow();
  const mainLanguage = language === 'en' ? 'en' : 'de';
  await db
    .insertInto('campaigns')
    .values({
      id,
      entity_id: letters.entityId,
      name: letters.name.slice(0, 120),
      kind: 'sequence',
      sequence_id: letters.sequenceId,
      topic_id: letters.topicId,
      sender_id: letters.senderId,
      main_language: mainLanguage,
      state: 'sending',
      window_from_hour: FROM_HOUR,
      window_until_hour: UNTIL_HOUR,
      scheduled_for: now,
      started_at: now,
      prepared_at: now,
      worked_at: now,
      created_at: now,
      updated_at: now,
    })
    .execute();
  const letter = JSON.stringify(sequenceLetter(letters, mainLanguage));
  await db.insertInto('campaign_versions').values({ campaign_id: id, number: 1, letter, made_at: now }).execute();
}

/** Words of a step as a letter: an empty line begins a paragraph, `{first_name}` is filled in for each. */
export const sequenceLetter = (
  { subject, text }: Pick<DueLetters, 'subject' | 'text'>,
  language: 'de' | 'en',
): Letter => ({
  subject: { [language]: { formal: [{ kind: 'words', text: subject }] } },
  preheader: {},
  blocks: [
    {
      id: 'step-text',
      kind: 'text',
      words: {
        [language]: {
          formal: text.split(/\n\s*\n/).map((paragraph) => ({ kind: 'paragraph' as const, runs: runsOf(paragraph) })),
        },
      },
    },
  ],
  onlyWithOwnBlock: false,
});

const PIECES = /(\{[a-z_]+\}|\n)/;

const runsOf = (paragraph: string): Run[] =>
  paragraph
    .trim()
    .split(PIECES)
    .filter((piece) => piece !== '')
    .map(runOf);

function runOf(piece: string): Run {
  if (piece === '\n') return { kind: 'break' };
  const name = piece.slice(1, -1);
  return piece.startsWith('{') && isField(name)
    ? { kind: 'field', field: name, fallback: '' }
    : { kind: 'words', text: piece };
}

const isField = (name: string): name is MergeField => MERGE_FIELDS.some((field) => field === name);

/** Whom the letter could not or must not reach: their sequence ends. */
export async function stopUnreached(ctx: Ctx, campaignId: string): Promise<void> {
  const { rows } = await sql<{ sequence_id: string; ids: string[] }>`
    select c.sequence_id, array_agg(r.talent_id) as ids from campaigns c join campaign_recipients r on r.campaign_id = c.id and r.state in ('left_out', 'failed')
    where c.id = ${campaignId}::uuid and c.sequence_id is not null group by c.sequence_id`.execute(ctx.db);
  for (const { sequence_id, ids } of rows) await stopSequenceFor(ctx, sequence_id, ids);
}
