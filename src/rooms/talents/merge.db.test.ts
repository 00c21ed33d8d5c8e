import type { Arbitrary } from 'fast-check';
import { assert, asyncProperty, constantFrom, record, uniqueArray } from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { editTalent } from './edit.ts';
import { mergeTalents } from './merge.ts';
import type { NewPerson } from './new-person.ts';
import { addPart } from './parts.ts';
import { noteValues } from './record-parts.ts';
import { reindexTalents } from './search.ts';
import { aPerson, keepPeople } from './testing.ts';
import { unmergeTalents } from './unmerge.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const TABLES = [
  'talent_addresses',
  'career_stations',
  'applications',
  'talent_skills',
  'notes',
  'touchpoints',
  'promises',
  'talent_search',
  'grounds',
];

/** Everything stored about a person, except the counters of edits. */
async function everythingOf(id: string): Promise<unknown> {
  const person = await sql<{
    row: object;
  }>`select to_jsonb(t) - 'version' - 'updated_at' as row from talents t where id = ${id}`.execute(house.db);
  const parts = [];
  for (const table of TABLES) {
    const { rows } = await sql<{
      row: object;
    }>`select to_jsonb(x) as row from ${sql.table(table)} x where talent_id = ${id} order by to_jsonb(x)::text`.execute(
      house.db,
    );
    parts.push({ table, rows });
  }
  return { person: person.rows, parts };
}

const text = constantFrom(undefined, 'Baden', 'Aarau', 'Winterthur');
const person = record({
  role: text,
  employer: text,
  city: text,
  title: constantFrom(undefined, 'Dr.'),
  stage: constantFrom('known', 'interested'),
  tags: uniqueArray(constantFrom('Messe', 'EMV', 'Labor')),
  segments: uniqueArray(constantFrom('former', 'silver_medalist')),
  mails: uniqueArray(constantFrom('a@mail.example', 'b@mail.example', 'c@mail.example')),
  skills: uniqueArray(constantFrom('EMV', 'SiC', 'Labor')),
  notes: uniqueArray(constantFrom('Guter Eindruck', 'Will wachsen')),
  touches: uniqueArray(constantFrom('2026-01-01T12:00:00Z', '2026-05-01T12:00:00Z')),
});

function personOf({
  mails,
  skills,
  notes,
  touches,
  ...facts
}: typeof person extends Arbitrary<infer P> ? P : never): NewPerson {
  return aPerson(house.entityId, {
    ...facts,
    addresses: mails.map((value, index) => ({ id: newId(), kind: 'email', value, isPrimary: index === 0 })),
    skills: skills.map((name) => ({ id: newId(), kind: 'skill', name })),
    notes: notes.map((body) => ({ id: newId(), body })),
    touchpoints: touches.map((occurredAt) => ({ id: newId(), occurredAt, channel: 'mail', direction: 'ours' })),
  });
}

describe('merging two records of one human', () => {
  it('restores both exactly when it is taken back', async () => {
    await assert(
      asyncProperty(person, person, constantFrom('kept' as const, 'other' as const), async (first, second, choice) => {
        const [kept, gone] = [personOf(first), personOf(second)];
        await keepPeople(house.systemCtx(), [kept, gone]);
        const ctx = house.ctxFor('recruiter');
        await reindexTalents(ctx, [kept.id, gone.id]);
        const before = [await everythingOf(kept.id), await everythingOf(gone.id)];

        const { mergeId } = await mergeTalents(ctx, {
          keptId: kept.id,
          goneId: gone.id,
          fields: { city: choice, stage: choice },
        });
        await unmergeTalents(ctx, mergeId);

        expect([await everythingOf(kept.id), await everythingOf(gone.id)]).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  it('joins what both have, and the other person is not found any more', async () => {
    const kept = aPerson(house.entityId, {
      role: undefined,
      city: 'Baden',
      tags: ['Messe'],
      addresses: [{ id: newId(), kind: 'email', value: 'a@mail.example', isPrimary: true }],
    });
    const gone = aPerson(house.entityId, {
      role: 'Leiterin',
      city: 'Aarau',
      tags: ['EMV'],
      addresses: ['a@mail.example', 'b@mail.example'].map((value) => ({ id: newId(), kind: 'email', value })),
    });
    await keepPeople(house.systemCtx(), [kept, gone]);

    await mergeTalents(house.ctxFor('recruiter'), { keptId: kept.id, goneId: gone.id, fields: {} });

    const seen = (await (await house.request('recruiter', 'GET', `/talents/${kept.id}`)).json()) as {
      talent: object;
      addresses: object[];
      merges: object[];
    };
    expect(seen.talent).toMatchObject({ role: 'Leiterin', city: 'Baden', tags: ['Messe', 'EMV'] });
    expect(seen.addresses).toHaveLength(2);
    expect(seen.merges).toHaveLength(1);
    expect((await house.request('recruiter', 'GET', `/talents/${gone.id}`)).status).toBe(404);
  });

  it('leaves later edits with the kept person', async () => {
    const [kept, gone] = [aPerson(house.entityId, { city: 'Baden' }), aPerson(house.entityId, { city: 'Aarau' })];
    await keepPeople(house.systemCtx(), [kept, gone]);
    const ctx = house.ctxFor('recruiter');
    const { mergeId } = await mergeTalents(ctx, { keptId: kept.id, goneId: gone.id, fields: { city: 'other' } });
    await addPart(ctx, kept.id, 'notes', noteValues(ctx, { body: 'Nach dem Zusammenlegen' }));
    await editTalent(ctx, kept.id, { version: 9, changes: { city: 'Winterthur', employer: 'Neu AG' } });

    await unmergeTalents(ctx, mergeId);

    const rows = await house.db
      .selectFrom('talents')
      .select(['id', 'city', 'employer'])
      .where('id', 'in', [kept.id, gone.id])
      .execute();
    expect(rows).toContainEqual({ id: kept.id, city: 'Winterthur', employer: 'Neu AG' });
    expect(rows).toContainEqual({ id: gone.id, city: 'Aarau', employer: 'Hochrhein Umrichter GmbH' });
    expect(
      await house.db.selectFrom('notes').select('talent_id').where('body', '=', 'Nach dem Zusammenlegen').execute(),
    ).toEqual([{ talent_id: kept.id }]);
  });

  it('can be taken back in any order', async () => {
    const people = ['Baden', 'Aarau', 'Winterthur'].map((city) => aPerson(house.entityId, { city }));
    await keepPeople(house.systemCtx(), people);
    const [kept, second, third] = people.map(({ id }) => id) as [string, string, string];
    const ctx = house.ctxFor('recruiter');
    const one = await mergeTalents(ctx, { keptId: kept, goneId: second, fields: { city: 'other' } });
    const two = await mergeTalents(ctx, { keptId: kept, goneId: third, fields: { city: 'other' } });

    await unmergeTalents(ctx, one.mergeId);
    await unmergeTalents(ctx, two.mergeId);

    const rows = await house.db
      .selectFrom('talents')
      .select(['id', 'city'])
      .where('id', 'in', [kept, second, third])
      .execute();
    expect(new Map(rows.map(({ id, city }) => [id, city]))).toEqual(new Map(people.map(({ id, city }) => [id, city])));
  });
});
