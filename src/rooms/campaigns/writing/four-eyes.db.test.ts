import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailer } from '#ground/mail/mailer.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Scene } from '../testing.ts';
import { aScene, aWrittenLetter, plantReaders } from '../testing.ts';

let house: TestHouse;
let server: MailServerForTests;
let scene: Scene;
let url: string;

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
type Answer = { status: number; body: any };
type Role = Parameters<TestHouse['request']>[0];

beforeAll(async () => {
  house = await openTestHouse();
});
beforeEach(async () => {
  server = await mailServerForTests();
  await emptyTables(
    house.db,
    'campaigns',
    'campaign_settings',
    'sender_identities',
    'talents',
    'pools',
    'topics',
    'mails',
    'instances',
    'rate_limits',
  );
  scene = await aScene(house.systemCtx(), { entityId: house.entityId, smtpUrl: server.url });
  await plantReaders(house.systemCtx(), { ...scene, entityId: house.entityId, count: 5 });
  const { body } = await ask('POST', '/campaigns', { name: 'Brief', topicId: scene.topicId, poolId: scene.poolId });
  url = `/campaigns/${body.id}`;
  const { version } = (await ask('PUT', `${url}/letter`, { version: body.version, letter: aWrittenLetter() })).body;
  await ask('PUT', url, {
    version,
    name: 'Brief',
    topicId: scene.topicId,
    poolId: scene.poolId,
    segmentId: null,
    senderId: scene.senderId,
    brandId: null,
    mainLanguage: 'de',
    window: null,
  });
});
afterEach(async () => {
  house.parts.mailer?.close();
  house.parts.mailer = undefined;
  await server.stop();
});
afterAll(() => house.close());

async function ask(method: string, path: string, body?: unknown, role: Role = 'recruiter'): Promise<Answer> {
  const answer = await house.request(role, method, path, body);
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: isJson ? await answer.json() : {} };
}
const refusal = ({ status, body }: Answer) => [status, body.code];
const threshold = (fourEyesFrom: number) =>
  ask(
    'PUT',
    '/campaign-settings',
    { fourEyesFrom, assistance: { isOn: false, url: null, model: null } },
    'administrator',
  );
const askReview = () => ask('PUT', `${url}/review`, {});
const approve = async (role: Role) => {
  const { letterVersion } = (await ask('GET', url)).body;
  return ask('POST', `${url}/approvals`, { decision: 'approved', letterVersion }, role);
};
const schedule = () => ask('PUT', `${url}/schedule`, { at: '2026-12-01T08:00:00Z' });
const stateOf = async () => (await ask('GET', url)).body.state;

describe('four eyes', () => {
  it('are not needed for a few: who wrote the letter may agree to it', async () => {
    await askReview();

    expect((await approve('recruiter')).body.approvals).toMatchObject([{ audience: 5, decision: 'approved' }]);
    expect((await schedule()).status).toBe(204);
    expect(await stateOf()).toBe('scheduled');
  });

  it('are needed for many: only somebody else may agree', async () => {
    await threshold(5);
    await askReview();

    expect(refusal(await approve('recruiter'))).toEqual([403, 'campaigns.needs_second_person']);
    expect((await approve('privacy_officer')).status).toBe(201);
    expect((await schedule()).status).toBe(204);
  });

  it('look again when the letter is to go out, since people came in meanwhile', async () => {
    await threshold(6);
    await askReview();
    await approve('recruiter');
    await plantReaders(house.systemCtx(), { ...scene, entityId: house.entityId, count: 3 });

    expect(refusal(await schedule())).toEqual([403, 'campaigns.needs_second_person']);
  });

  it('do not count an approval that was taken back', async () => {
    await threshold(6);
    await askReview();
    await approve('administrator');
    await ask('DELETE', `${url}/review`);
    await askReview();
    await approve('recruiter');
    await plantReaders(house.systemCtx(), { ...scene, entityId: house.entityId, count: 3 });

    expect(refusal(await schedule())).toEqual([403, 'campaigns.needs_second_person']);
  });

  it('are asked of people who may approve, and of nobody else', async () => {
    await askReview();

    expect((await approve('hiring_manager')).status).toBe(403);
    expect((await approve('auditor')).status).toBe(403);
    expect((await ask('PUT', `${url}/review`, {}, 'privacy_officer')).status).toBe(403);
  });

  it('leave a trace: who asked, who agreed, and how many it would have reached', async () => {
    await askReview();
    await approve('administrator');

    const { rows } = await sql<{ action: string; member_id: string; details: Record<string, unknown> }>`
      select action, member_id, details from audit_entries where action in ('campaigns.review_asked', 'campaigns.approved') order by seq desc limit 2`.execute(
      house.db,
    );
    expect(rows.map(({ action, member_id }) => [action, member_id])).toEqual([
      ['campaigns.approved', house.actorFor('administrator').memberId],
      ['campaigns.review_asked', house.actorFor('recruiter').memberId],
    ]);
    expect(rows[0]?.details).toMatchObject({ letterVersion: 1, recipients: 5 });
  });
});

describe('what came of it', () => {
  const headerOf = (name: string) => server.received[0]?.headers.find(([one]) => one === name)?.[1];

  it('is told to who wrote the letter, with the reason', async () => {
    house.parts.mailer = openMailer({ smtpUrl: server.url });
    await askReview();
    const decision = { decision: 'returned', letterVersion: 1, note: 'Die Zahl im ersten Satz stimmt nicht.' };
    await ask('POST', `${url}/approvals`, decision, 'administrator');
    await house.runJobs();

    expect(server.received[0]?.to).toEqual(['recruiter@kellermatt.example']);
    expect(headerOf('subject')).toBe('Zurück an Sie: Brief');
    expect(server.received[0]?.text).toContain('Die Zahl im ersten Satz stimmt nicht.');
    expect(server.received[0]?.text).toContain(url);
  });

  it('is not told to who decided about their own letter', async () => {
    house.parts.mailer = openMailer({ smtpUrl: server.url });
    await askReview();
    await approve('recruiter');
    await house.runJobs();

    expect(server.received).toEqual([]);
  });
});

describe('a test mail', () => {
  const memberId = () => house.actorFor('administrator').memberId;
  const test = (memberIds: unknown[], reader: unknown = { kind: 'sees_least', language: 'de' }) =>
    ask('POST', `${url}/tests`, { memberIds, reader });
  const headersOf = (name: string) =>
    server.received[0]?.headers.filter(([one]) => one === name).map(([, value]) => value);

  it('arrives as readers get it, through the server of the sender, and says that it is one', async () => {
    const answer = await test([memberId(), house.actorFor('recruiter').memberId]);

    expect(answer).toEqual({ status: 204, body: {} });
    expect(server.received.flatMap(({ to }) => to).toSorted()).toEqual([
      'administrator@kellermatt.example',
      'recruiter@kellermatt.example',
    ]);
    expect(headersOf('subject')).toEqual(['[Test] Neues aus Koblenz']);
    expect(headersOf('from')?.[0]).toContain('talente@kellermatt.example');
    expect(server.received[0]?.raw).toContain('multipart/alternative');
  });

  it('leads nowhere: nobody leaves a list by trying a letter out', async () => {
    await test([memberId()]);

    expect(headersOf('list-unsubscribe')).toEqual([]);
    expect(server.received[0]?.raw).not.toMatch(/\/letters\//);
    expect(await sql`select 1 from campaign_recipients`.execute(house.db)).toMatchObject({ rows: [] });
  });

  it('goes to members of the house and nobody else', async () => {
    const { rows } = await sql<{ id: string }>`select id from talents limit 1`.execute(house.db);

    expect(refusal(await test([rows[0]?.id]))).toEqual([404, 'campaigns.member_not_found']);
    await sql`update members set disabled_at = now() where id = ${memberId()}::uuid`.execute(house.db);
    expect(refusal(await test([memberId()]))).toEqual([404, 'campaigns.member_not_found']);
    await sql`update members set disabled_at = null`.execute(house.db);
    expect(server.received).toEqual([]);
  });

  it('says what the server said when it was not taken, and sends none from a copy of the installation', async () => {
    server.mood = 'refuse';
    expect(refusal(await test([memberId()]))).toEqual([503, 'campaigns.test_not_taken']);
    await server.stop();
    expect(refusal(await test([memberId()]))).toEqual([503, 'campaigns.test_not_taken']);
    await server.start();
    await sql`insert into instances (quarantined_at, quarantine_reason) values (now(), 'copy')`.execute(house.db);
    expect(refusal(await test([memberId()]))).toEqual([403, 'campaigns.quarantined']);
  });

  it('is not sent without end', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) statuses.push((await test([memberId()])).status);

    expect(statuses.filter((status) => status === 204)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});
