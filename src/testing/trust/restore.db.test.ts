import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailer } from '#ground/mail/mailer.ts';
import { enqueueMail } from '#ground/mail/outbox.ts';
import { tendMails } from '#ground/mail/tend.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { keepPromisesBeforeServing, listNotToRecord, suppress } from '#rooms/consent/index.ts';
import { consentForTests } from '#rooms/consent/testing.ts';
import { erasePeople } from '#rooms/talents/index.ts';

const room = consentForTests();
let server: MailServerForTests;

beforeAll(async () => {
  server = await mailServerForTests();
});
afterAll(async () => {
  room.house.parts.mailer?.close();
  await server.stop();
});
beforeEach(async () => {
  server.received.length = 0;
  room.house.parts.mailer?.close();
  room.house.parts.mailer = openMailer({ smtpUrl: server.url });
  await sql`truncate instances, mails`.execute(room.house.db);
  rmSync(path.join(dataDir(), 'installation.json'), { force: true });
  await keepPromisesBeforeServing(room.house.systemCtx());
});

const dataDir = () => path.dirname(room.house.parts.filesDir);
const start = () => keepPromisesBeforeServing(room.house.systemCtx());
const state = async () => (await room.house.request('administrator', 'GET', '/consent/house')).json();
const people = () => room.house.db.selectFrom('talents').select('id').execute();

/** A table as it is now, and a way to bring it back, as a restored dump does. */
async function backUp(...tables: string[]): Promise<() => Promise<void>> {
  const { db } = room.house;
  for (const table of tables) await sql`create temporary table ${sql.table(`kept_${table}`)} as table ${sql.table(table)}`.execute(db);
  return () =>
    db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      for (const table of tables) {
        await sql`delete from ${sql.table(table)}`.execute(tx);
        await sql`insert into ${sql.table(table)} select * from ${sql.table(`kept_${table}`)}`.execute(tx);
        await sql`drop table ${sql.table(`kept_${table}`)}`.execute(tx);
      }
    });
} // prettier-ignore

async function aMailToSomebody() {
  const member = await room.house.db.selectFrom('members').select('id').executeTakeFirstOrThrow();
  await enqueueMail(room.house.systemCtx(), {
    kind: 'accounts.invitation',
    form: 'notice',
    aboutId: member.id,
    to: 'mara@kellermatt.example',
    fromName: 'Kellermatt',
    subject: 'Willkommen',
    text: 'Guten Tag',
    language: 'de',
    validUntil: new Date(room.house.clock.now.getTime() + 86_400_000),
  });
  await room.house.runJobs();
}

// SU-7
describe('a database that is brought back from yesterday', () => {
  it('does not bring back who was erased today', async () => {
    const [gone, stays] = [await room.keepOne(), await room.keepOne()];
    const restore = await backUp('talents', 'grounds', 'consent_events', 'notes');
    await erasePeople(room.house.systemCtx(), [gone]);
    await restore();
    expect(await people()).toHaveLength(2);

    await start();

    expect(await people()).toEqual([{ id: stays }]);
  });

  it('does not forget who asked not to come back', async () => {
    const restore = await backUp('suppressions');
    const ilse = { kind: 'email' as const, value: 'ilse@mail.example' };
    await suppress(room.house.systemCtx(), [ilse], 'no_record', 'withdrawn');
    await restore();
    expect(await listNotToRecord(room.house.systemCtx(), [ilse])).toEqual(new Set());

    await start();

    expect(await listNotToRecord(room.house.systemCtx(), [ilse])).toEqual(new Set(['email:ilse@mail.example']));
  });

  it('is read although the last line of the journal was cut off', async () => {
    const gone = await room.keepOne();
    const restore = await backUp('talents', 'grounds', 'consent_events');
    await erasePeople(room.house.systemCtx(), [gone]);
    await restore();
    writeFileSync(path.join(dataDir(), 'erasure-journal.log'), '{"at":"2026-11-23T09:00', { flag: 'a' });

    await start();

    expect(await people()).toEqual([]);
  });

  it('sends nothing until somebody says that it is the real one', async () => {
    const restore = await backUp('instances');
    await start();
    await restore();

    await start();

    expect(await state()).toMatchObject({ quarantine: { reason: 'older_database' } });
  });
});

// SU-8
describe('an installation', () => {
  it('that stays where it is starts as often as it likes', async () => {
    for (let i = 0; i < 3; i += 1) await start();
    await aMailToSomebody();

    expect(await state()).toMatchObject({ quarantine: null });
    expect(server.received).toHaveLength(1);
  });

  it('whose folder was copied sends nothing, tells the administration, and goes on when they confirm', async () => {
    const file = path.join(dataDir(), 'installation.json');
    cpSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);

    await start();
    await aMailToSomebody();

    expect(server.received).toEqual([]);
    expect(await state()).toMatchObject({ quarantine: { reason: 'copied_folder' } });
    expect((await room.house.request('recruiter', 'DELETE', '/consent/house/quarantine')).status).toBe(403);
    expect((await room.house.request('administrator', 'DELETE', '/consent/house/quarantine')).status).toBe(204);
    room.house.clock.now = new Date(room.house.clock.now.getTime() + 60_000);
    await tendMails(room.house.systemCtx());
    await room.house.runJobs();
    expect(server.received).toHaveLength(1);
    await start();
    expect(await state()).toMatchObject({ quarantine: null });
  });

  it('whose database was copied to another folder sends nothing', async () => {
    await sql`update instances set instance_id = gen_random_uuid()`.execute(room.house.db);

    await start();
    await aMailToSomebody();

    expect(await state()).toMatchObject({ quarantine: { reason: 'other_folder' } });
    expect(server.received).toEqual([]);
  });
});
