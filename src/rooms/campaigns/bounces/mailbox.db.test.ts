import process from 'node:process';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#ground/context.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { imapServerForTests, imapServerMissing } from '../../../testing/imap-server.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Delivery } from '../sending/token.ts';
import { deliveryToken } from '../sending/token.ts';
import { campaignResult } from '../statistics/statistics.ts';
import { aScene, plantReaders } from '../testing.ts';
import type { Scene } from '../testing.ts';
import { readMailboxes } from './mailbox.ts';
import { addMailbox } from './mailboxes.ts';

const START = new Date('2026-11-23T09:00:00Z');
const missing = imapServerMissing();
if (missing) process.stdout.write(`The mailbox is not tested here: ${missing}.\n`);

let house: TestHouse;
let imap: Awaited<ReturnType<typeof imapServerForTests>>;
let scene: Scene;
let people: string[];

describe.skipIf(missing !== undefined && !process.env.CI)('a mailbox that is read', () => {
  beforeAll(async () => {
    house = await openTestHouse(START);
    imap = await imapServerForTests();
  });
  afterAll(async () => {
    await imap?.remove();
    await house?.close();
  });
  beforeEach(async () => {
    house.clock.now = START;
    await emptyTables(house.db, 'campaigns', 'sender_identities', 'talents', 'pools', 'mailboxes', 'suppressions');
    scene = await aScene(system(), { entityId: house.entityId, smtpUrl: 'smtp://127.0.0.1:1?from=a@b.example' });
    await plantReaders(system(), { ...scene, entityId: house.entityId, count: 6 });
    await accept(scene.campaignId);
    ({ rows: people } = await sql<{ id: string }>`select id from talents order by first_name`
      .execute(house.db)
      .then(({ rows }) => ({ rows: rows.map(({ id }) => id) })));
    await addMailbox(house.ctxFor('administrator'), { name: 'Rückläufer', imapUrl: imap.url, folder: 'INBOX' });
    imap.empty();
  });

  it('blocks a dead address at once, and nothing twice when the report comes again', async () => {
    imap.deliver(report({ to: people[0], status: '5.1.1' }));
    imap.deliver(`X-Copy: 2\n${report({ to: people[0], status: '5.1.1' })}`);

    await readMailboxes(system());
    await readMailboxes(system());

    expect(await bounces()).toEqual([['permanent', '5.1.1']]);
    expect(await blocked()).toEqual([people[0]]);
    expect(await found()).toEqual(['bounce', 'bounce']);
  });

  it('blocks a full mailbox only after the fifth letter in two weeks', async () => {
    for (let letter = 1; letter <= 5; letter += 1) {
      const campaignId = await anotherLetter();
      imap.deliver(report({ to: people[1], status: '5.2.2', campaignId }));
      await readMailboxes(system());
      expect(await blocked()).toEqual(letter < 5 ? [] : [people[1]]);
    }
  });

  it('takes a complaint as a no to the topic and to all mail, and keeps the address out for good', async () => {
    imap.deliver(complaint(people[2]));

    await readMailboxes(system());

    const { rows } = await sql<{ purpose: string; kind: string }>`
      select purpose, kind from consent_view where talent_id = ${people[2]}::uuid and purpose <> 'talent_pool' order by purpose`.execute(
      house.db,
    );
    expect(rows).toEqual([
      { purpose: 'contact_channels', kind: 'withdrawn' },
      { purpose: 'newsletter', kind: 'withdrawn' },
    ]);
    expect(await blocked()).toEqual([people[2]]);
    expect(await house.db.selectFrom('suppressions').select('scope').execute()).toEqual([{ scope: 'no_mail' }]);
  });

  it('logs an answer as a contact of the person, an absence note not', async () => {
    imap.deliver(answer(people[3]));
    imap.deliver(answer(people[4], 'Auto-Submitted: auto-replied\n'));

    await readMailboxes(system());

    const touches = await house.db
      .selectFrom('touchpoints')
      .select(['talent_id', 'channel', 'direction', 'source', 'subject'])
      .execute();
    expect(touches).toEqual([
      { talent_id: people[3], channel: 'mail', direction: 'theirs', source: 'mailbox', subject: 'Re: Neues' },
    ]);
    const { rows } = await sql<{ stage: string }>`select stage from talents where id = ${people[3]}::uuid`.execute(
      house.db,
    );
    expect(rows).toEqual([{ stage: 'in_exchange' }]);
    expect(await found()).toEqual(['auto_reply', 'reply']);
  });

  it('lets somebody leave who asks by mail', async () => {
    imap.deliver(
      `From: ilse@mail.example\nSubject: unsubscribe ${deliveryToken(house.parts.keys, 'unsubscribe', deliveryTo(people[5]))}\n\n`,
    );

    await readMailboxes(system());

    expect(await house.db.selectFrom('unsubscribes').select(['talent_id', 'via']).execute()).toEqual([
      { talent_id: people[5], via: 'mail' },
    ]);
  });

  it('believes no report that somebody made up', async () => {
    imap.deliver(report({ to: people[0], status: '5.1.1' }).replaceAll(/<[A-Za-z0-9_-]{64}@/g, `<${'A'.repeat(64)}@`));

    await readMailboxes(system());

    expect(await bounces()).toEqual([]);
    expect(await blocked()).toEqual([]);
  });

  it('reads nothing twice when the server numbers its messages anew', async () => {
    imap.deliver(answer(people[3]));
    await readMailboxes(system());

    await imap.renumber();
    await readMailboxes(system());

    expect(await house.db.selectFrom('touchpoints').select('id').execute()).toHaveLength(1);
    expect(await found()).toEqual(['reply']);
  });

  it('says when it cannot be reached, and goes on where it was', async () => {
    await imap.stop();
    await readMailboxes(system());
    const code = async () =>
      (await house.db.selectFrom('mailboxes').select('last_error_code').executeTakeFirstOrThrow()).last_error_code;
    expect(await code()).toBe('unreachable');

    await imap.start();
    imap.deliver(answer(people[3]));
    await readMailboxes(system());

    expect(await code()).toBeNull();
    expect(await found()).toEqual(['reply']);
  });

  it('takes a message that is no message for what it is', async () => {
    imap.deliver('\0\xff not a message');
    imap.deliver(answer(people[3]));

    await readMailboxes(system());

    expect(await found()).toEqual(['reply', 'unknown']);
  });

  it('shows the result only of groups of ten and more', async () => {
    imap.deliver(answer(people[3]));
    await readMailboxes(system());
    const few = await campaignResult(house.ctxFor('recruiter'), scene.campaignId);
    await plantReaders(system(), { ...scene, entityId: house.entityId, count: 12 });
    await accept(scene.campaignId);
    const enough = await campaignResult(house.ctxFor('recruiter'), scene.campaignId);

    expect([few.all.replied, few.all.delivered]).toEqual([null, null]);
    expect([enough.all.replied, enough.all.delivered]).toEqual([1, 18]);
  });
});

const system = (): Ctx => house.systemCtx();
const deliveryTo = (talentId = '', campaignId = scene.campaignId): Delivery => ({ campaignId, talentId });
const idOf = (delivery: Delivery) => `<${deliveryToken(house.parts.keys, 'message', delivery)}@kellermatt.example>`;

/** As after the letter was taken for everybody in the pool. */
async function accept(campaignId: string) {
  await sql`
    insert into campaign_recipients (campaign_id, talent_id, address, domain, language, zone, state, not_before, changed_at)
    select ${campaignId}::uuid, a.talent_id, a.normal_form, split_part(a.normal_form, '@', 2), 'de', 'Europe/Zurich', 'accepted', ${START}, ${START} from talent_addresses a
    on conflict do nothing`.execute(house.db);
}

async function anotherLetter(): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into campaigns (id, entity_id, name, state, topic_id, created_at, updated_at) select gen_random_uuid(), entity_id, name, 'finished', topic_id, created_at, updated_at
    from campaigns where id = ${scene.campaignId}::uuid returning id`.execute(house.db);
  await accept(rows[0]?.id ?? '');
  return rows[0]?.id ?? '';
}

const bounces = async () =>
  (await house.db.selectFrom('bounces').select(['kind', 'code']).execute()).map(({ kind, code }) => [kind, code]);
const found = async () =>
  (await house.db.selectFrom('mailbox_messages').select('found').where('read_at', '>=', START).execute())
    .map((row) => row.found)
    .filter((_, i, all) => i >= 0 && all.length > 0)
    .toSorted();
async function blocked(): Promise<string[]> {
  const rows = await house.db
    .selectFrom('talent_addresses')
    .select('talent_id')
    .where('bounced_at', 'is not', null)
    .execute();
  return rows.map(({ talent_id }) => talent_id);
}

const report = ({
  to,
  status,
  campaignId,
}: {
  to: string | undefined;
  status: string;
  campaignId?: string;
}) => `From: MAILER-DAEMON@mx.example
To: talente@kellermatt.example
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Action: failed
Status: ${status}

--b
Content-Type: message/rfc822

From: talente@kellermatt.example
Message-ID: ${idOf(deliveryTo(to, campaignId))}

--b--
`;

const complaint = (to: string | undefined) => `From: feedback@provider.example
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
Version: 1

--b
Content-Type: message/rfc822

Message-ID: ${idOf(deliveryTo(to))}

--b--
`;

const answer = (to: string | undefined, head = '') => `From: Ilse <ilse@mail.example>
Subject: Re: Neues
In-Reply-To: ${idOf(deliveryTo(to))}
${head}Content-Type: text/plain

Danke.
`;
