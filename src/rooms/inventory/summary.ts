import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { isWithoutOwner } from '#rooms/talents/index.ts';
import type { InventorySummary } from './schema.ts';

interface Numbers {
  talents: number;
  silver: number;
  former: number;
  passive: number;
  other: number;
  reachable: number;
  without_owner: number;
  silver_without_owner: number;
  silent: number;
  held: number;
  held_soon: number;
  held_uninvited: number;
  duplicates: number;
  imports: number;
}

/** The closing page in one statement: everyone the company knows, and the three things to do first. */
export async function getSummary(ctx: Ctx): Promise<InventorySummary> {
  allow(ctx.actor, 'inventory.read');
  const numbers = await readNumbers(ctx);
  return {
    known: numbers.talents + numbers.held,
    talents: numbers.talents,
    held: numbers.held,
    segments: {
      silver_medalist: numbers.silver,
      former: numbers.former,
      passive_contact: numbers.passive,
      other: numbers.other,
    },
    reachable: numbers.reachable,
    openDuplicates: numbers.duplicates,
    heldErasedWithin30Days: numbers.held_soon,
    withoutOwner: numbers.without_owner,
    silentForAYear: numbers.silent,
    imports: numbers.imports,
    nextSteps: nextSteps(numbers),
  };
}

async function readNumbers({ db, actor, now }: Ctx): Promise<Numbers> {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql<Numbers>`
    select t.*, h.*, (select count(*) from duplicate_pairs where entity_id = any(${actor.entityIds}) and state = 'open') as duplicates,
      (select count(*) from imports where entity_id = any(${actor.entityIds}) and state = 'done') as imports
    from (
      select count(*) as talents,
        count(*) filter (where segments @> '{silver_medalist}') as silver, count(*) filter (where segments @> '{former}') as former,
        count(*) filter (where segments @> '{passive_contact}') as passive, count(*) filter (where segments = '{}') as other,
        count(*) filter (where exists (select 1 from talent_addresses a where a.talent_id = t.id and a.kind = 'email' and a.bounced_at is null)) as reachable,
        count(*) filter (where ${isWithoutOwner}) as without_owner, count(*) filter (where ${isWithoutOwner} and segments @> '{silver_medalist}') as silver_without_owner,
        count(*) filter (where last_touch_at is null or last_touch_at < ${now}::timestamptz - interval '1 year') as silent
      from talents t where entity_id = any(${actor.entityIds}) and deleted_at is null) t,
    (
      select count(*) as held, count(*) filter (where erase_on < ${today}::date + 30) as held_soon, count(*) filter (where invited_at is null and email is not null) as held_uninvited
      from held_people where entity_id = any(${actor.entityIds}) and erase_on > ${today}::date) h`.execute(db);
  const [first] = rows;
  if (!first) throw new Error('a count without a row');
  return first;
}

type Step = InventorySummary['nextSteps'][number];

/** What helps most comes first: doubtful pairs spoil every number, then people who will be lost, then relationships without anybody. */
function nextSteps(numbers: Numbers): Step[] {
  const steps: (Step | false)[] = [
    numbers.duplicates > 0 && {
      code: 'resolve_duplicates',
      params: { count: numbers.duplicates },
      to: '/inventory/duplicates',
    },
    numbers.held_uninvited > 0 && {
      code: 'invite_held',
      params: { count: numbers.held_uninvited, soon: numbers.held_soon },
      to: '/inventory/held',
    },
    numbers.silver_without_owner > 0 && {
      code: 'own_silver_medalists',
      params: { count: numbers.silver_without_owner },
      to: '/talents?segment=silver_medalist&owner=none',
    },
    numbers.silent > 0 && {
      code: 'greet_silent',
      params: { count: numbers.silent },
      to: '/talents?silentForDays=365&sort=last_touch',
    },
    numbers.without_owner > 0 && {
      code: 'give_owners',
      params: { count: numbers.without_owner },
      to: '/talents?owner=none',
    },
    { code: 'import_more', params: {}, to: '/inventory' },
  ];
  return steps.filter((step) => step !== false).slice(0, 3);
}
