import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { aPerson, keepPeople } from './testing.ts';

let house: TestHouse;
const ids: Record<string, string> = {};
const note = (body: string) => [{ id: newId(), body }];

beforeAll(async () => {
  house = await openTestHouse();
  const people = [
    aPerson(house.entityId, {
      firstName: 'Ilse',
      lastName: 'Müller',
      tags: ['Messe'],
      segments: ['silver_medalist'],
      touchpoints: [{ id: newId(), occurredAt: '2026-10-01T10:00:00Z', channel: 'mail', direction: 'theirs' }],
    }),
    aPerson(house.entityId, {
      firstName: 'Beat',
      lastName: 'Straßer',
      skills: [{ id: newId(), kind: 'skill', name: 'Softwareentwicklung' }],
    }),
    aPerson(house.entityId, {
      firstName: 'Ana',
      lastName: 'Wolf',
      notes: note('Interessiert sich für Siliziumkarbid'),
      addresses: [{ id: newId(), kind: 'email', value: 'ana.wolf@mail.example' }],
    }),
    aPerson(house.otherEntityId, { firstName: 'Fremde', lastName: 'Müllerin' }),
  ];
  await keepPeople(house.systemCtx(), people.slice(0, 3));
  await keepPeople(house.systemCtx(), people.slice(3));
  for (const { id, lastName } of people) ids[lastName] = id;
});
afterAll(() => house.close());

async function listed(query: string, role: 'recruiter' | 'hiring_manager' = 'recruiter') {
  const answer = await house.request(role, 'GET', `/talents?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as {
    items: { lastName: string }[];
    nextCursor: string | null;
    count: { value: number; isExact: boolean };
  };
}
const names = async (query: string, role?: 'recruiter' | 'hiring_manager') =>
  (await listed(query, role)).items.map(({ lastName }) => lastName);

describe('the list of talents', () => {
  it('comes in the order of the alphabet and never shows people of another legal entity', async () => {
    expect(await names('')).toEqual(['Müller', 'Straßer', 'Wolf']);
  });

  it.each([['Müller'], ['Mueller'], ['muller'], ['Mülle'], ['Muler'], ['Mjller']])('finds Müller by %s', async (q) => {
    expect(await names(`q=${encodeURIComponent(q)}`)).toEqual(['Müller']);
  });

  it('finds Straßer by strasser', async () => {
    expect(await names('q=strasser')).toEqual(['Straßer']);
  });

  it('finds a part of a compound and its relatives', async () => {
    expect(await names('q=Entwicklung&skill=softwareentwicklung')).toEqual(['Straßer']);
    expect(await names('q=Software')).toEqual(['Straßer']);
  });

  it('searches notes only for those who may read them', async () => {
    expect(await names('q=Siliziumkarbid')).toEqual(['Wolf']);
    expect(await names('q=Siliziumkarbid', 'hiring_manager')).toEqual([]);
  });

  it('refuses a filter by contact data to a hiring manager', async () => {
    expect((await house.request('hiring_manager', 'GET', '/talents?reachable=yes')).status).toBe(403);
    expect(await names('reachable=yes')).toEqual(['Wolf']);
  });

  it('finds people by mail address only for those who may see it', async () => {
    expect(await names('q=ana.wolf@mail')).toEqual(['Wolf']);
    expect(await names('q=ana.wolf@mail', 'hiring_manager')).toEqual([]);
  });

  it.each([
    ['tag=Messe', 'Müller'],
    ['segment=silver_medalist', 'Müller'],
    ['touchedWithinDays=90', 'Müller'],
  ])('narrows by %s', async (query, name) => {
    expect(await names(query)).toEqual([name]);
  });

  it('understands a sentence with brackets', async () => {
    const filter = {
      join: 'and',
      terms: [
        {
          join: 'or',
          terms: [
            { field: 'tag', value: 'Messe' },
            { field: 'skill', value: 'Softwareentwicklung' },
          ],
        },
        { field: 'silentForDays', value: 90 },
      ],
    };
    expect(await names(`filter=${encodeURIComponent(JSON.stringify(filter))}`)).toEqual(['Straßer']);
  });

  it('refuses filters that nobody declared', async () => {
    expect((await house.request('recruiter', 'GET', '/talents?email=a')).status).toBe(422);
  });

  it.each(
    ['name', 'last_touch', 'created', 'next_step', 'erase_on'].flatMap((sort) => [
      [sort, 'asc'],
      [sort, 'desc'],
    ]),
  )('pages by %s %s without loss or repetition', async (sort, direction) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof listed>> = await listed(
        `sort=${sort}&direction=${direction}&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items.map(({ lastName }) => lastName));
      cursor = page.nextCursor;
    }
    expect(seen.toSorted()).toEqual(['Müller', 'Straßer', 'Wolf']);
    expect(seen).toEqual(await names(`sort=${sort}&direction=${direction}`));
  });

  it('asks a bounded number of queries, however long the page', async () => {
    const counted = countingQueries();
    await house.request('recruiter', 'GET', '/talents?limit=1');
    const forOne = counted.stop();
    const again = countingQueries();
    await house.request('recruiter', 'GET', '/talents?limit=200');

    expect(again.stop()).toBe(forOne);
    expect(forOne).toBeLessThanOrEqual(6);
  });
});

/** Counts what reaches the pool's clients. */
function countingQueries() {
  let count = 0;
  const executor = house.db.getExecutor();
  const original = executor.executeQuery.bind(executor);
  executor.executeQuery = (async (query: never, ...rest: never[]) => {
    count += 1;
    return (original as (...all: never[]) => unknown)(query, ...rest);
  }) as never;
  return {
    stop: () => {
      executor.executeQuery = original;
      return count;
    },
  };
}

describe('suggestions while typing', () => {
  it('gives people with the letters that were found', async () => {
    const answer = await house.request('recruiter', 'GET', '/talents/suggest?q=mueller%20il');
    const { items } = (await answer.json()) as { items: { name: string; found: number[][] }[] };

    expect(items).toMatchObject([
      {
        name: 'Ilse Müller',
        found: [
          [0, 2],
          [5, 11],
        ],
      },
    ]);
  });

  it('answers one letter from the alphabet', async () => {
    const answer = await house.request('recruiter', 'GET', '/talents/suggest?q=w');

    expect(((await answer.json()) as { items: { lastName: string }[] }).items.map(({ lastName }) => lastName)).toEqual([
      'Wolf',
    ]);
  });

  it('finds a name with one wrong letter', async () => {
    const answer = await house.request('recruiter', 'GET', '/talents/suggest?q=Strasner');

    expect(((await answer.json()) as { items: { lastName: string }[] }).items.map(({ lastName }) => lastName)).toEqual([
      'Straßer',
    ]);
  });
});
