import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#ground/context.ts';
import { openMailer } from '#ground/mail/mailer.ts';
import { tendMails } from '#ground/mail/tend.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { suppress } from '#rooms/consent/index.ts';
import { ask, aText, importFile } from '#rooms/consent/testing.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';

const START = new Date('2026-11-23T09:00:00Z');
const WAITING = [
  'Nachname;Vorname;E-Mail;Beworben auf;Bewerbung vom;Ergebnis',
  'Brandt;Ilse;ilse@mail.example;Montage;21.10.2026;Absage',
].join('\r\n');

let house: TestHouse;
let server: MailServerForTests;
let mara: Actor;
let textId: string;

beforeAll(async () => {
  house = await openTestHouse(START);
  server = await mailServerForTests();
  mara = house.actorFor('recruiter');
  textId = await aText(house, mara);
});
beforeEach(async () => {
  await emptyTables(house.db, 'mails', 'talents', 'held_people', 'imports', 'suppressions');
  house.clock.now = START;
  await importFile(house, mara, { name: 'bewerbungen.csv', text: WAITING });
  house.sentJobs.length = 0;
  server.received.length = 0;
  server.mood = 'accept';
  house.parts.mailer = openMailer({ smtpUrl: server.url });
});
afterEach(() => house.parts.mailer?.close());
afterAll(async () => {
  await server.stop();
  await house.close();
});

const listed = async () => (await ask(house, mara, 'GET', '/held-people')).body;
const ilse = async () => (await listed())['items'][0];

async function invite(delivery: 'mail' | 'by_hand' = 'mail') {
  const { id } = await ilse();
  return ask(house, mara, 'POST', `/held-people/${id}/invitation`, { textId, language: 'de', delivery });
}

async function later(minutes: number) {
  house.clock.now = new Date(house.clock.now.getTime() + minutes * 60_000);
  await tendMails(house.systemCtx());
  await house.runJobs();
}

describe('the invitation to consent as a mail', () => {
  it('comes from the recruiter, is answered to the recruiter, and is told as sent', async () => {
    const { status, body } = await invite();
    await house.runJobs();

    expect({ status, delivery: body['delivery'], link: body['link'] }).toEqual({
      status: 201,
      delivery: 'mail',
      link: null,
    });
    const [mail] = server.received;
    expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
      from: 'Mara recruiter <talente@kellermatt.example>',
      to: 'ilse@mail.example',
      'reply-to': 'Mara recruiter <recruiter@kellermatt.example>',
      subject: 'Dürfen wir in Kontakt bleiben? Kellermatt Antriebe AG',
    });
    expect(mail?.headers.map(([name]) => name)).not.toContain('auto-submitted');
    expect(mail?.text).toContain('Guten Tag Ilse Brandt');
    expect(mail?.text).toContain('Freundliche Grüsse\nMara recruiter');
    expect(await ilse()).toMatchObject({ letter: 'sent', invitedAt: START.toISOString() });
  });

  it('can be read before, and reading changes nothing', async () => {
    const { id } = await ilse();

    const { body } = await ask(house, mara, 'GET', `/held-people/${id}/letter?language=en`);

    expect(body['body']).toContain('Dear Ilse Brandt');
    expect(body['body']).toContain('(the personal link stands here)');
    expect(await ilse()).toMatchObject({ letter: null, invitedAt: null });
  });

  it('leads to a page that a scanner may open as often as it likes', async () => {
    await invite();
    await house.runJobs();
    const [, token = ''] = /\/invitation\/(\S+)/.exec(server.received[0]?.text ?? '') ?? [];
    const open = async (method: string) =>
      (await house.request('nobody', method, `/consent-invitations/${token}`)).status;

    expect([await open('GET'), await open('HEAD'), await open('GET')]).toEqual([200, 200, 200]);

    expect((await listed())['count']).toBe(1);
    const agreed = await house.request('nobody', 'POST', `/consent-invitations/${token}`, { answer: 'agree' });
    expect(agreed.status).toBe(200);
    expect(await house.db.selectFrom('mails').select('id').execute()).toEqual([]);
  });

  it('goes once, whoever asks again and however', async () => {
    await invite();
    await house.runJobs();

    expect((await invite()).body).toMatchObject({ code: 'inventory.already_invited' });
    expect((await invite('by_hand')).body).toMatchObject({ code: 'inventory.already_invited' });
    await later(60);
    expect(server.received).toHaveLength(1);
  });

  it('goes to nobody without a click', async () => {
    await later(5);

    expect(server.received).toEqual([]);
    expect(await house.db.selectFrom('mails').select('id').execute()).toEqual([]);
  });

  it('stays uncertain when the line breaks, and cannot be repeated', async () => {
    server.mood = 'cut';
    await invite();
    await expect(house.runJobs()).rejects.toThrow('mail.uncertain');
    server.mood = 'accept';
    await later(60);

    expect(await ilse()).toMatchObject({ letter: 'uncertain' });
    expect((await invite('by_hand')).body).toMatchObject({ code: 'inventory.already_invited' });
    expect(server.received).toEqual([]);
  });

  it('may be written anew, once, when the server refused it', async () => {
    server.mood = 'refuse';
    await invite();
    await house.runJobs();
    expect(await ilse()).toMatchObject({ letter: 'undelivered' });

    const again = await invite('by_hand');

    expect(again.status).toBe(201);
    expect(await ilse()).toMatchObject({ letter: null });
    expect((await invite()).body).toMatchObject({ code: 'inventory.already_invited' });
  });

  it('is refused to somebody who asked to be left alone, by mail and by hand', async () => {
    await suppress(house.systemCtx(), [{ kind: 'email', value: 'ILSE@mail.example' }], 'no_record', 'erased');

    expect((await invite()).body).toMatchObject({ code: 'inventory.asked_to_be_left_alone' });
    expect((await invite('by_hand')).body).toMatchObject({ code: 'inventory.asked_to_be_left_alone' });
  });

  it('is offered only where mails can be sent', async () => {
    house.parts.mailer?.close();
    house.parts.mailer = undefined;

    expect(await listed()).toMatchObject({ canSendMail: false });
    expect((await invite()).body).toMatchObject({ code: 'inventory.mail_not_set_up' });
    expect((await invite('by_hand')).body).toMatchObject({ delivery: 'by_hand' });
  });
});
