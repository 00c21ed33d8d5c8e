import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse } from '../../testing/test-house.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openMailer } from '#ground/mail/mailer.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';

let house: TestHouse;
let server: MailServerForTests;

beforeAll(async () => {
  house = await openTestHouse();
  server = await mailServerForTests();
});
beforeEach(async () => {
  await sql`truncate mails, verifications`.execute(house.db);
  await sql`delete from members where email like 'reto%'`.execute(house.db);
  house.sentJobs.length = 0;
  server.received.length = 0;
  house.parts.mailer = openMailer({ smtpUrl: server.url });
});
afterEach(() => house.parts.mailer?.close());
afterAll(async () => {
  await server.stop();
  await house.close();
});

const RETO = { name: 'Reto Hüsler', email: 'reto@kellermatt.example', role: 'recruiter' };

async function send(method: string, url: string, body?: unknown) {
  const answer = await house.request('administrator', method, url, body);
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

const subject = (at: number) => server.received[at]?.headers.find(([name]) => name === 'subject')?.[1];

describe('an invitation to the team', () => {
  it('is mailed in the language of the one who is invited, and shown as a link all the same', async () => {
    const { status, body } = await send('POST', '/members', { ...RETO, language: 'de' });
    await house.runJobs();

    expect({ status, delivery: body.delivery }).toEqual({ status: 201, delivery: 'mail' });
    const [mail] = server.received;
    expect(mail?.to).toEqual(['reto@kellermatt.example']);
    expect(subject(0)).toBe('Einladung ins Team von Kellermatt Antriebe AG');
    expect(mail?.text).toContain('Guten Tag Reto Hüsler\n\nMara administrator lädt ein');
    expect(mail?.text).toContain(`\n\n${body.link}\n\n`);
    expect(mail?.text).toMatch(/Der Link gilt 7 Tage, bis 30\. November 2026/);
    expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
      from: 'Kellermatt Antriebe AG <talente@kellermatt.example>',
      'reply-to': 'Mara administrator <administrator@kellermatt.example>',
    });
  });

  it('speaks English to whom it should', async () => {
    await send('POST', '/members', { ...RETO, language: 'en' });
    await house.runJobs();

    expect(subject(0)).toBe('Invitation to the team of Kellermatt Antriebe AG');
    expect(server.received[0]?.text).toContain('Dear Reto Hüsler');
  });

  it('keeps its paragraphs when a name would like one of its own', async () => {
    await send('POST', '/members', { ...RETO, name: 'Reto\r\n\r\nBcc: alle@firma.example' });
    await house.runJobs();

    expect(server.received[0]?.text).toContain('Guten Tag Reto Bcc: alle@firma.example\n\nMara');
    expect(server.received[0]?.to).toEqual(['reto@kellermatt.example']);
  });

  it('leaves no working link in the database, neither before nor after sending', async () => {
    const { body } = await send('POST', '/members', RETO);
    const token = body.link.split('#')[1];
    const stored = async () => JSON.stringify(await house.db.selectFrom('mails').selectAll().execute());

    expect(await stored()).not.toContain(token);
    await house.runJobs();
    expect(await stored()).not.toMatch(new RegExp(`${token}|reto`, 'i'));
  });

  it('is replaced by a newer one that has not left yet', async () => {
    const { body } = await send('POST', '/members', RETO);
    const renewed = await send('POST', `/members/${body.memberId}/invitation`);
    await house.runJobs();

    expect(server.received.map(({ text }) => text.includes(renewed.body.link))).toEqual([true]);
  });

  it('is not sent any more to a member who was disabled meanwhile', async () => {
    const { body } = await send('POST', '/members', RETO);
    await send('PUT', `/members/${body.memberId}/disabled`);
    await house.runJobs();

    expect(server.received).toEqual([]);
  });

  it('changes nothing when somebody only opens the link', async () => {
    const { body } = await send('POST', '/members', RETO);
    await house.runJobs();
    const [, link = ''] = /(https?:\S+)/.exec(server.received[0]?.text ?? '') ?? [];
    const { pathname, hash } = new URL(link);
    const look = (method: string) => house.request('nobody', method, '/invitations/lookups');

    await look('GET');
    await look('HEAD');

    expect({ pathname, hash }).toEqual({ pathname: '/invitation', hash: new URL(body.link).hash });
    const found = await house.request('nobody', 'POST', '/invitations/lookups', { token: hash.slice(1) });
    expect(found.status).toBe(200);
  });

  it('is a link to hand over where no mail server is set up', async () => {
    house.parts.mailer?.close();
    house.parts.mailer = undefined;

    const { body } = await send('POST', '/members', RETO);

    expect(body.delivery).toBe('by_hand');
    expect((await send('GET', '/members')).body.canSendMail).toBe(false);
    expect(await house.db.selectFrom('mails').select('id').execute()).toEqual([]);
  });
});
