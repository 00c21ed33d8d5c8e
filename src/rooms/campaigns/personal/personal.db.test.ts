import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { openMailer } from '#ground/mail/mailer.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { takeBack } from '#rooms/consent/index.ts';
import { anAssessment } from '#rooms/consent/testing.ts';
import { erasePeople } from '#rooms/talents/index.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import { appForActor } from '../../../testing/app-for-actor.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { handleMessage } from '../bounces/handle.ts';
import { workOnCampaigns } from '../sending/jobs.ts';
import { aSender } from '../testing.ts';

const START = new Date('2026-11-23T09:00:00Z');
const TEXT =
  'Guten Tag Anneliese Krähenbühl-Zürcher\n\nIhr Vortrag in Winterthur geht mir nach.\n\nFreundliche Grüsse\nMara';
let house: TestHouse;
let server: MailServerForTests;

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
type Answer = { status: number; body: any };

beforeAll(async () => {
  house = await openTestHouse(START);
});
beforeEach(async () => {
  house.clock.now = START;
  house.sentJobs.length = 0;
  server = await mailServerForTests();
  await emptyTables(house.db, 'campaigns', 'sender_identities', 'talents', 'mails', 'information_duties', 'mailboxes');
  await sql`update members set disabled_at = null`.execute(house.db);
});
afterEach(async () => {
  house.parts.mailer?.close();
  house.parts.mailer = undefined;
  await server.stop();
});
afterAll(() => house.close());

async function ask(
  method: string,
  path: string,
  body?: unknown,
  role: 'recruiter' | 'hiring_manager' = 'recruiter',
): Promise<Answer> {
  const answer = await house.request(role, method, path, body);
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: isJson ? await answer.json() : {} };
}
const refusal = ({ status, body }: Answer) => [status, body.code];

async function somebody(given: Parameters<typeof aPerson>[1] = {}): Promise<string> {
  const address = { id: newId(), kind: 'email' as const, value: `anneliese-${newId()}@mail.example`, isPrimary: true };
  const person = aPerson(house.entityId, { addresses: [address], eraseOn: '2028-06-30', language: 'de', ...given });
  await keepPeople(house.systemCtx(), [person]);
  return person.id;
}
/** Known from a fair, and never told so: the first letter has to say it. */
async function strangers(count: number): Promise<string[]> {
  const assessmentId = await anAssessment(house, house.actorFor('administrator'));
  const made: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const ground = {
      segment: 'passive_contact',
      basis: 'legitimate_interest',
      source: 'Messe Winterthur',
      obtainedOn: '2026-11-20',
      assessmentId,
    };
    const { body } = await ask('POST', '/talents', { firstName: 'Ilse', lastName: `Aebischer ${i}`, ground });
    await ask('POST', `/talents/${body.id}/addresses`, {
      kind: 'email',
      value: `ilse${i}@mail.example`,
      isPrimary: true,
    });
    made.push(body.id);
  }
  return made;
}
const sender = () => aSender(house.systemCtx(), { entityId: house.entityId, smtpUrl: server.url });
const start = async (talentId: string) => (await ask('GET', `/talents/${talentId}/letter`)).body;
const send = (talentId: string, given: Record<string, unknown> = {}) =>
  ask('POST', `/talents/${talentId}/letter`, { subject: 'Ihr Vortrag', text: TEXT, ...given });
const headersOf = (name: string) =>
  server.received[0]?.headers.filter(([one]) => one === name).map(([, value]) => value);
const rowOf = async (campaignId: string) => {
  const { rows } = await sql<{ state: string; code: string | null }>`
    select state, code from campaign_recipients where campaign_id = ${campaignId}::uuid`.execute(house.db);
  return rows[0];
};
const touches = () =>
  house.db
    .selectFrom('touchpoints')
    .select(['subject', 'body', 'by_member', 'is_bulk', 'channel', 'direction'])
    .execute();
const withdrawAll = (talentId: string) =>
  takeBack(house.systemCtx(), {
    talentId,
    choices: [{ purpose: 'talent_pool' }],
    kind: 'withdrawn',
    proof: { form: 'portal', evidence: null },
  });

describe('what the one who writes has to know', () => {
  it('is from whom, to whom, with which words at the head and the foot', async () => {
    await sender();
    const talentId = await somebody();

    expect(await start(talentId)).toMatchObject({
      to: expect.stringMatching(/^anneliese-/),
      language: 'de',
      form: 'formal',
      greeting: 'Guten Tag Anneliese Krähenbühl-Zürcher',
      closing: 'Freundliche Grüsse\nMara recruiter\nKellermatt Antriebe AG',
      from: {
        name: 'Mara recruiter',
        address: 'recruiter@kellermatt.example',
        replyTo: 'recruiter@kellermatt.example',
      },
      refusal: null,
      noticeNeeded: false,
      earlier: [],
    });
  });

  it('is said in the form and the language of the person', async () => {
    const [informal, english] = [
      await somebody({ addressForm: 'du' }),
      await somebody({ language: 'en', title: 'Dr. sc. ETH' }),
    ];

    expect(await start(informal)).toMatchObject({
      form: 'informal',
      greeting: 'Hallo Anneliese',
      closing: 'Liebe Grüsse\nMara recruiter',
    });
    expect(await start(english)).toMatchObject({
      language: 'en',
      greeting: 'Dear Dr Krähenbühl-Zürcher,',
      closing: 'Kind regards,\nMara recruiter\nKellermatt Antriebe AG',
    });
  });

  it('is also that nothing can carry the letter, that nobody may write, or that no address works', async () => {
    const [alone, silent] = [await somebody({ addresses: [] }), await somebody()];
    await ask('POST', `/talents/${silent}/silences`, { reason: 'asked', from: '2026-11-20', until: '2027-03-01' });

    expect(await start(alone)).toMatchObject({ to: null, from: null, refusal: { code: 'no_mail' } });
    expect((await start(silent)).refusal).toMatchObject({ code: 'silence' });
    expect(refusal(await send(alone))).toEqual([422, 'campaigns.no_address']);
    expect(refusal(await send(silent))).toEqual([403, 'campaigns.contact_refused']);
  });

  it('is nobody’s business who may not write, or works for another company', async () => {
    const talentId = await somebody();
    const foreign = appForActor(house.parts, house.actorFor('administrator', [house.otherEntityId]));

    expect((await ask('GET', `/talents/${talentId}/letter`, undefined, 'hiring_manager')).status).toBe(403);
    expect((await foreign.request(`/api/v1/talents/${talentId}/letter`)).status).toBe(404);
  });
});

describe('a letter from one person to another', () => {
  it('leaves at once, in the name of who wrote it, as it was typed, and without a way out of a list', async () => {
    await sender();
    const talentId = await somebody();
    const sent = await send(talentId);
    await house.runJobs();

    expect(sent.status).toBe(201);
    expect(await rowOf(sent.body.campaignId)).toEqual({ state: 'accepted', code: null });
    expect(headersOf('from')).toEqual(['Mara recruiter <recruiter@kellermatt.example>']);
    expect(headersOf('reply-to')).toEqual([]);
    expect([headersOf('list-unsubscribe'), headersOf('list-id')]).toEqual([[], []]);
    expect(server.received[0]?.from).toBe('talente@kellermatt.example');
    expect(server.received[0]?.raw).toContain('Ihr Vortrag in Winterthur geht mir nach.');
  });

  it('stands in the history with its words and its writer, once, and from then on nowhere else', async () => {
    await sender();
    const sent = await send(await somebody());
    await house.runJobs();
    await sql`update campaigns set state = 'sending'`.execute(house.db);
    await workOnCampaigns(house.systemCtx());

    expect(await touches()).toEqual([
      {
        subject: 'Ihr Vortrag',
        body: TEXT,
        by_member: house.actorFor('recruiter').memberId,
        is_bulk: false,
        channel: 'mail',
        direction: 'ours',
      },
    ]);
    const kept = await house.db
      .selectFrom('campaign_versions')
      .select('letter')
      .where('campaign_id', '=', sent.body.campaignId)
      .executeTakeFirst();
    expect(kept?.letter).toEqual({});
    expect(server.received).toHaveLength(1);
  });

  it('is answered to its writer and to the mailbox that is read, and the answer is recognised', async () => {
    const senderId = await sender();
    const mailboxId = newId();
    await sql`
      insert into mailboxes (id, entity_id, name, imap_url_sealed, created_at, updated_at) values (${mailboxId}, ${house.entityId}, 'Antworten', 'x', now(), now())`.execute(
      house.db,
    );
    await sql`update sender_identities set mailbox_id = ${mailboxId}::uuid where id = ${senderId}::uuid`.execute(
      house.db,
    );
    const talentId = await somebody();
    await send(talentId);
    await house.runJobs();
    expect(headersOf('reply-to')).toEqual(['recruiter@kellermatt.example, talente@kellermatt.example']);

    const answer = [
      'From: anneliese@mail.example',
      'To: talente@kellermatt.example',
      'Subject: Re: Ihr Vortrag',
      `In-Reply-To: ${headersOf('message-id')?.[0]}`,
      'Message-ID: <antwort@mail.example>',
      '',
      'Das freut mich.',
      '',
    ].join('\r\n');
    house.clock.now = new Date('2026-11-24T09:00:00Z');
    const found = await handleMessage(house.systemCtx(), { raw: Buffer.from(answer), receivedAt: house.clock.now });

    expect(found).toBe('reply');
    expect((await touches()).map(({ direction, subject }) => [direction, subject])).toContainEqual([
      'theirs',
      'Re: Ihr Vortrag',
    ]);
  });

  it('comes from the sender’s address where the writer’s mail domain is another one', async () => {
    await sender();
    await sql`update members set email = 'mara@agentur.example' where id = ${house.actorFor('recruiter').memberId}::uuid`.execute(
      house.db,
    );
    await send(await somebody());
    await house.runJobs();
    await sql`update members set email = 'recruiter@kellermatt.example' where id = ${house.actorFor('recruiter').memberId}::uuid`.execute(
      house.db,
    );

    expect(headersOf('from')).toEqual(['Mara recruiter <talente@kellermatt.example>']);
    expect(headersOf('reply-to')).toEqual(['mara@agentur.example']);
  });

  it('needs a checked sender, and answers only what this person wrote', async () => {
    const talentId = await somebody();
    expect(refusal(await send(talentId))).toEqual([422, 'campaigns.personal_sender_missing']);
    await sender();
    await sql`update sender_identities set is_ready = false`.execute(house.db);
    expect(refusal(await send(talentId))).toEqual([422, 'campaigns.personal_sender_missing']);
    await sql`update sender_identities set is_ready = true`.execute(house.db);

    expect(refusal(await send(talentId, { answersTouchId: newId() }))).toEqual([404, 'campaigns.touch_not_found']);
    expect((await send(talentId, { text: ' ' })).status).toBe(422);
  });

  it('stays here when the person takes back their yes before it leaves', async () => {
    await sender();
    const talentId = await somebody();
    const sent = await send(talentId);
    await withdrawAll(talentId);
    await house.runJobs();

    expect(server.received).toEqual([]);
    expect(await rowOf(sent.body.campaignId)).toMatchObject({ state: 'left_out' });
    expect((await start(talentId)).earlier).toMatchObject([{ state: 'left_out' }]);
    expect(await touches()).toEqual([]);
  });

  it('stays here when its writer left the company meanwhile', async () => {
    await sender();
    const sent = await send(await somebody());
    await sql`update members set disabled_at = now() where id = ${house.actorFor('recruiter').memberId}::uuid`.execute(
      house.db,
    );
    await house.runJobs();

    expect([server.received, (await rowOf(sent.body.campaignId))?.state]).toEqual([[], 'left_out']);
  });

  it('goes with the person, every word of it', async () => {
    await sender();
    const talentId = await somebody();
    const waiting = await send(talentId, { subject: 'Zürcherin', text: 'Ein Wort über die Krähenbühlin' });
    await erasePeople(house.systemCtx(), [talentId]);

    expect(await rowOf(waiting.body.campaignId)).toBeUndefined();
    expect(await house.db.selectFrom('campaigns').select('id').execute()).toEqual([]);
  });
});

describe('a letter that does not get there', () => {
  it('is tried again by itself, once more only, and never twice', async () => {
    await sender();
    server.mood = 'busy';
    const sent = await send(await somebody());
    await house.runJobs();
    expect(await rowOf(sent.body.campaignId)).toMatchObject({ state: 'queued' });
    server.mood = 'accept';
    house.clock.now = new Date('2026-11-23T13:00:00Z');
    await workOnCampaigns(house.systemCtx());

    expect(await rowOf(sent.body.campaignId)).toMatchObject({ state: 'accepted' });
    expect(server.received).toHaveLength(1);
  });

  it('is given up after three days without a server, and its writer hears of it', async () => {
    const mailing = await mailServerForTests();
    house.parts.mailer = openMailer({ smtpUrl: mailing.url });
    await sender();
    await server.stop();
    const sent = await send(await somebody());
    await house.runJobs();
    house.clock.now = new Date('2026-11-27T09:00:00Z');
    await workOnCampaigns(house.systemCtx());
    await house.runJobs();
    await mailing.stop();

    expect(await rowOf(sent.body.campaignId)).toEqual({ state: 'left_out', code: 'too_late' });
    expect(mailing.received.map(({ to }) => to)).toEqual([['recruiter@kellermatt.example']]);
    expect(mailing.received[0]?.text).not.toContain('Winterthur');
  });

  it('is failed when the server says no for good', async () => {
    await sender();
    server.mood = 'refuse';
    const talentId = await somebody();
    const sent = await send(talentId);
    await house.runJobs();

    expect(await rowOf(sent.body.campaignId)).toMatchObject({ state: 'failed' });
    expect((await start(talentId)).earlier).toMatchObject([{ state: 'failed' }]);
  });
});

describe('a first letter to somebody who does not know that we know them', () => {
  const dutyOf = async (talentId: string) => {
    const row = await house.db
      .selectFrom('information_duties')
      .selectAll()
      .where('talent_id', '=', talentId)
      .executeTakeFirst();
    return row && { how: row.how, by: row.informed_by, isInformed: row.informed_at !== null };
  };

  it('says where we know them from and how to object, and counts as having told them', async () => {
    await sender();
    const [talentId = ''] = await strangers(1);
    expect((await start(talentId)).noticeNeeded).toBe(true);
    await send(talentId);
    expect(await dutyOf(talentId)).toMatchObject({ isInformed: false });
    await house.runJobs();

    const raw = Buffer.from((server.received[0]?.raw ?? '').replaceAll('=\r\n', '')).toString();
    expect(raw).toContain('Messe Winterthur');
    expect(raw).toMatch(/widersprechen/);
    expect(await dutyOf(talentId)).toEqual({
      how: 'first_message',
      by: house.actorFor('recruiter').memberId,
      isInformed: true,
    });
    expect((await start(talentId)).noticeNeeded).toBe(false);
  });

  it('does not count as told when it did not get there', async () => {
    await sender();
    server.mood = 'refuse';
    const [talentId = ''] = await strangers(1);
    await send(talentId);
    await house.runJobs();

    expect(await dutyOf(talentId)).toMatchObject({ isInformed: false });
  });

  it('is written to so many a day and no more, those that have not left yet included', async () => {
    await sender();
    await sql`insert into contact_limits (entity_id, version, total_per_30_days, bulk_per_30_days, first_contacts_per_day, set_at)
      values (${house.entityId}, 99, 8, 4, 2, now())`.execute(house.db);
    const [first = '', second = '', third = ''] = await strangers(3);

    const [one, two, three] = [await send(first), await send(second), await send(third)];
    await house.runJobs();
    const next = await send(third);

    expect([one.status, two.status, refusal(three)]).toEqual([201, 201, [429, 'campaigns.first_contacts_full']]);
    expect(refusal(next)).toEqual([403, 'campaigns.contact_refused']);
    expect(server.received).toHaveLength(2);
    await sql`delete from contact_limits where version = 99`.execute(house.db);
  });
});
