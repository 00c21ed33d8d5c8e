import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { reindexTalents } from './search.ts';
import { aPerson, keepPeople } from './testing.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const indexed = (id: string) =>
  house.db
    .selectFrom('talent_search')
    .select(['names', 'words', 'private_words'])
    .where('talent_id', '=', id)
    .executeTakeFirstOrThrow();

describe('what is searched of a person', () => {
  const person = () =>
    aPerson(house.entityId, {
      firstName: "Siân-O'Neill",
      role: 'Leiterin der Softwareentwicklung (m/w/d)',
      employer: "Müller & Söhne \\ O'Brien <Zürich>",
      skills: [{ id: newId(), kind: 'skill', name: 'C++/SAP S/4HANA' }],
      notes: [{ id: newId(), body: `Gutes Gespräch.\nGutes Gespräch 👩‍🔧 ${'x'.repeat(3000)}` }],
    });

  it('is the same whether the person is new or read again', async () => {
    const one = person();
    await keepPeople(house.systemCtx(), [one]);
    const atFirst = await indexed(one.id);

    await house.db.deleteFrom('talent_search').where('talent_id', '=', one.id).execute();
    await reindexTalents(house.systemCtx(), [one.id]);

    expect(await indexed(one.id)).toEqual(atFirst);
  });

  it('holds stems of both languages, folded words and the parts of compounds, and how often a word stands there', async () => {
    const one = person();
    await keepPeople(house.systemCtx(), [one]);
    const { words, private_words: hidden } = await indexed(one.id);

    for (const lexeme of ["'softwareentwickl':", "'softwar':", "'sohne':", "'leiterin':", "'brien':", "'4hana':"])
      expect(words).toContain(lexeme);
    expect(hidden).toMatch(/'gesprach':2,4/);
  });
});
