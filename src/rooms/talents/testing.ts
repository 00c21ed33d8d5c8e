import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { recordGrounds } from '#rooms/consent/index.ts';
import { insertPeople } from './insert-people.ts';
import type { NewPerson } from './new-person.ts';

/** A believable person with defaults; take only what matters. */
export function aPerson(entityId: string, given: Partial<NewPerson> = {}): NewPerson {
  return {
    id: newId(),
    entityId,
    firstName: 'Anneliese',
    lastName: 'Krähenbühl-Zürcher',
    role: 'Entwicklungsingenieurin',
    employer: 'Hochrhein Umrichter GmbH',
    city: 'Koblenz',
    country: 'CH',
    segments: [],
    tags: [],
    eraseOn: '2027-11-23',
    source: 'test',
    addresses: [],
    stations: [],
    applications: [],
    skills: [],
    notes: [],
    touchpoints: [],
    ...given,
  };
}

/** Adds people with the ground that each of them needs. */
export async function keepPeople(ctx: Ctx, people: NewPerson[]): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [entityId = ''] = ctx.actor.entityIds;
    const text = {
      id: newId(),
      entity_id: people[0]?.entityId ?? entityId,
      purpose: 'talent_pool',
      language: 'de',
      version: 1,
      body: 'Ich bin einverstanden.',
      sha256: 'x',
      created_at: ctx.now,
    };
    const { id: textId } = await ctx.db
      .insertInto('consent_texts')
      .values(text)
      .onConflict((on) => on.columns(['entity_id', 'purpose', 'language', 'version']).doUpdateSet({ language: 'de' }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertPeople(ctx, people);
    const day = ctx.now.toISOString().slice(0, 10);
    const consent = { textId, on: day, form: 'paper' as const, evidence: 'Formular vom Messestand' };
    await recordGrounds(
      ctx,
      people.map(({ id }) => ({
        talentId: id,
        ground: {
          segment: 'sign_up' as const,
          basis: 'consent' as const,
          source: 'Messe Winterthur',
          obtainedOn: day,
          consent,
        },
      })),
    );
  });
}
