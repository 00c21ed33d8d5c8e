import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#ground/context.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { takeBack } from '#rooms/consent/index.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { aCampaign, aLetter, always, aScene, plantReaders, statesOf } from '../testing.ts';
import type { Scene } from '../testing.ts';
import { audienceCounts } from './audience.ts';
import { provideLetters } from './letter-source.ts';
import { cancelCampaign, pauseCampaign, resumeCampaign, scheduleCampaign } from './life.ts';
import type { LetterMaker } from './letters.ts';
import { runCampaign } from './run.ts';
import { finishComplete, tendCampaigns } from './tend.ts';

const START = new Date('2026-11-23T09:00:00Z');
let house: TestHouse;
let server: MailServerForTests;

beforeAll(async () => {
  house = await openTestHouse(START);
});
beforeEach(async () => {
  house.clock.now = START;
  house.sentJobs.length = 0;
  server = await mailServerForTests();
  await emptyTables(house.db, 'campaigns', 'sender_identities', 'talents', 'pools', 'sending_workers');
});
afterEach(() => server.stop());
afterAll(() => house.close());

const system = (): Ctx => house.systemCtx();
const aReadyScene = async (count: number, wish: Partial<Parameters<typeof aScene>[1]> = {}) => {
  const scene = await aScene(system(), { entityId: house.entityId, smtpUrl: server.url, ...wish });
  if (count > 0) await plantReaders(system(), { ...scene, entityId: house.entityId, count });
  return scene;
};
const stateOf = async (campaignId: string) => {
  const row = await house.db
    .selectFrom('campaigns')
    .select(['state', 'halt_reason'])
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  return row.halt_reason ? `${row.state}:${row.halt_reason}` : row.state;
};

/** The time stands still but for what a run itself waits. */
function run(campaignId: string, letter: LetterMaker = aLetter()) {
  const started = performance.now();
  const from = house.clock.now;
  const clock = () => new Date(from.getTime() + performance.now() - started);
  return runCampaign(system(), {
    campaignId,
    clock,
    until: new Date(from.getTime() + 60_000),
    letterFor: always(letter),
  });
}

async function sendAll(scene: Scene, letter?: LetterMaker) {
  await tendCampaigns(system());
  await run(scene.campaignId, letter);
  await finishComplete(system());
}

const everybody = () => server.received.flatMap(({ to }) => to);
/** Everybody, in a fixed order. */
async function people(): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from talents order by first_name`.execute(house.db);
  return rows.map(({ id }) => id);
}
const one = async (where = sql`true`) => {
  const { rows } = await sql<{ id: string; value: string }>`
    select t.id, a.value from talents t join talent_addresses a on a.talent_id = t.id where ${where} order by a.value limit 1`.execute(
    house.db,
  );
  return rows[0] ?? { id: '', value: '' };
};

describe('a letter to many', () => {
  it('reaches everybody once, each their own, and is finished when every row says so', async () => {
    const scene = await aReadyScene(250);

    await sendAll(scene);

    expect(new Set(everybody()).size).toBe(250);
    expect(everybody()).toHaveLength(250);
    expect(await statesOf(system(), scene.campaignId)).toEqual({ accepted: 250 });
    expect(await stateOf(scene.campaignId)).toBe('finished');
    const unsubscribe = server.received.map(
      ({ headers }) => headers.find(([name]) => name === 'list-unsubscribe')?.[1],
    );
    expect(new Set(unsubscribe).size).toBe(250);
  });

  it('reaches everybody once when several workers send it at the same time', async () => {
    const scene = await aReadyScene(900);
    await tendCampaigns(system());

    await Promise.all([run(scene.campaignId), run(scene.campaignId), run(scene.campaignId)]);

    expect(new Set(everybody()).size).toBe(900);
    expect(everybody()).toHaveLength(900);
    expect(await statesOf(system(), scene.campaignId)).toEqual({ accepted: 900 });
  });

  it('counts as a contact of each of them, once, and restarts no rhythm', async () => {
    const scene = await aReadyScene(20);

    await sendAll(scene);
    await sql`update campaigns set state = 'sending', finished_at = null`.execute(house.db);
    await finishComplete(system());

    const touches = await house.db
      .selectFrom('touchpoints')
      .select(['channel', 'direction', 'is_bulk', 'source'])
      .execute();
    expect(touches).toHaveLength(20);
    expect(touches[0]).toEqual({
      channel: 'newsletter',
      direction: 'ours',
      is_bulk: true,
      source: `campaign:${scene.campaignId}`,
    });
  });

  it('leaves out who has nothing in it', async () => {
    const scene = await aReadyScene(30);

    await sendAll(scene, aLetter({ conditions: [sql<boolean>`t.language = 'en'`] }));

    expect(await statesOf(system(), scene.campaignId)).toEqual({ accepted: 10, 'left_out:no_block_fits': 20 });
  });
});

describe('the audience', () => {
  it('leaves out everybody who may not have it, and says why', async () => {
    const scene = await aReadyScene(12);
    const [bounced, withoutMail, silent, withdrawn, paused, double, other, boutique] = await people();
    await sql`update talent_addresses set bounced_at = now() where talent_id = ${bounced}::uuid`.execute(house.db);
    await sql`delete from talent_addresses where talent_id = ${withoutMail}::uuid`.execute(house.db);
    await sql`insert into silences (id, talent_id, reason, starts_on, ends_on, created_at) values (gen_random_uuid(), ${silent}::uuid, 'wished', '2026-11-01', '2027-01-01', now())`.execute(
      house.db,
    );
    await sql`insert into consent_events (id, talent_id, kind, purpose, topic_id, channel, form, occurred_at) values (gen_random_uuid(), ${withdrawn}::uuid, 'withdrawn', 'newsletter', ${scene.topicId}::uuid, 'all', 'portal', ${START})`.execute(
      house.db,
    );
    await sql`update pool_members set paused_until = '2027-01-01' where talent_id = ${paused}::uuid`.execute(house.db);
    await sql`update talent_addresses set normal_form = (select normal_form from talent_addresses where talent_id = ${other}::uuid) where talent_id = ${double}::uuid`.execute(
      house.db,
    );
    await sql`insert into pools (id, entity_id, name, mode, visibility, cap_per_owner, created_at, updated_at) values (gen_random_uuid(), ${house.entityId}::uuid, 'Spitze', 'boutique', 'confidential', 10, now(), now())`.execute(
      house.db,
    );
    await sql`insert into pool_members (pool_id, talent_id, added_at) select id, ${boutique}::uuid, now() from pools where mode = 'boutique'`.execute(
      house.db,
    );
    const wanted = {
      bounced: 1,
      no_mail: 1,
      silence: 1,
      topic_withdrawn: 1,
      paused_in_pool: 1,
      duplicate_address: 1,
      boutique: 1,
    };

    const counts = await audienceCounts(house.ctxFor('recruiter'), scene.campaignId);
    await sendAll(scene);

    expect(counts.recipients).toBe(5);
    expect(Object.fromEntries(counts.leftOut.map(({ code, count }) => [code, count]))).toEqual(wanted);
    expect(await statesOf(system(), scene.campaignId)).toEqual({
      accepted: 5,
      ...Object.fromEntries(Object.entries(wanted).map(([code, count]) => [`left_out:${code}`, count])),
    });
  });

  it('is not seen by a member of another company', async () => {
    const scene = await aReadyScene(3);

    await expect(audienceCounts(house.ctxFor('recruiter', [house.otherEntityId]), scene.campaignId)).rejects.toThrow(
      'campaigns.not_found',
    );
  });

  it('asks again when a letter leaves: who took their yes back meanwhile gets none', async () => {
    const scene = await aReadyScene(10);
    await tendCampaigns(system());
    const { id, value } = await one();
    const choices = [{ purpose: 'newsletter' as const, topicId: scene.topicId }];
    await house.db.transaction().execute(async (db) => {
      await takeBack(
        { ...system(), db },
        { talentId: id, choices, kind: 'withdrawn', proof: { form: 'portal', evidence: null } },
      );
    });

    await run(scene.campaignId);

    expect(everybody()).not.toContain(value);
    expect(await statesOf(system(), scene.campaignId)).toEqual({ accepted: 9, 'left_out:topic_withdrawn': 1 });
  });

  it('sends to an address that was corrected after the start', async () => {
    const scene = await aReadyScene(3);
    await tendCampaigns(system());
    const { id } = await one();
    await sql`update talent_addresses set value = 'neu@mail.example', normal_form = 'neu@mail.example' where talent_id = ${id}::uuid`.execute(
      house.db,
    );

    await run(scene.campaignId);

    expect(everybody()).toContain('neu@mail.example');
    expect(everybody()).toHaveLength(3);
  });

  it('keeps nothing of somebody who is erased, and still counts the letter', async () => {
    const scene = await aReadyScene(5);
    await sendAll(scene);
    const { id } = await one();

    await system().emit(system(), 'talents.erased', { talentIds: [id] });

    expect(await statesOf(system(), scene.campaignId)).toEqual({ accepted: 5 });
    expect(
      await house.db.selectFrom('campaign_recipients').select('state').where('talent_id', '=', id).execute(),
    ).toEqual([]);
  });
});

describe('a campaign', () => {
  const approve = async (campaignId: string, byMember: string | null) => {
    await house.db
      .insertInto('campaign_approvals')
      .values({
        id: crypto.randomUUID(),
        campaign_id: campaignId,
        letter_version: 1,
        decision: 'approved',
        audience: 1,
        by_member: byMember,
        at: START,
      })
      .execute();
  };

  it('goes out when it was approved, at the time that was set', async () => {
    const scene = await aReadyScene(3, { state: 'approved' });
    await approve(scene.campaignId, house.actorFor('administrator').memberId);
    provideLetters(always(aLetter()));

    await scheduleCampaign(house.ctxFor('recruiter'), scene.campaignId, new Date('2026-11-23T10:00:00Z'));
    await tendCampaigns(system());
    expect(await stateOf(scene.campaignId)).toBe('scheduled');
    house.clock.now = new Date('2026-11-23T10:00:30Z');
    await tendCampaigns(system());
    await run(scene.campaignId);

    expect(everybody()).toHaveLength(3);
  });

  it('to many is held back until somebody else has approved it', async () => {
    const scene = await aReadyScene(210, { state: 'approved' });
    const writer = house.actorFor('recruiter').memberId;
    await sql`update campaigns set created_by = ${writer}::uuid`.execute(house.db);
    await approve(scene.campaignId, writer);

    await expect(scheduleCampaign(house.ctxFor('recruiter'), scene.campaignId, START)).rejects.toThrow(
      'campaigns.needs_second_person',
    );
    await approve(scene.campaignId, house.actorFor('administrator').memberId);
    await scheduleCampaign(house.ctxFor('recruiter'), scene.campaignId, START);

    expect(await stateOf(scene.campaignId)).toBe('scheduled');
    expect(house.sentJobs.map(({ job }) => job.name)).toEqual(['campaigns.do_work']);
  });

  it('does not leave by a sender that was not checked', async () => {
    const scene = await aReadyScene(3, { state: 'approved' });
    await approve(scene.campaignId, house.actorFor('administrator').memberId);
    await sql`update sender_identities set is_ready = false`.execute(house.db);

    await expect(scheduleCampaign(house.ctxFor('recruiter'), scene.campaignId, START)).rejects.toThrow(
      'campaigns.sender_locked',
    );
  });

  it('that is paused in the middle goes on where it stopped', async () => {
    const scene = await aReadyScene(800);
    await tendCampaigns(system());
    const running = run(scene.campaignId);
    await untilReceived(50);
    await pauseCampaign(house.ctxFor('recruiter'), scene.campaignId);
    await running;
    const before = everybody().length;
    expect(before).toBeLessThan(800);
    expect(await stateOf(scene.campaignId)).toBe('paused:by_hand');

    await resumeCampaign(house.ctxFor('recruiter'), scene.campaignId);
    await run(scene.campaignId);

    expect(new Set(everybody()).size).toBe(800);
    expect(everybody()).toHaveLength(800);
  });

  it('that is cancelled in the middle says of everybody whether they got it', async () => {
    const scene = await aReadyScene(800);
    await tendCampaigns(system());
    const running = run(scene.campaignId);
    await untilReceived(50);
    await cancelCampaign(house.ctxFor('recruiter'), scene.campaignId);
    await running;

    const sent = everybody().length;
    expect(await statesOf(system(), scene.campaignId)).toEqual({ accepted: sent, 'left_out:cancelled': 800 - sent });
    expect(await stateOf(scene.campaignId)).toBe('cancelled');
  });

  it('that is late by more than six hours waits for a human', async () => {
    const scene = await aReadyScene(3);
    house.clock.now = new Date('2026-11-24T09:00:00Z');

    await sendAll(scene);
    expect(everybody()).toEqual([]);
    expect(await stateOf(scene.campaignId)).toBe('waiting:overdue');
    await resumeCampaign(house.ctxFor('recruiter'), scene.campaignId);
    await sendAll(scene);

    expect(everybody()).toHaveLength(3);
  });

  it('that stood still for a day in the middle waits for a human', async () => {
    const scene = await aReadyScene(3);
    await tendCampaigns(system());
    house.clock.now = new Date('2026-11-24T09:00:00Z');

    await sendAll(scene);

    expect(everybody()).toEqual([]);
    expect(await stateOf(scene.campaignId)).toBe('waiting:overdue');
  });

  it('arrives in the hours of the reader', async () => {
    const scene = await aReadyScene(6, { window: { fromHour: 14, untilHour: 18 } });

    await sendAll(scene);
    expect(everybody()).toEqual([]);
    house.clock.now = new Date('2026-11-23T13:00:00Z');
    await sendAll(scene);

    expect(everybody()).toHaveLength(6);
  });

  it('sends no more in an hour than its sender may, and the rest later', async () => {
    const scene = await aReadyScene(30, { perHour: 300 });
    await tendCampaigns(system());
    const afterMinutes: number[] = [];

    for (let minute = 0; minute <= 6; minute += 1) {
      house.clock.now = new Date(START.getTime() + minute * 60_000);
      await run(scene.campaignId);
      afterMinutes.push(everybody().length);
    }

    // Five a minute, and what one minute that was not used may carry at the beginning.
    for (const [minute, sent] of afterMinutes.entries()) expect(sent).toBeLessThanOrEqual(5 * (minute + 1) + 2);
    expect(new Set(everybody()).size).toBe(30);
  });

  it('does not count anybody twice when two campaigns are for the same person', async () => {
    const scene = await aReadyScene(3);
    const second = await aCampaign(system(), { ...scene, entityId: house.entityId });
    await tendCampaigns(system());

    await run(scene.campaignId);
    await run(second);

    const ids = server.received.map(({ headers }) => headers.find(([name]) => name === 'message-id')?.[1]);
    expect(new Set(ids).size).toBe(6);
  });
});

async function untilReceived(count: number) {
  while (server.received.length < count)
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
}
