import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailer } from '#ground/mail/mailer.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { suppress } from '../suppression.ts';
import { ask, consentForTests, dumpOf, FIRST_DAY, runNight } from '../testing.ts';

const room = consentForTests();
let server: MailServerForTests;
let topicId: string;

beforeAll(async () => {
  server = await mailServerForTests();
});
afterAll(async () => {
  room.house.parts.mailer?.close();
  await server.stop();
});
beforeEach(async () => {
  server.received.length = 0;
  await emptyTables(room.house.db, 'mails', 'topics', 'consent_nights', 'sign_up_forms', 'rate_limits');
  room.house.parts.mailer?.close();
  room.house.parts.mailer = openMailer({ smtpUrl: server.url });
  topicId = (await staff('POST', '/topics', { names: { de: 'Leistungselektronik', en: 'Power electronics' } })).body[
    'id'
  ];
  await staff('POST', '/consent/sign-up-forms', { ...FORM, topicIds: [topicId], isOn: true });
});

const FORM = {
  slug: 'messe-aarau',
  name: 'Messe Aarau',
  intro: { de: 'Bleiben wir in Kontakt.', en: 'Let us stay in touch.' },
};
const ZOE = { firstName: 'Zoë', lastName: 'Brändli', email: 'zoe@mail.example', language: 'de', stays: true };

const staff = (method: string, path: string, body?: unknown) => ask(room.house, room.recruiter, method, path, body);
const stranger = (method: string, path: string, body?: unknown) => room.house.request('nobody', method, path, body);
const join = (given: Record<string, unknown> = {}, slug = FORM.slug) =>
  stranger('POST', `/join/${slug}`, { ...ZOE, ...given });
const linkIn = (text = '') => /#(\S+)/.exec(text)?.[1] ?? '';

/** Signs up and takes the link out of the mail. */
async function joined(given: Record<string, unknown> = {}): Promise<string> {
  await join(given);
  await room.house.runJobs();
  return linkIn(server.received.at(-1)?.text);
}
const confirm = (token: string) => stranger('POST', `/consent-requests/${token}`, { answer: 'confirmed', chosen: [0] });
const people = async () =>
  (
    await sql<{ id: string; last_name: string; erase_on: string }>`
      select id, last_name, erase_on::text as erase_on from talents order by created_at`.execute(room.house.db)
  ).rows;

// NL-4, CO-1, CO-2, IN-1
describe('somebody who signs up', () => {
  it('sees every choice with its text and what happens to their data, in both languages', async () => {
    const german = await (await stranger('GET', `/join/${FORM.slug}?language=de`)).json();
    const english = await (await stranger('GET', `/join/${FORM.slug}?language=en`)).json();

    expect(german).toMatchObject({
      company: 'Kellermatt Antriebe AG',
      intro: 'Bleiben wir in Kontakt.',
      stay: { text: expect.stringContaining('in Verbindung bleiben'), until: '2027-11-23' },
      topics: [{ id: topicId, names: { de: 'Leistungselektronik' } }],
    });
    expect(german).toHaveProperty('notice', expect.stringContaining('«Messe Aarau»'));
    expect(english).toMatchObject({ intro: 'Let us stay in touch.', language: 'en' });
  });

  it('is nobody before the mailbox has answered, and afterwards somebody with proof', async () => {
    const token = await joined({ topicIds: [topicId] });
    const before = await people();
    const asked = await (await stranger('GET', `/consent-requests/${token}`)).json();

    const answered = await confirm(token);

    const [person] = await people();
    const { body } = await staff('GET', `/talents/${person?.id}/permission`);
    expect(before).toEqual([]);
    expect(asked).toMatchObject({
      kind: 'sign_up',
      name: 'Zoë Brändli',
      eraseOn: null,
      choices: [{ purpose: 'talent_pool' }, { purpose: 'newsletter', topic: { de: 'Leistungselektronik' } }],
    });
    expect([answered.status, person?.last_name, person?.erase_on]).toEqual([200, 'Brändli', '2027-11-23']);
    expect(JSON.stringify(body)).toContain('Leistungselektronik');
    const proof = await sql`
      select e.kind, e.form, e.evidence, e.text_id is not null as has_text, r.kind as asked, r.mail_id is not null as has_mail, r.notice_version
      from consent_events e join consent_requests r on r.id = e.request_id order by e.purpose desc`.execute(
      room.house.db,
    );
    const each = {
      kind: 'confirmed',
      form: 'portal',
      has_text: true,
      asked: 'sign_up',
      has_mail: true,
      notice_version: '2026-11-30',
    };
    expect(proof.rows).toEqual([expect.objectContaining(each), expect.objectContaining(each)]);
  });

  it('is addressed as the form speaks: on its page, in the mail, on the page behind it, and from then on', async () => {
    await staff('POST', '/consent/sign-up-forms', { ...FORM, slug: 'lehre', addressForm: 'du', isOn: true });

    const page = await (await stranger('GET', '/join/lehre')).json();
    await join({}, 'lehre');
    await room.house.runJobs();
    const [mail] = server.received;
    const asked = await (await stranger('GET', `/consent-requests/${linkIn(mail?.text)}`)).json();
    await confirm(linkIn(mail?.text));

    const { rows } = await sql`select address_form from talents`.execute(room.house.db);
    expect([page, asked]).toEqual([
      expect.objectContaining({ addressForm: 'du' }),
      expect.objectContaining({ addressForm: 'du' }),
    ]);
    expect(page.notice).toContain('deine Einwilligung');
    expect(page.notice).not.toMatch(/\b(Sie|Ihnen|Ihre?[mnrs]?)\b/);
    expect(mail?.text).toContain('Hallo Zoë');
    expect(rows).toEqual([{ address_form: 'du' }]);
  });

  it('of whom nobody knows the form of address is addressed with Sie', async () => {
    const token = await joined();

    const asked = await (await stranger('GET', `/consent-requests/${token}`)).json();
    await confirm(token);

    const { rows } = await sql`select address_form from talents`.execute(room.house.db);
    expect([asked, rows]).toEqual([expect.objectContaining({ addressForm: 'sie' }), [{ address_form: null }]]);
  });

  it('gets a mail without advertising, in the language they chose', async () => {
    await joined({ language: 'en' });

    const [mail] = server.received;
    expect(mail?.text).toContain('Dear Zoë Brändli');
    expect(mail?.text).not.toMatch(/vacanc|newsletter|career|offer/i);
  });

  it('may say that it was not them: nothing stays', async () => {
    const token = await joined();

    const answered = await stranger('POST', `/consent-requests/${token}`, { answer: 'refused' });

    expect([answered.status, await people()]).toEqual([200, []]);
    expect(await dumpOf(room.house.db)).not.toContain('zoe@mail.example');
  });

  it('is the one we know already when the address is theirs; nothing of the record changes', async () => {
    const { body } = await room.add(room.byConsent(), 'Brändli-Alt');
    await staff('POST', `/talents/${body['id']}/addresses`, { kind: 'email', value: 'ZOE@mail.example' });

    await confirm(await joined({ firstName: 'Anders', lastName: 'Genannt' }));

    expect(await people()).toEqual([{ id: body['id'], last_name: 'Brändli-Alt', erase_on: '2027-11-23' }]);
  });

  it('comes back after "never again" only by their own confirmed sign-up', async () => {
    const address = { kind: 'email' as const, value: ZOE.email };
    await suppress(room.house.systemCtx(), [address], 'no_record', 'erased');
    await suppress(room.house.systemCtx(), [address], 'no_mail', 'unsubscribed');

    const token = await joined();
    const waiting = (await sql`select 1 from suppressions`.execute(room.house.db)).rows.length;
    await confirm(token);

    expect([waiting, (await sql`select 1 from suppressions`.execute(room.house.db)).rows.length]).toEqual([2, 0]);
    expect(await people()).toHaveLength(1);
  });
});

// NL-5, NL-6, DS-6
describe('what strangers try', () => {
  it('tells known, unknown and suppressed addresses apart by nothing', async () => {
    const { body } = await room.add(room.byConsent());
    await staff('POST', `/talents/${body['id']}/addresses`, { kind: 'email', value: 'known@mail.example' });
    await suppress(room.house.systemCtx(), [{ kind: 'email', value: 'gone@mail.example' }], 'no_record', 'erased');

    const answers = [];
    for (const email of ['known@mail.example', 'new@mail.example', 'gone@mail.example'])
      answers.push(await join({ email }));
    await room.house.runJobs();

    expect(await Promise.all(answers.map(async (one) => [one.status, await one.text()]))).toEqual(
      answers.map(() => [204, '']),
    );
    expect(server.received).toHaveLength(3);
  });

  it('fills no mailbox: three mails a day to one address, and the answer stays the same', async () => {
    const statuses = [];
    for (let count = 0; count < 12; count += 1) statuses.push((await join()).status);
    await room.house.runJobs();

    expect([new Set(statuses), server.received.length]).toEqual([new Set([204]), 3]);
  });

  it('stops a network that signs up one after the other', async () => {
    const statuses = [];
    for (let count = 0; count < 24; count += 1) statuses.push((await join({ email: `a${count}@mail.example` })).status);

    expect(statuses.filter((status) => status === 204)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });

  it('lets a program that fills in the hidden field believe that it succeeded', async () => {
    const answered = await join({ website: 'https://spam.example' });
    await room.house.runJobs();

    expect([answered.status, server.received.length]).toEqual([204, 0]);
  });

  it('changes nothing by opening links, however often, and counts a link once', async () => {
    const token = await joined();
    for (let count = 0; count < 5; count += 1) {
      await stranger('GET', `/consent-requests/${token}`);
      await stranger('HEAD', `/consent-requests/${token}`);
      await stranger('GET', `/join/${FORM.slug}`);
    }
    const before = await people();

    const answers = await Promise.all([confirm(token), confirm(token)]);
    const cut = await stranger('GET', `/consent-requests/${token.slice(0, 20)}`);
    const altered = await stranger('GET', `/consent-requests/${token.slice(1)}x`);

    expect(before).toEqual([]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
    expect([cut.status, altered.status, (await people()).length]).toEqual([422, 410, 1]);
  });

  it('finds no form that is switched off, unknown, or that nobody could confirm', async () => {
    const { body } = await staff('GET', '/consent/sign-up-forms');
    await staff('PATCH', `/consent/sign-up-forms/${body['items'][0].id}`, { isOn: false });
    const off = [await stranger('GET', `/join/${FORM.slug}`), await join(), await join({}, 'gibt-es-nicht')];
    await staff('PATCH', `/consent/sign-up-forms/${body['items'][0].id}`, { isOn: true });
    room.house.parts.mailer?.close();
    room.house.parts.mailer = undefined;

    expect([...off, await join()].map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it.each([
    ['no yes to staying', { stays: false }],
    ['no address', { email: 'zoe' }],
    ['a topic of another form', { topicIds: ['01935700-0000-7000-8000-00000000beef'] }],
    ['a field nobody knows', { role: 'administrator' }],
  ])('refuses %s', async (_, given) => {
    expect((await join(given)).status).toBe(422);
  });
});

describe('a sign-up that nobody confirms', () => {
  it('is sealed while it waits and gone after seven days, without a reminder', async () => {
    await joined();
    const waiting = await dumpOf(room.house.db);
    room.house.clock.now = new Date(FIRST_DAY.getTime() + 8 * 86_400_000);

    await runNight(room.house.systemCtx(), 0);
    await room.house.runJobs();

    expect(waiting).toMatch(/^public\.sign_ups/m);
    expect(waiting).not.toMatch(/zoe@mail|Brändli/);
    expect(await dumpOf(room.house.db)).not.toMatch(/^public\.sign_ups/m);
    expect(server.received).toHaveLength(1);
  });
});

describe('the team', () => {
  it('makes forms, sees their address and counts; an address is given once', async () => {
    await confirm(await joined());
    await joined({ email: 'other@mail.example' });

    const { body } = await staff('GET', '/consent/sign-up-forms');

    expect(body['items']).toMatchObject([{ slug: 'messe-aarau', confirmed: 1, waiting: 1, isOn: true }]);
    expect(body['items'][0].link).toMatch(/\/join\/messe-aarau$/);
    expect((await staff('POST', '/consent/sign-up-forms', FORM)).body).toMatchObject({ code: 'consent.slug_taken' });
    expect((await staff('POST', '/consent/sign-up-forms', { ...FORM, slug: 'Größe!' })).status).toBe(422);
    expect((await stranger('GET', '/consent/sign-up-forms')).status).toBe(401);
  });
});
