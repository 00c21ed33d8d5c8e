import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#ground/config/config.ts';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import type { Planted } from '../src/demo.ts';
import { DEMO_EMAIL, plantDemo } from '../src/demo.ts';
import type { House } from '../src/house.ts';
import { openHouse } from '../src/house.ts';
import { appForActor } from '../src/testing/app-for-actor.ts';

let database: TestDatabase;
let house: House;
let planted: Planted;
const folder = mkdtempSync(path.join(tmpdir(), 'wiedersehen-demo-'));

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ DATABASE_URL: database.connectionString, DATA_DIR: folder, LOG_LEVEL: 'silent' });
  house = await openHouse(config, { stay: 'visitor' });
  planted = await plantDemo(house);
}, 180_000);

afterAll(async () => {
  await house.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const countOf = async (
  table: 'talents' | 'held_people' | 'duplicate_pairs' | 'promises' | 'saved_views' | 'touchpoints',
) =>
  (
    await house.db
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

const find = (lastName: string) =>
  house.db.selectFrom('talents').selectAll().where('last_name', '=', lastName).executeTakeFirstOrThrow();

describe('planting the sample company', () => {
  it('brings about two thousand people of all segments', async () => {
    const rows = await house.db
      .selectFrom('classifications')
      .select(['segment', (select) => select.fn.countAll<number>().as('count')])
      .groupBy('segment')
      .execute();
    const segments = Object.fromEntries(rows.map(({ segment, count }) => [segment, count]));

    expect(planted.people).toBeGreaterThan(1850);
    expect(segments.silver_medalist).toBeGreaterThan(120);
    expect(segments.former).toBeGreaterThan(90);
    expect(segments.passive_contact).toBeGreaterThan(350);
  });

  it('leaves work to do: duplicates to review and people to invite', async () => {
    expect(await countOf('duplicate_pairs')).toBeGreaterThan(20);
    expect(await countOf('held_people')).toBeGreaterThan(100);
  });

  it('took every file over without a failure', async () => {
    const imports = await house.db
      .selectFrom('imports')
      .select(['file_name', 'state', 'failure'])
      .orderBy('created_at')
      .execute();

    expect(imports.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(imports.every(({ failure }) => failure === null)).toBe(true);
  });

  it('keeps every letter of the cast', async () => {
    const { first_name, owner_id, next_step } = await find('Đurić');

    expect(first_name).toBe('Nikolina');
    expect(owner_id).not.toBeNull();
    expect(next_step).toBe('Datenblatt der neuen Treiber schicken');
  });

  it('makes Anneliese both a silver medalist and a former intern with an overdue promise', async () => {
    const { id, segments } = await find('Krähenbühl-Zürcher');
    const promise = await house.db
      .selectFrom('promises')
      .select('due_on')
      .where('talent_id', '=', id)
      .where('kept_at', 'is', null)
      .executeTakeFirstOrThrow();

    expect(segments.toSorted()).toEqual(['former', 'silver_medalist']);
    expect(promise.due_on < new Date().toISOString().slice(0, 10)).toBe(true);
  });

  it('has nobody who is erased within the next days', async () => {
    const { first } = await house.db
      .selectFrom('talents')
      .select((select) => select.fn.min('erase_on').as('first'))
      .executeTakeFirstOrThrow();

    expect(first > new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)).toBe(true);
  });

  it('has a Boutique of nine with a reason each, two Volumen pools and four saved rules', async () => {
    const pools = await house.db
      .selectFrom('pools_view')
      .select(['name', 'mode', (select) => select.fn.countAll<number>().as('people')])
      .groupBy(['name', 'mode'])
      .orderBy('name')
      .execute();
    const { unexplained } = await house.db
      .selectFrom('pool_members')
      .innerJoin('pools', 'pools.id', 'pool_members.pool_id')
      .where('pools.mode', '=', 'boutique')
      .where('pool_members.reason', 'is', null)
      .select((select) => select.fn.countAll<number>().as('unexplained'))
      .executeTakeFirstOrThrow();

    expect(pools.map(({ name, mode }) => [name, mode])).toEqual([
      ['Antriebsregelung', 'boutique'],
      ['Ehemalige', 'volume'],
      ['Young Professionals', 'volume'],
    ]);
    expect([pools[0]?.people, unexplained]).toEqual([9, 0]);
    expect(pools[2]?.people).toBeGreaterThan(100);
    expect((await house.db.selectFrom('saved_segments').select('id').execute()).length).toBe(4);
  });

  it('finds five for Mara in the morning, each with another reason, and four people whom Lukas offers her', async () => {
    const { id } = await house.db
      .selectFrom('members')
      .select('id')
      .where('email', '=', DEMO_EMAIL)
      .executeTakeFirstOrThrow();
    const { id: entityId } = await house.db.selectFrom('entities').select('id').executeTakeFirstOrThrow();
    const actor = {
      kind: 'member' as const,
      memberId: id,
      role: 'recruiter',
      entityIds: [entityId],
      language: 'de' as const,
      timeZone: 'Europe/Zurich',
      sessionId: null,
    };
    const answer = await appForActor(house.parts, actor).request('/api/v1/today');

    const { five, asides } = (await answer.json()) as {
      five: { person: { lastName: string }; reasons: { kind: string }[] }[];
      asides: Record<string, number>;
    };
    expect(five).toHaveLength(5);
    const anneliese = five.find(({ person }) => person.lastName === 'Krähenbühl-Zürcher');
    expect(anneliese?.reasons[0]?.kind).toBe('promise');
    expect(new Set(five.map(({ reasons }) => reasons[0]?.kind)).size).toBeGreaterThan(2);
    expect(asides).toMatchObject({ handoversToAccept: 1, orphans: 0 });
  });

  it('has a letter that went out with all that came back, one that waits for Mara’s eyes, and one on her desk', async () => {
    const { rows: letters } = await sql<{ name: string; state: string; figures: Record<string, number> | null }>`
      select name, state, figures from campaigns order by created_at`.execute(house.db);
    const { rows: back } = await sql<{ replies: number; bounces: number; left: number; noted: number }>`
      select (select count(*)::int from replies) as replies, (select count(*)::int from bounces) as bounces, (select count(*)::int from unsubscribes) as left,
        (select count(*)::int from touchpoints where source like 'campaign:%') as noted`.execute(house.db);

    expect(letters.map(({ name, state }) => [name, state])).toEqual([
      ['Herbstbrief: wo wir stehen', 'finished'],
      ['Technikabend im Labor', 'in_review'],
      ['Winterbrief', 'draft'],
    ]);
    const { accepted = 0, failed = 0, queued } = letters[0]?.figures ?? {};
    expect([accepted > 50, failed > 0, queued]).toEqual([true, true, 0]);
    expect(back).toEqual([{ replies: 3, bounces: 2, left: 2, noted: accepted }]);
  });

  it('lets Mara sign in', async () => {
    const response = await house.app.request('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'wiedersehen' },
      body: JSON.stringify({ email: planted.email, password: planted.password }),
    });

    expect([response.status < 300, planted.email]).toEqual([true, DEMO_EMAIL]);
  });

  it('does nothing the second time', async () => {
    const before = [await countOf('talents'), await countOf('touchpoints'), await countOf('saved_views')];

    const again = await plantDemo(house);

    expect(again).toEqual(planted);
    expect([await countOf('talents'), await countOf('touchpoints'), await countOf('saved_views')]).toEqual(before);
  });

  it('stays out of an installation with other data', async () => {
    await house.db.updateTable('installation').set({ is_demo: false }).execute();

    await expect(plantDemo(house)).rejects.toThrow('is set up already');

    await house.db.updateTable('installation').set({ is_demo: true }).execute();
  });
});
