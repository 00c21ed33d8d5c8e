import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { Answer } from '#rooms/care/testing.ts';
import { asking, beginDay, emptyCare, keepSomebody } from '#rooms/care/testing.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { handleMessage } from '../bounces/handle.ts';
import { aSender, statesOf } from '../testing.ts';
import { workOnCampaigns } from './jobs.ts';
import { deliveryToken } from './token.ts';

let house: TestHouse;
let server: MailServerForTests;
let topicId: string;
let senderId: string;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyCare(house);
  await emptyTables(house.db, 'campaigns', 'sender_identities');
  server = await mailServerForTests();
  topicId = newId();
  await house.db
    .insertInto('topics')
    .values({
      id: topicId,
      entity_id: house.entityId,
      name_de: 'Technik',
      name_en: 'Tech',
      created_at: house.clock.now,
    })
    .execute();
  senderId = await aSender(house.systemCtx(), { entityId: house.entityId, smtpUrl: server.url });
});
afterEach(() => server.stop());

const confirmTopic = (talentId: string) =>
  sql`
    insert into consent_events (id, talent_id, kind, purpose, topic_id, channel, form, occurred_at)
    values (gen_random_uuid(), ${talentId}::uuid, 'confirmed', 'newsletter', ${topicId}::uuid, 'all', 'portal', ${house.clock.now})`.execute(
    house.db,
  );

async function start(ids: string[]): Promise<string> {
  const send = { subject: 'Schön, dass Sie da sind', topicId, senderId };
  const made = await ask('POST', '/sequences', {
    name: 'Kennenlernen',
    steps: [
      { afterDays: 0, kind: 'mail', title: 'Willkommen', text: '{greeting}\n\nwir freuen uns.', send },
      { afterDays: 7, kind: 'mail', title: 'Selbst schreiben' },
    ],
    entry: 'by_hand',
    state: 'running',
  });
  expect(made.status).toBe(201);
  await ask('POST', `/sequences/${made.body.id}/runs`, { talentIds: ids });
  return String(made.body.id);
}
const runs = async (id: string) => (await ask('GET', `/sequences/${id}/runs`)).body.items as Answer[];
const reasons = async () =>
  (await ask('GET', '/today')).body.five.flatMap((five: Answer) =>
    five.reasons.map(({ kind }: Answer) => kind),
  ) as string[];
const campaign = () => house.db.selectFrom('campaigns').selectAll().executeTakeFirstOrThrow();

describe('a letter of a sequence', () => {
  it('is sent by the engine, once, and the sequence goes on', async () => {
    const id = await keepSomebody(house);
    await confirmTopic(id);
    const sequence = await start([id]);

    await workOnCampaigns(house.systemCtx());
    await workOnCampaigns(house.systemCtx());

    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.headers.find(([name]) => name === 'list-unsubscribe-post')?.[1]).toContain('One-Click');
    expect(await runs(sequence)).toMatchObject([{ state: 'running', stepsDone: 1, nextOn: '2026-11-30' }]);
    expect(await campaign()).toMatchObject({ kind: 'sequence', state: 'finished', name: 'Kennenlernen: Willkommen' });
  });

  it('is no task for a human; the next step is', async () => {
    const id = await keepSomebody(house);
    await confirmTopic(id);
    await start([id]);

    expect(await reasons()).not.toContain('task');
    await workOnCampaigns(house.systemCtx());
    await beginDay(house, '2026-11-30T08:00:00Z');

    expect(await reasons()).toContain('task');
  });

  it('does not go to somebody who has not confirmed the topic, and their sequence ends', async () => {
    const id = await keepSomebody(house);
    const sequence = await start([id]);

    await workOnCampaigns(house.systemCtx());

    expect(server.received).toEqual([]);
    expect(await statesOf(house, (await campaign()).id)).toEqual({ 'left_out:never_asked': 1 });
    expect(await runs(sequence)).toMatchObject([{ state: 'stopped', stopReason: 'not_allowed' }]);
  });

  it('does not leave by a sender that is locked', async () => {
    const id = await keepSomebody(house);
    await confirmTopic(id);
    const sequence = await start([id]);
    await sql`update sender_identities set is_ready = false`.execute(house.db);

    await workOnCampaigns(house.systemCtx());

    expect(server.received).toEqual([]);
    expect(await runs(sequence)).toMatchObject([{ state: 'stopped', stopReason: 'not_allowed' }]);
  });

  it('that is answered stops the sequence, and Today asks for a reply', async () => {
    const id = await keepSomebody(house);
    await confirmTopic(id);
    const sequence = await start([id]);
    await workOnCampaigns(house.systemCtx());
    const delivery = { campaignId: (await campaign()).id, talentId: id };
    house.clock.now = new Date('2026-11-23T10:00:00Z');

    const found = await handleMessage(house.systemCtx(), {
      raw: Buffer.from(
        `From: ilse@mail.example\nSubject: Re: Hallo\nIn-Reply-To: <${deliveryToken(house.parts.keys, 'message', delivery)}@kellermatt.example>\n\nDanke, gern.\n`,
      ),
      receivedAt: house.clock.now,
    });
    await beginDay(house, '2026-11-24T08:00:00Z');

    expect(found).toBe('reply');
    expect(await runs(sequence)).toMatchObject([{ state: 'stopped', stopReason: 'reply' }]);
    expect(await reasons()).toContain('reply');
  });

  it('is counted under its step, also after the people are erased', async () => {
    const [agreed, asked] = [await keepSomebody(house), await keepSomebody(house)];
    await confirmTopic(agreed);
    const sequence = await start([agreed, asked]);
    const letters = async () => (await ask('GET', `/sequences/${sequence}/letters`)).body.items as Answer[];
    const before = await letters();

    await workOnCampaigns(house.systemCtx());
    const after = await letters();
    await sql`delete from campaign_recipients`.execute(house.db);

    expect(before).toEqual([]);
    expect(after).toMatchObject([{ name: 'Kennenlernen: Willkommen', sent: 1, waiting: 0, notSent: 1, uncertain: 0 }]);
    expect(await letters()).toEqual(after);
  });
});
