import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailer } from '#ground/mail/mailer.ts';
import { tendMails } from '#ground/mail/tend.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { runNight } from '../nights/night.ts';
import { ask, consentForTests, FIRST_DAY } from '../testing.ts';

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
  server.mood = 'accept';
  await emptyTables(room.house.db, 'mails', 'topics', 'consent_nights', 'consent_requests');
  room.house.parts.mailer?.close();
  room.house.parts.mailer = openMailer({ smtpUrl: server.url });
});

async function zoe(email = 'zoe@mail.example'): Promise<string> {
  const { body } = await room.add(room.byConsent());
  await ask(room.house, room.recruiter, 'POST', `/talents/${body['id']}/addresses`, { kind: 'email', value: email });
  return body['id'];
}

const later = (days: number) => {
  room.house.clock.now = new Date(FIRST_DAY.getTime() + days * 86_400_000);
};
const question = (id: string, kind: 'confirm' | 'choose' = 'confirm', delivery = 'mail') =>
  ask(room.house, room.recruiter, 'POST', `/talents/${id}/consent-requests`, { kind, delivery });
const linkIn = (text = '') => /#(\S+)/.exec(text)?.[1] ?? '';
const open = (method: string, token: string) => room.house.request('nobody', method, `/consent-requests/${token}`);
const answer = (token: string, body: unknown) =>
  room.house.request('nobody', 'POST', `/consent-requests/${token}`, body);

async function asked(id: string, kind: 'confirm' | 'choose' = 'confirm'): Promise<string> {
  const { status } = await question(id, kind);
  expect(status).toBe(201);
  await room.house.runJobs();
  return linkIn(server.received.at(-1)?.text);
}

// CO-6, NL-4, NL-5
describe('the question to confirm what was noted', () => {
  it.each([
    ['du', 'de', 'Hallo Zoë\n', /\bdein Klick\b/],
    ['sie', 'de', 'Guten Tag Zoë Brändli\n', /\bIhr Klick\b/],
    [null, 'de', 'Guten Tag Zoë Brändli\n', /\bIhr Klick\b/],
    ['du', 'en', 'Hello Zoë\n', /your click/],
  ])('speaks to somebody with address form %s in %s as they are spoken to', async (form, language, hello, words) => {
    const id = await zoe();
    await sql`update talents set address_form = ${form}, language = ${language} where id = ${id}`.execute(
      room.house.db,
    );

    await asked(id);

    const [mail] = server.received;
    expect(mail?.text.startsWith(hello)).toBe(true);
    expect(mail?.text).toMatch(words);
    if (form !== 'du') expect(mail?.text).not.toMatch(/\b(du|dich|dir|dein)\b/i);
    expect(mail?.text).not.toContain('ß');
  });

  it('is a mail in the language of the person, without a word of advertising, and shows what is asked', async () => {
    const id = await zoe();
    await sql`update talents set language = 'en' where id = ${id}`.execute(room.house.db);

    const token = await asked(id);

    const [mail] = server.received;
    expect(mail?.text).toContain('Dear Zoë Brändli');
    expect(mail?.text).not.toMatch(/vacanc|newsletter|career|offer/i);
    expect(token.length).toBe(32);
    expect(await (await open('GET', token)).json()).toMatchObject({
      kind: 'confirm',
      company: 'Kellermatt Antriebe AG',
      language: 'en',
      choices: [{ purpose: 'talent_pool', topic: null, text: expect.stringContaining('talent pool') }],
    });
  });

  it('is confirmed by a click and by nothing that only opens the page', async () => {
    const id = await zoe();
    const token = await asked(id);

    expect([(await open('GET', token)).status, (await open('HEAD', token)).status, (await open('GET', token)).status]).toEqual([200, 200, 200]); // prettier-ignore
    const confirmed = () =>
      room.house.db.selectFrom('consent_events').select('id').where('kind', '=', 'confirmed').execute();
    expect(await confirmed()).toEqual([]);
    const clicked = await answer(token, { answer: 'confirmed', chosen: [0] });

    expect(await clicked.json()).toEqual({ answer: 'confirmed', isErasedNext: false });
    expect(await confirmed()).toHaveLength(1);
    const stored = await room.house.db.selectFrom('consent_events').selectAll().where('kind', '=', 'confirmed').executeTakeFirstOrThrow(); // prettier-ignore
    expect(stored).toMatchObject({ form: 'portal', purpose: 'talent_pool', expires_on: '2027-11-23' });
    expect(stored.request_id).not.toBeNull();
    expect(stored.text_id).not.toBeNull();
  });

  it('counts once: of two clicks at the same moment one, and never a second time', async () => {
    const token = await asked(await zoe());

    const both = await Promise.all([
      answer(token, { answer: 'confirmed', chosen: [0] }),
      answer(token, { answer: 'refused' }),
    ]);

    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
    const again = await open('GET', token);
    expect(again.status).toBe(410);
    expect(await again.json()).toMatchObject({ code: 'consent.link_used' });
  });

  it.each([
    ['cut', (token: string) => token.slice(0, 20), 422],
    ['altered', (token: string) => `${token.startsWith('B') ? 'C' : 'B'}${token.slice(1)}`, 410],
  ])('says so when the link was %s', async (_, change, status) => {
    const token = change(await asked(await zoe()));

    expect((await open('GET', token)).status).toBe(status);
    expect((await answer(token, { answer: 'refused' })).status).toBe(status);
  });

  it('ends after seven days, is forgotten, and nobody is reminded', async () => {
    const id = await zoe();
    const token = await asked(id);
    later(7);

    expect(await (await open('GET', token)).json()).toMatchObject({ code: 'consent.link_is_over' });
    await runNight(room.house.systemCtx(), 0);
    await room.house.runJobs();

    expect(server.received).toHaveLength(1);
    expect(await room.house.db.selectFrom('consent_requests').select('id').execute()).toEqual([]);
  });

  it('ends what was noted when the person says no, and nobody asks again', async () => {
    const id = await zoe();
    await ask(room.house, room.recruiter, 'POST', `/talents/${id}/consents`, {
      purpose: 'alumni_network',
      textId: (await ask(room.house, room.recruiter, 'POST', '/consent/texts', { purpose: 'alumni_network', language: 'de', body: 'Ja, ich möchte zum Netzwerk gehören.' })).body['id'],
      on: '2026-11-20',
      form: 'spoken',
      evidence: 'Gespräch am Stand',
    }); // prettier-ignore
    const token = await asked(id);
    const asks = (await (await open('GET', token)).json()).choices.length;
    expect(asks).toBe(2);

    const said = await answer(token, { answer: 'refused' });

    expect(await said.json()).toEqual({ answer: 'refused', isErasedNext: true });
    expect((await question(id, 'choose')).body).toMatchObject({ code: 'consent.contact_refused' });
  });
});

describe('the question which topics somebody would like', () => {
  it('asks for each by itself, and every subset can be chosen', async () => {
    const topics: string[] = [];
    for (const name of ['Technik', 'Unternehmen', 'Veranstaltungen'])
      topics.push((await ask(room.house, room.recruiter, 'POST', '/topics', { names: { de: name, en: name } })).body['id']); // prettier-ignore
    const id = await zoe();
    const token = await asked(id, 'choose');

    await answer(token, { answer: 'confirmed', chosen: [0, 2] });

    const said = await room.house.db.selectFrom('consent_events').select(['topic_id', 'kind']).where('purpose', '=', 'newsletter').execute(); // prettier-ignore
    expect(new Set(said.map(({ topic_id }) => topic_id))).toEqual(new Set([topics[0], topics[2]]));
    expect(said.every(({ kind }) => kind === 'confirmed')).toBe(true);
  });
});

// NL-6
describe('nobody’s mailbox', () => {
  it('gets a second question while the first is open', async () => {
    const id = await zoe();
    await asked(id);

    expect((await question(id)).body).toMatchObject({ code: 'consent.already_asked', params: { on: '2026-11-23' } });
  });

  it('gets more than three questions a day, under whichever profile it stands', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 4; i += 1) ids.push(await zoe());
    for (const id of ids.slice(0, 3)) expect((await question(id)).status).toBe(201);

    expect((await question(ids[3] ?? '')).body).toMatchObject({ code: 'consent.too_many_questions' });
  });

  it('is asked anew when the first mail surely never arrived', async () => {
    const id = await zoe();
    server.mood = 'refuse';
    await question(id);
    await room.house.runJobs();
    server.mood = 'accept';

    expect((await question(id)).status).toBe(201);
  });

  it('gets a question in a silence', async () => {
    const id = await zoe();
    await ask(room.house, room.recruiter, 'POST', `/talents/${id}/silences`, { reason: 'family', from: '2026-11-23', until: '2027-03-01' }); // prettier-ignore

    expect((await question(id)).body).toMatchObject({
      code: 'consent.contact_refused',
      params: { because: 'silence' },
    });
  });

  it('is not needed: without a mail server the link is handed out', async () => {
    const id = await zoe();
    room.house.parts.mailer?.close();
    room.house.parts.mailer = undefined;

    expect((await question(id)).body).toMatchObject({ code: 'consent.mail_not_set_up' });
    const { body } = await question(id, 'confirm', 'by_hand');

    expect(body['link']).toMatch(/\/confirm#[\w-]{32}$/);
  });
});

// CO-4, CO-5, RL-8
describe('the end of a consent', () => {
  const tend = async () => {
    await tendMails(room.house.systemCtx());
    await room.house.runJobs();
  };

  it('is told a month and a week before, once each, with a link to the own page; silence means erasure', async () => {
    await zoe();
    const sentBy: [number, number][] = [];
    for (const day of [300, 331, 332, 333, 340, 355, 356, 361]) {
      later(day);
      await runNight(room.house.systemCtx(), 0);
      await tend();
      sentBy.push([day, server.received.length]);
    }

    expect(sentBy).toEqual([[300, 0], [331, 0], [332, 1], [333, 1], [340, 1], [355, 2], [356, 2], [361, 2]]); // prettier-ignore
    expect(server.received[0]?.text).toMatch(/\/preferences#[\w-]{43}/);
    expect(server.received[0]?.text).toContain('20. November 2027');
  });

  it('is told to nobody who extended', async () => {
    await zoe();
    later(332);
    await runNight(room.house.systemCtx(), 0);
    await tend();
    const token = linkIn(server.received[0]?.text);
    await room.house.request('nobody', 'POST', `/preferences/${token}`, { act: 'extend' });
    for (const day of [355, 361, 363]) {
      later(day);
      await runNight(room.house.systemCtx(), 0);
      await tend();
    }

    expect(server.received).toHaveLength(1);
  });

  it('waits for the end of a silence when there is still time', async () => {
    const id = await zoe();
    later(320);
    await ask(room.house, room.recruiter, 'POST', `/talents/${id}/silences`, { reason: 'asked', from: '2027-10-09', until: '2027-10-31' }); // prettier-ignore
    for (const day of [333, 342, 343, 344]) {
      later(day);
      await runNight(room.house.systemCtx(), 0);
      await tend();
    }

    expect(server.received).toHaveLength(1);
  });
});
