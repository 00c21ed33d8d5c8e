import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#ground/context.ts';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import { suppress } from '#rooms/consent/index.ts';
import { getImport, runImport } from '#rooms/inventory/index.ts';
import { wish } from '#rooms/inventory/imports/run.ts';
import { applicationLines } from '../../bench/rows.ts';
import { settleAt, startedImport } from './place.ts';
import { contentOf, difference, NOTHING } from './snapshot.ts';

/** Three batches: the third builds on what became of the second. */
const ROWS = 2500;
const [header = '', ...rows] = [...applicationLines(ROWS, 7)];
const spring = [header, ...rows].join('');
/** The same people applied for something else. */
const autumn = [
  header,
  ...rows.map((row) => row.replace(/;(Montage|Einkauf|Projektleitung)[^;]*;/, ';Werkstatt;')),
].join('');

let opened: TestDatabase;
let dataDir: string;
let ctx: Ctx;
let textId: string;

beforeAll(async () => {
  opened = await testDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), 'wiedersehen-turns-'));
  ({ ctx, textId } = await settleAt(opened.db, dataDir));
});
afterAll(async () => {
  await opened.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(() =>
  sql`truncate talents, held_people, imports, import_profiles, suppressions, duplicate_pairs cascade`.execute(
    opened.db,
  ),
);

const started = (text: string) => startedImport(ctx, text, textId);

/** Runs the work while no import gets a turn; what they plan meanwhile they plan ahead. */
async function holdingTheTurn(importId: string, work: () => Promise<void>): Promise<void> {
  let running: Promise<void> = Promise.resolve();
  await opened.db.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(hashtext('inventory.import'))`.execute(db);
    running = runImport(ctx, importId);
    await untilWaiting();
    await work();
    await sql`select pg_advisory_unlock(hashtext('inventory.import'))`.execute(db);
  });
  await running;
}

async function untilWaiting() {
  for (;;) {
    const { rows: waiting } =
      await sql`select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`.execute(
        opened.db,
      );
    if (waiting.length > 0) return;
    await wait(10);
  }
}

const mailOf = (row: string) => row.split(';')[3] ?? '';
const addressesLike = async (mail: string) =>
  (await opened.db.selectFrom('talent_addresses').select('value').where('value', '=', mail).execute()).length;

describe('batches that are planned before their turn', () => {
  it('leave out who asked not to be recorded while they waited', async () => {
    const kept = rows.find((row) => row.includes(';ja (')) ?? '';
    const importId = await started(spring);

    await holdingTheTurn(importId, () =>
      suppress(ctx, [{ kind: 'email', value: mailOf(kept) }], 'no_record', 'asked to be forgotten'),
    );

    const { state, counts } = await getImport(ctx, importId);
    expect(state).toBe('done');
    expect(counts.suppressed).toBeGreaterThan(0);
    expect(await addressesLike(mailOf(kept))).toBe(0);
  });

  it('write nothing when somebody pauses meanwhile, and go on later as if nothing had been', async () => {
    await runImport(ctx, await started(spring));
    const undisturbed = await contentOf(opened.db);
    await sql`truncate talents, held_people, imports cascade`.execute(opened.db);
    const importId = await started(spring);

    await holdingTheTurn(importId, () => wish(ctx, importId, 'pause'));

    expect(await getImport(ctx, importId)).toMatchObject({ state: 'paused', rowsRead: 0 });
    await opened.db.updateTable('imports').set({ state: 'running' }).where('id', '=', importId).execute();
    await runImport(ctx, importId);
    expect(difference(await contentOf(opened.db), undisturbed)).toEqual(NOTHING);
  });

  it('find the people of another import that runs at the same time', async () => {
    const [first, second] = [await started(spring), await started(autumn)];

    await Promise.all([runImport(ctx, first), runImport(ctx, second)]);

    const [one, other] = [await getImport(ctx, first), await getImport(ctx, second)];
    expect([one.state, other.state]).toEqual(['done', 'done']);
    const { rows: twice } = await sql`
      select source_id from source_records group by source_id having count(distinct talent_id) > 1`.execute(opened.db);
    expect(twice).toEqual([]);
    expect(one.counts.created + other.counts.created).toBe(await peopleIn(opened));
  });
});

const peopleIn = async ({ db }: TestDatabase) =>
  (
    await db
      .selectFrom('talents')
      .select((select) => select.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;
