import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { SignedUp } from '#rooms/consent/index.ts';
import { getPeriods, planFor, recordGrounds } from '#rooms/consent/index.ts';
import { comparableAddress } from './address-form.ts';
import { insertPeople } from './insert-people.ts';

/** Somebody confirmed their sign-up: the one here with this mail address, as they are, or somebody new. In the caller's transaction. */
export async function findOrMakeSignedUp(ctx: Ctx, person: SignedUp): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select t.id from talents t join talent_addresses a on a.talent_id = t.id and a.kind = 'email'
    where a.normal_form = ${comparableAddress('email', person.email)} and t.entity_id = ${person.entityId} and t.deleted_at is null and t.merged_into is null
    order by t.created_at, t.id limit 1`.execute(ctx.db);
  return rows[0]?.id ?? make(ctx, person);
}

async function make(ctx: Ctx, { entityId, source, textId, evidence, email, ...person }: SignedUp): Promise<string> {
  const today = ctx.now.toISOString().slice(0, 10);
  const consent = { textId, on: today, form: 'portal' as const, evidence };
  const ground = { segment: 'sign_up' as const, basis: 'consent' as const, source, obtainedOn: today, consent };
  const { eraseOn } = planFor(ground, await getPeriods(ctx), today);
  const id = newId(ctx.now.getTime());
  await insertPeople(ctx, [
    {
      id,
      entityId,
      ...person,
      eraseOn,
      source: 'sign_up',
      segments: [],
      tags: [],
      stations: [],
      applications: [],
      touchpoints: [],
      skills: [],
      notes: [],
      addresses: [{ id: newId(), kind: 'email', value: email, isPrimary: true }],
    },
  ]);
  await recordGrounds(ctx, [{ talentId: id, ground, origin: 'sign_up' }]);
  return id;
}
