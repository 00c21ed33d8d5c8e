import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyRing } from '#ground/config/key-ring.ts';
import type { Actor } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import { exportHead, readHeads } from './heads.ts';
import { record } from './record.ts';
import { sealAudit } from './seal.ts';
import { verifyAudit } from './verify.ts';

const keys = keyRing(randomBytes(32));
const memberId = newId();
const actor: Actor = {
  kind: 'member',
  memberId,
  role: 'recruiter',
  entityIds: [],
  language: 'de',
  timeZone: 'UTC',
  sessionId: null,
};
const now = new Date('2026-11-23T09:00:00.123Z');
let opened: TestDatabase;
let folder: string;

beforeAll(async () => {
  opened = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'wiedersehen-audit-'));
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const headsFile = () => path.join(folder, 'audit-heads.log');

async function writeEntries(count: number) {
  for (let i = 0; i < count; i += 1) {
    await record(
      { db: opened.db, actor, now },
      { action: 'talents.read', subjectKind: 'talent', subjectIds: [newId()], details: { i } },
    );
  }
}

const seqs = async () =>
  (await opened.db.selectFrom('audit_entries').select('seq').orderBy('seq').execute()).map(({ seq }) => seq);

describe('the chain of who did what', () => {
  let all: number[];
  beforeEach(async () => {
    await opened.db.deleteFrom('audit_entries').execute();
    rmSync(headsFile(), { force: true });
    await writeEntries(6);
    await sealAudit(opened.db, keys);
    all = await seqs();
  });

  it('holds when nobody touched it', async () => {
    await writeEntries(2);

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'intact', sealed: 6, waiting: 2 });
  });

  it('goes on where the last sealing ended', async () => {
    await writeEntries(3);
    await sealAudit(opened.db, keys);

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'intact', sealed: 9, waiting: 0 });
  });

  it('names an entry whose content was changed', async () => {
    await opened.db
      .updateTable('audit_entries')
      .set({ action: 'talents.looked_away' })
      .where('seq', '=', all[2] ?? 0)
      .execute();

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'broken', seq: all[2], reason: 'changed' });
  });

  it('names an entry whose time was moved by a millionth of a second', async () => {
    await sql`update audit_entries set at = at + interval '1 microsecond' where seq = ${all[4]}`.execute(opened.db);

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'broken', seq: all[4], reason: 'changed' });
  });

  it('names the entry after one that was deleted', async () => {
    await opened.db
      .deleteFrom('audit_entries')
      .where('seq', '=', all[3] ?? 0)
      .execute();

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'broken', seq: all[4], reason: 'out_of_chain' });
  });

  it('notices that the beginning is missing', async () => {
    await opened.db
      .deleteFrom('audit_entries')
      .where('seq', '=', all[0] ?? 0)
      .execute();

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'broken', seq: all[1], reason: 'out_of_chain' });
  });

  it('names an entry that was put in between without a seal', async () => {
    await opened.db
      .deleteFrom('audit_entries')
      .where('seq', '=', all[3] ?? 0)
      .execute();
    await sql`insert into audit_entries (seq, at, action) overriding system value values (${all[3]}, ${now}, 'talents.invented')`.execute(
      opened.db,
    );

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'broken', seq: all[3], reason: 'not_sealed' });
  });

  it('names an entry that was put in with a seal made up', async () => {
    await opened.db
      .deleteFrom('audit_entries')
      .where('seq', '=', all[3] ?? 0)
      .execute();
    await sql`insert into audit_entries (seq, at, action, mac) overriding system value values (${all[3]}, ${now}, 'talents.invented', ${randomBytes(48)})`.execute(
      opened.db,
    );

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'broken', seq: all[3], reason: 'changed' });
  });

  it('names the first of two entries that changed places', async () => {
    await sql`
      update audit_entries a set at = b.at, subject_ids = b.subject_ids, details = b.details, mac = b.mac
      from audit_entries b where (a.seq, b.seq) in ((${all[1]}, ${all[2]}), (${all[2]}, ${all[1]}))
    `.execute(opened.db);

    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'broken', seq: all[1], reason: 'changed' });
  });

  it('notices a cut tail by the exported head', async () => {
    await exportHead(opened.db, headsFile(), now);
    await opened.db
      .deleteFrom('audit_entries')
      .where('seq', '>', all[3] ?? 0)
      .execute();

    expect(await verifyAudit(opened.db, keys)).toMatchObject({ kind: 'intact' });
    expect(await verifyAudit(opened.db, keys, await readHeads(headsFile()))).toEqual({
      kind: 'broken',
      seq: all[5],
      reason: 'tail_missing',
    });
  });

  it('notices a cut tail even when new entries were sealed after it', async () => {
    await exportHead(opened.db, headsFile(), now);
    await opened.db
      .deleteFrom('audit_entries')
      .where('seq', '>', all[3] ?? 0)
      .execute();
    await writeEntries(4);
    await sealAudit(opened.db, keys);

    expect(await verifyAudit(opened.db, keys, await readHeads(headsFile()))).toEqual({
      kind: 'broken',
      seq: all[5],
      reason: 'tail_missing',
    });
  });

  it('is broken for somebody who has the database and another key', async () => {
    expect(await verifyAudit(opened.db, keyRing(randomBytes(32)))).toEqual({
      kind: 'broken',
      seq: all[0],
      reason: 'changed',
    });
  });

  it('exports one head a day', async () => {
    await exportHead(opened.db, headsFile(), now);
    await exportHead(opened.db, headsFile(), new Date('2026-11-23T21:00:00Z'));
    await exportHead(opened.db, headsFile(), new Date('2026-11-24T00:05:00Z'));

    expect((await readHeads(headsFile())).map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-23', '2026-11-24']);
  });

  it('waits for a transaction that began to write earlier and may still bring a smaller number', async () => {
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: hasWritten, resolve: tellWritten } = Promise.withResolvers<void>();
    const slow = opened.db.transaction().execute(async (trx) => {
      await record({ db: trx, actor, now }, { action: 'inventory.import_started' });
      tellWritten();
      await mayEnd;
    });
    await hasWritten;
    await writeEntries(1);

    expect(await sealAudit(opened.db, keys, 200)).toBe(0);

    end();
    await slow;
    expect(await sealAudit(opened.db, keys)).toBe(2);
    expect(await verifyAudit(opened.db, keys)).toEqual({ kind: 'intact', sealed: 8, waiting: 0 });
  });
});
