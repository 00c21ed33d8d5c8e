import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { AppError } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Warning, WarningsBody } from '../schema-writing.ts';
import type { LetterAtWork } from './at-work.ts';
import { letterAtWork } from './at-work.ts';
import { countReach } from './reach.ts';
import { heavyWarnings, reachWarnings, ruleWarnings } from './warnings/audience.ts';
import { linkWarnings } from './warnings/links.ts';
import { thingWarnings } from './warnings/things.ts';
import { wordWarnings } from './warnings/words.ts';

/**
 * What should be mended before a letter goes out; what stops it comes first.
 * @throws AppError campaigns.not_found
 */
export async function letterWarnings(
  ctx: Ctx,
  campaignId: string,
  { letter: unsaved, part }: WarningsBody,
): Promise<Warning[]> {
  allow(ctx.actor, 'campaigns.read');
  const at = await letterAtWork(ctx, campaignId, unsaved);
  const { letter } = at.parts;
  const found = [
    ...wordWarnings(letter),
    ...linkWarnings(letter),
    ...thingWarnings(letter, at.parts, await dayOfSending(ctx, campaignId)),
    ...ruleWarnings(at),
    ...heavyWarnings(at),
    ...(part === 'all' ? await audienceWarnings(ctx, at) : []),
  ];
  const once = onlyOnce(found);
  return [...once.filter(({ weight }) => weight === 'stop'), ...once.filter(({ weight }) => weight === 'look')];
}

/** The same gap in both forms of a block is one thing to mend. */
const onlyOnce = (found: readonly Warning[]): Warning[] => [
  ...new Map(found.map((warning) => [JSON.stringify(warning), warning])).values(),
];

/** An audience whose own rule is broken says so where it is chosen. */
async function audienceWarnings(ctx: Ctx, at: LetterAtWork): Promise<Warning[]> {
  try {
    return reachWarnings(at, await countReach(ctx, at.campaign, at.compiled));
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** The day that is set, or today. */
async function dayOfSending({ db, now }: Ctx, campaignId: string): Promise<string> {
  const { rows } = await sql<{ on: string }>`
    select (greatest(coalesce(c.scheduled_for, ${now}::timestamptz), ${now}::timestamptz) at time zone 'UTC')::date::text as "on"
    from campaigns c where c.id = ${campaignId}::uuid`.execute(db);
  return rows[0]?.on ?? now.toISOString().slice(0, 10);
}
