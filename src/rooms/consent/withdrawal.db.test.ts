import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailer } from '#ground/mail/mailer.ts';
import { enqueueMail } from '#ground/mail/outbox.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { mayContact, mayContactMany, preferenceLink } from './index.ts';
import type { Preferences } from './requests/schema.ts';
import { ask, consentForTests } from './testing.ts';

const room = consentForTests();
let server: MailServerForTests;

beforeAll(async () => {
  server = await mailServerForTests();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.received.length = 0;
  server.mood = 'accept';
  await emptyTables(room.house.db, 'mails', 'topics');
  room.house.parts.mailer?.close();
  room.house.parts.mailer = openMailer({ smtpUrl: server.url });
});
afterAll(() => room.house.parts.mailer?.close());

const day = (days: number) => new Date(room.house.clock.now.getTime() + days * 86_400_000);
const eventsOf = (id: string) =>
  room.house.db
    .selectFrom('consent_events')
    .select(['kind', 'purpose', 'topic_id', 'channel', 'form', 'text_id'])
    .where('talent_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** Somebody by paper consent, with a mail address. */
async function zoe(email = 'zoe@mail.example'): Promise<string> {
  const { body } = await room.add(room.byConsent());
  const added = await ask(room.house, room.recruiter, 'POST', `/talents/${body['id']}/addresses`, {
    kind: 'email',
    value: email,
  });
  expect(added.status).toBe(201);
  return body['id'];
}

async function topic(name: string): Promise<string> {
  const names = { de: name, en: name };
  return (await ask(room.house, room.recruiter, 'POST', '/topics', { names })).body['id'];
}

const token = async (id: string) => (await preferenceLink(room.house.ctxFor('recruiter'), id)).split('#')[1] ?? '';
const page = async (id: string) => room.house.request('nobody', 'GET', `/preferences/${await token(id)}`);
const act = async (id: string, body: unknown) =>
  room.house.request('nobody', 'POST', `/preferences/${await token(id)}`, body);
const may = (talentId: string, purpose: 'personal' | 'newsletter' | 'question' = 'personal', topicId?: string) =>
  mayContact(room.house.ctxFor('recruiter'), { talentId, channel: 'mail', purpose, topicId });

describe('a consent that a recruiter noted', () => {
  it('carries personal mail and no news until the person confirms it', async () => {
    const id = await zoe();
    const technik = await topic('Technik');
    const newsText = await ask(room.house, room.recruiter, 'POST', '/consent/texts', {
      purpose: 'newsletter',
      language: 'de',
      body: 'Ja, Sie dürfen mir Mails zu diesem Thema schicken.',
    });

    const noted = await ask(room.house, room.recruiter, 'POST', `/talents/${id}/consents`, {
      purpose: 'newsletter',
      topicId: technik,
      textId: newsText.body['id'],
      on: '2026-11-22',
      form: 'paper',
      evidence: 'Formular 17',
    });

    expect(noted.status).toBe(204);
    expect((await may(id)).reasons).toMatchObject([{ code: 'consent_noted', effect: 'allows' }]);
    expect(await may(id, 'newsletter', technik)).toMatchObject({ isAllowed: false });
    expect((await act(id, { act: 'topic', topicId: technik, wants: true })).status).toBe(200);
    expect(await may(id, 'newsletter', technik)).toMatchObject({ isAllowed: true });
  });

  it('does not come back by an older paper after the person took it back', async () => {
    const id = await zoe();
    await ask(room.house, room.recruiter, 'POST', `/talents/${id}/withdrawals`, {
      purpose: 'talent_pool',
      form: 'spoken',
      evidence: 'Anruf vom 23. November',
    });

    const noted = await ask(room.house, room.recruiter, 'POST', `/talents/${id}/consents`, {
      purpose: 'talent_pool',
      textId: room.textId,
      on: '2026-11-20',
      form: 'paper',
      evidence: 'Formular 17',
    });

    expect(noted.body).toMatchObject({ code: 'consent.answered_no_later' });
    expect((await may(id)).reasons.map(({ code }) => code)).toContain('withdrawn');
  });
});

describe('the own page turned to the other language', () => {
  it('keeps as agreed to what it showed, word for word and in its language', async () => {
    const id = await zoe();
    const topicId = await topic('Technik');
    const url = `/preferences/${await token(id)}`;
    const shown = async (query: string): Promise<Preferences> =>
      (await room.house.request('nobody', 'GET', `${url}${query}`)).json();
    const own = await shown('');
    const english = await shown('?language=en');
    expect([own.language, english.language]).toEqual(['de-CH', 'en']);
    expect(english.texts.newsletter).not.toBe(own.texts.newsletter);

    const said = await room.house.request('nobody', 'POST', `${url}?language=en`, {
      act: 'topic',
      topicId,
      wants: true,
    });

    expect(await said.json()).toMatchObject({ preferences: { language: 'en', texts: english.texts } });
    const kept = await room.house.db
      .selectFrom('consent_events')
      .innerJoin('consent_texts', 'consent_texts.id', 'consent_events.text_id')
      .select(['consent_texts.body', 'consent_texts.language'])
      .where('consent_events.talent_id', '=', id)
      .where('consent_events.topic_id', '=', topicId)
      .execute();
    expect(kept).toEqual([{ body: english.texts.newsletter, language: 'en' }]);
  });
});

describe('taking a consent back', () => {
  it('ends at once, and the next night erases whom nothing carries any more', async () => {
    const id = await zoe();

    const { body } = await ask(room.house, room.recruiter, 'POST', `/talents/${id}/withdrawals`, {
      purpose: 'talent_pool',
      form: 'mail',
      evidence: 'Mail vom 23. November',
    });

    expect(body).toEqual({ isErasedNext: true });
    const talent = await room.house.db
      .selectFrom('talents')
      .select('erase_on')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(talent.erase_on).toBe('2026-11-23');
    const again = await room.add(room.byConsent());
    const back = await ask(room.house, room.recruiter, 'POST', `/talents/${again.body['id']}/addresses`, {
      kind: 'email',
      value: 'ZOE@mail.example',
    });
    expect(back.body).toMatchObject({ code: 'talents.suppressed' });
  });

  it('keeps back what is already in the outbox', async () => {
    const id = await zoe();
    const mail = {
      kind: 'test.letter',
      form: 'letter' as const,
      aboutId: id,
      to: 'zoe@mail.example',
      fromName: 'Mara',
      subject: 'Ein Gruss',
      text: 'Guten Tag',
      language: 'de',
      validUntil: day(3),
      contact: { purpose: 'personal' as const },
    };
    await enqueueMail(room.house.ctxFor('recruiter'), mail);
    await enqueueMail(room.house.ctxFor('recruiter'), mail);
    const [first] = room.house.sentJobs.splice(0, 1);
    await first?.job.run(room.house.systemCtx(), first.payload);
    expect(server.received).toHaveLength(1);

    await act(id, { act: 'way', channel: 'mail', wants: false });
    await room.house.runJobs();

    expect(server.received).toHaveLength(1);
    const states = await room.house.db
      .selectFrom('mails')
      .select(['state', 'last_error_code', 'text'])
      .orderBy('state', 'desc')
      .execute();
    expect(states).toMatchObject([
      { state: 'sent' },
      { state: 'given_up', last_error_code: 'not_allowed_no_mail_wished', text: null },
    ]);
  });

  it('sends nothing to a talent from whom no mail says what it is for', async () => {
    const id = await zoe();
    await enqueueMail(room.house.ctxFor('recruiter'), {
      kind: 'test.letter',
      form: 'notice',
      aboutId: id,
      to: 'zoe@mail.example',
      fromName: 'Mara',
      subject: 'Ein Gruss',
      text: 'Guten Tag',
      language: 'de',
      validUntil: day(3),
    });
    await room.house.runJobs();

    expect(server.received).toEqual([]);
  });
});

describe('the page of the person', () => {
  it('changes nothing when it is opened, however often', async () => {
    const id = await zoe();
    const before = await eventsOf(id);

    const first = await page(id);
    await page(id);
    const head = await room.house.request('nobody', 'HEAD', `/preferences/${await token(id)}`);

    expect(first.status).toBe(200);
    expect(head.status).toBe(200);
    expect(await eventsOf(id)).toEqual(before);
    expect(await first.json()).toMatchObject({
      company: 'Kellermatt Antriebe AG',
      eraseOn: '2027-11-20',
      staying: [{ purpose: 'talent_pool' }],
      ways: [
        { channel: 'mail', isOn: true },
        { channel: 'phone', isOn: false },
        { channel: 'post', isOn: false },
        { channel: 'messenger', isOn: false },
      ],
    });
  });

  it('lets the person choose each topic and each way by itself', async () => {
    const id = await zoe();
    const [technik, events] = [await topic('Technik'), await topic('Veranstaltungen')];

    await act(id, { act: 'topic', topicId: technik, wants: true });
    await act(id, { act: 'way', channel: 'phone', wants: true });
    await act(id, { act: 'topic', topicId: technik, wants: false });
    const after = await act(id, { act: 'topic', topicId: events, wants: true });

    expect((await after.json()).preferences).toMatchObject({
      topics: [
        { id: technik, isOn: false },
        { id: events, isOn: true },
      ],
      ways: [{ isOn: true }, { channel: 'phone', isOn: true }, { isOn: false }, { isOn: false }],
    });
    const said = (await eventsOf(id)).filter(({ purpose }) => purpose !== 'talent_pool');
    expect(said.map(({ kind }) => kind)).toEqual(['confirmed', 'confirmed', 'withdrawn', 'confirmed']);
    expect(said.every(({ text_id, form }) => text_id !== null && form === 'portal')).toBe(true);
    expect(await may(id, 'newsletter', technik)).toMatchObject({ isAllowed: false });
    expect(await may(id, 'newsletter', events)).toMatchObject({ isAllowed: true });
  });

  it('pauses until a day, for everybody and every way, and goes on when the person wants', async () => {
    const id = await zoe();

    await act(id, { act: 'pause', until: '2027-03-01' });

    expect((await may(id)).reasons).toMatchObject([
      { code: 'silence', params: { until: '2027-03-01', why: 'portal_pause' } },
      { code: 'consent_noted' },
    ]);
    const quiet = await sql<{
      until_on: string;
    }>`select until_on::text from quiet_view where talent_id = ${id}`.execute(room.house.db);
    expect(quiet.rows).toEqual([{ until_on: '2027-03-01' }]);
    await act(id, { act: 'resume' });
    expect(await may(id)).toMatchObject({ isAllowed: true });
  });

  it.each([
    ['a day that is over', '2026-11-22', 'consent.pause_in_past'],
    ['a day after everything is erased', '2027-12-24', 'consent.pause_too_long'],
  ])('refuses a pause until %s with a sentence', async (_, until, code) => {
    const id = await zoe();

    const answer = await act(id, { act: 'pause', until });

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code });
  });

  it('extends from today by the person’s own act, and by nothing else', async () => {
    const id = await zoe();
    const eraseOn = async () =>
      (await room.house.db.selectFrom('talents').select('erase_on').where('id', '=', id).executeTakeFirst())?.erase_on;
    room.house.clock.now = day(100);
    await ask(room.house, room.recruiter, 'PATCH', `/talents/${id}`, { version: 1, city: 'Aarau' });
    await page(id);
    expect(await eraseOn()).toBe('2027-11-20');

    await act(id, { act: 'extend' });

    expect(await eraseOn()).toBe('2028-03-03');
    expect((await may(id)).reasons).toMatchObject([{ code: 'consent', params: { form: 'portal' } }]);
  });

  it('erases everything at once when the person leaves, and nobody comes back by a file', async () => {
    const id = await zoe();
    const link = await token(id);

    const left = await act(id, { act: 'leave' });

    expect(await left.json()).toEqual({ preferences: null });
    expect(await room.house.db.selectFrom('talents').select('id').execute()).toEqual([]);
    expect((await room.house.request('nobody', 'GET', `/preferences/${link}`)).status).toBe(410);
    const again = await room.add(room.byConsent());
    const back = await ask(room.house, room.recruiter, 'POST', `/talents/${again.body['id']}/addresses`, {
      kind: 'email',
      value: 'zoe@mail.example',
    });
    expect(back.body).toMatchObject({ code: 'talents.suppressed' });
    const proofs = await room.house.db.selectFrom('consent_proofs').selectAll().orderBy('kind').execute();
    expect(proofs.map(({ kind }) => kind)).toEqual(['given', 'withdrawn']);
    expect(proofs[0]).toMatchObject({ keep_until: '2029-12-31', text_version: 1 });
  });

  it.each([
    ['cut', (link: string) => link.slice(0, -4), 422],
    ['altered', (link: string) => `${link.slice(0, -4)}AAAA`, 410],
  ])('says so when the link was %s', async (_, change, status) => {
    const link = change(await token(await zoe()));

    expect((await room.house.request('nobody', 'GET', `/preferences/${link}`)).status).toBe(status);
    expect((await room.house.request('nobody', 'POST', `/preferences/${link}`, { act: 'extend' })).status).toBe(status);
  });
});

describe('many questions at once', () => {
  it('are answered in their order, with as many statements as one', async () => {
    const [first, second] = [await zoe(), await zoe('zweite@mail.example')];
    await act(second, { act: 'pause', until: '2027-03-01' });
    const ctx = room.house.ctxFor('recruiter');
    const questions = [second, first, second].map((talentId) => ({
      talentId,
      channel: 'mail' as const,
      purpose: 'personal' as const,
    }));

    const answers = await mayContactMany(ctx, questions);

    expect(answers.map(({ isAllowed }) => isAllowed)).toEqual([false, true, false]);
  });

  it('do not exist for somebody of another legal entity', async () => {
    const id = await zoe();
    const other = room.house.ctxFor('recruiter', [room.house.otherEntityId]);

    const answer = await mayContact(other, { talentId: id, channel: 'mail', purpose: 'personal' });

    expect(answer.reasons.map(({ code }) => code)).toContain('not_here');
  });
});

describe('what people said', () => {
  it('is never changed nor deleted, not even by the program itself', async () => {
    const id = await zoe();
    await act(id, { act: 'way', channel: 'phone', wants: false });
    const { db } = room.house;

    await expect(sql`update consent_events set kind = 'confirmed'`.execute(db)).rejects.toThrow('never changed');
    await expect(sql`delete from consent_events`.execute(db)).rejects.toThrow('never deleted');
    const other = await zoe('andere@mail.example');
    await expect(sql`update consent_events set talent_id = ${other} where talent_id = ${id}`.execute(db)).rejects.toThrow('never changed'); // prettier-ignore
    const undo = db.transaction().execute(async (tx) => {
      await sql`select set_config('wiedersehen.takes_back', 'on', true)`.execute(tx);
      await sql`delete from consent_events where kind = 'withdrawn'`.execute(tx);
    });
    await expect(undo).rejects.toThrow('never deleted');
  });
});
