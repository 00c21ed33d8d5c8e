import type { Ctx } from '#ground/context.ts';
import { listTouches, warmthOf } from '#rooms/talents/index.ts';
import { plusDays } from '../cadence.ts';
import { contactStates, waysOf } from '../reach.ts';
import type { ContactState } from '../schema-parts.ts';
import type { QueueEntry, Reason } from '../schema-today.ts';
import type { PersonFacts } from './person-rows.ts';
import { listPersonFacts } from './person-rows.ts';
import { listReasons } from './reasons.ts';
import type { Morning } from './standing.ts';

/** What the line of the talents' list shows, too. */
const TOUCHES = { days: 730, atMost: 60 };

/**
 * The lines of these people in their order. Whom nothing may reach today is left out, whatever was decided at night: permission is asked
 * again at the moment somebody looks (NL-1). A constant number of statements for any number of people.
 */
export async function entriesFor(
  ctx: Ctx,
  morning: Morning,
  talentIds: readonly string[],
  atMost: number,
): Promise<QueueEntry[]> {
  if (talentIds.length === 0) return [];
  const contact = await contactStates(ctx, talentIds);
  const allowed = talentIds.filter((id) => contact.get(id)?.some(({ isAllowed }) => isAllowed)).slice(0, atMost);
  const facts = await listPersonFacts(ctx.db, allowed, morning.today);
  const reasons = await listReasons(ctx, morning, allowed);
  const since = new Date(`${plusDays(morning.today, -TOUCHES.days)}T00:00:00Z`);
  const touches = await listTouches(ctx.db, allowed, { since, atMost: TOUCHES.atMost });
  return allowed.flatMap((id) => {
    const [known, ways = [], line = []] = [facts.get(id), contact.get(id), touches.get(id)];
    const why = (reasons.get(id) ?? []).filter((reason) => isPossible(reason, ways));
    if (!known || why.length === 0) return [];
    const { person, reach, endsOn, lastContact, ahead } = known;
    const told = { person, reach, endsOn, lastContact, ahead, reasons: why, contact: ways, touches: line };
    return [{ ...told, suggestedChannel: suggested(known, ways), warmth: warmthOf(line, ctx.now) }];
  });
}

/** A step names its own way; when that one is closed meanwhile, nobody is asked to take it. */
const isPossible = (reason: Reason, ways: readonly ContactState[]): boolean =>
  reason.kind !== 'task' ||
  waysOf([reason.stepKind === 'call' ? 'phone' : reason.stepKind]).some((way) =>
    ways.some(({ channel, isAllowed }) => channel === way && isAllowed),
  );

/** The first allowed way of the plans, otherwise the first allowed one. */
function suggested({ planChannels }: PersonFacts, ways: readonly ContactState[]): ContactState['channel'] {
  const allowed = ways.filter(({ isAllowed }) => isAllowed).map(({ channel }) => channel);
  const wanted = waysOf(planChannels).find((way) => allowed.includes(way));
  return wanted ?? allowed[0] ?? 'mail';
}
