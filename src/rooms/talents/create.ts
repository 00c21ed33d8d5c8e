import { sql } from 'kysely';
import type { z } from 'zod';
import { latestDayOf } from '#ground/calendar.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { forbidden } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { getPeriods, planFor, recordGrounds } from '#rooms/consent/index.ts';
import { visible } from './access.ts';
import { comparableAddress } from './address-form.ts';
import { newActId } from './changes.ts';
import { refuseUnknownMembers } from './edit.ts';
import { insertPeople } from './insert-people.ts';
import type { NewAddress, NewPerson } from './new-person.ts';
import { checkedAddress } from './record-parts.ts';
import type { lookalike } from './schema.ts';
import type { lookalikeQuery, NewTalent } from './schema-write.ts';
import { nameWords, namesBegin } from './search-sql.ts';

/**
 * Adds one person with why they may be kept (LB-1). Whoever asked not to be recorded is refused.
 * @throws AppError talents.suppressed, talents.address_invalid, talents.member_unknown, and those of `recordGrounds`
 */
export async function createTalent(ctx: Ctx, input: NewTalent): Promise<{ actId: string; id: string }> {
  allow(ctx.actor, 'talents.write');
  const [entityId] = ctx.actor.entityIds;
  if (!entityId) throw forbidden('talents.entity_missing');
  return inTransaction(ctx, async (ctx) => {
    const id = newId(ctx.now.getTime());
    await refuseUnknownMembers(ctx, entityId, [input.ownerId, input.deputyId]);
    const today = ctx.now.toISOString().slice(0, 10);
    const { eraseOn } = planFor(input.ground, await getPeriods(ctx), today, latestDayOf(ctx));
    await insertPeople(ctx, [{ ...factsOf(input), id, entityId, eraseOn, ...(await partsOf(ctx, input)) }]);
    await recordGrounds(ctx, [{ talentId: id, ground: input.ground }]);
    if (input.note)
      await sql`update notes set written_by = ${ctx.actor.memberId}::uuid where talent_id = ${id}`.execute(ctx.db);
    return { id, actId: newActId(ctx) };
  });
}

type Facts = Pick<NewPerson, 'firstName' | 'lastName'> & Partial<NewPerson>;

const PARTS: readonly string[] = ['addresses', 'skills', 'note', 'ground'];

/** Empty fields are left out. */
function factsOf(input: NewTalent): Facts {
  const given = Object.entries(input).filter(
    ([name, value]) => value !== null && value !== undefined && !PARTS.includes(name),
  );
  return { ...Object.fromEntries(given), firstName: input.firstName ?? '', lastName: input.lastName ?? '' };
}

async function partsOf(ctx: Ctx, { addresses, skills, note, tags = [], country = null }: NewTalent) {
  return {
    source: 'member',
    segments: [],
    tags,
    stations: [],
    applications: [],
    touchpoints: [],
    addresses: await addressesOf(ctx, addresses, country),
    skills: skills.map(({ kind, name, evidence }) => ({ id: newId(), kind, name, ...(evidence ? { evidence } : {}) })),
    notes: note ? [{ id: newId(), body: note }] : [],
  };
}

async function addressesOf(ctx: Ctx, addresses: NewTalent['addresses'], country: string | null): Promise<NewAddress[]> {
  const checked: NewAddress[] = [];
  for (const { kind, value, label, isPrimary } of addresses) {
    const form = await checkedAddress(ctx, { kind, value }, country);
    const isFirst = checked.every((other) => other.kind !== kind);
    checked.push({
      id: newId(),
      kind,
      value: form.value,
      isPrimary: isPrimary ?? isFirst,
      ...(label ? { label } : {}),
    });
  }
  return checked;
}

type Lookalike = z.input<typeof lookalike>;
interface LookalikeRow {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  role: string | null;
  employer: string | null;
  city: string | null;
  by_address: string | null;
  by_name: boolean;
}
const SHOWN = 5;

/** People here who may be the one that is being added: the same mail or phone, or the same name (and place). */
export async function findLookalikesOf(ctx: Ctx, query: z.output<typeof lookalikeQuery>): Promise<Lookalike[]> {
  allow(ctx.actor, 'talents.write');
  const words = nameWords(query.name ?? '');
  const addresses = (['email', 'phone'] as const).flatMap((kind) =>
    query[kind] ? [{ kind, form: comparableAddress(kind, query[kind]) }] : [],
  );
  if (addresses.length === 0 && words.length < 2) return [];
  const byName = words.length >= 2 ? namesBegin(words) : sql<boolean>`false`;
  const { rows } = await sql<LookalikeRow>`
    with a as (select a.talent_id, min(a.kind) as kind from talent_addresses a where ${anyAddress(addresses)} group by a.talent_id limit 50),
    n as (select s.talent_id from talent_search s where ${byName} and s.is_listed and s.entity_id = any(${ctx.actor.entityIds}::uuid[]) limit 50)
    select t.id, t.title, t.first_name, t.last_name, t.role, t.employer, t.city, a.kind as by_address, n.talent_id is not null as by_name
    from talents t left join a on a.talent_id = t.id left join n on n.talent_id = t.id
    where t.id in (select talent_id from a union select talent_id from n) and ${visible(ctx.actor)}
    order by (a.kind is not null) desc, (lower(t.city) = lower(${query.place ?? ''})) desc nulls last, t.sort_name limit ${SHOWN}`.execute(
    ctx.db,
  );
  return rows.map((row) => lookalikeOf(row, query.place));
}

const anyAddress = (addresses: { kind: string; form: string }[]) =>
  addresses.length === 0
    ? sql`false`
    : sql`(${sql.join(
        addresses.map(({ kind, form }) => sql`(a.kind = ${kind} and a.normal_form = ${form})`),
        sql` or `,
      )})`;

function lookalikeOf(row: LookalikeRow, place: string | undefined): Lookalike {
  const isSamePlace = row.by_name && place !== undefined && row.city?.toLowerCase() === place.toLowerCase();
  const matchedOn: Lookalike['matchedOn'] = [];
  if (row.by_address === 'email' || row.by_address === 'phone') matchedOn.push(row.by_address);
  if (row.by_name) matchedOn.push('name');
  if (isSamePlace) matchedOn.push('place');
  return {
    id: row.id,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    employer: row.employer,
    city: row.city,
    matchedOn,
  };
}
