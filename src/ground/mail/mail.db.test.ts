import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse } from '../../testing/test-house.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import type { Ctx } from '../context.ts';
import { inTransaction } from '../context.ts';
import { newId } from '../ids.ts';
import type { MailServerForTests, ReceivedMail } from '../testing/mail-server.ts';
import { mailServerForTests } from '../testing/mail-server.ts';
import type { Mailer } from './mailer.ts';
import { openMailer } from './mailer.ts';
import type { Mail } from './outbox.ts';
import { canSendMail, enqueueMail, forgetMailsAbout } from './outbox.ts';
import { sendMail } from './send.ts';
import { tendMails } from './tend.ts';

const START = new Date('2026-11-23T09:00:00Z');
const MINUTE = 60_000;

let house: TestHouse;
let server: MailServerForTests;
let mailer: Mailer | undefined;
let ctx: () => Ctx;

beforeAll(async () => {
  house = await openTestHouse(START);
  server = await mailServerForTests();
  ctx = house.systemCtx;
});
beforeEach(async () => {
  await sql`truncate mails`.execute(house.db);
  house.clock.now = START;
  house.sentJobs.length = 0;
  server.received.length = 0;
  server.mood = 'accept';
  mailer = openMailer({ smtpUrl: server.url });
  house.parts.mailer = mailer;
});
afterEach(() => mailer?.close());
afterAll(async () => {
  await server.stop();
  await house.close();
});

const aMail = (given: Partial<Mail> = {}): Mail => ({
  kind: 'accounts.invitation',
  form: 'notice',
  aboutId: newId(),
  to: 'ilse@mail.example',
  fromName: 'Jürg Öttinger',
  replyTo: { name: 'Jürg Öttinger', address: 'juerg@kellermatt.example' },
  subject: 'Grüße aus Zürich',
  text: 'Guten Tag Ilse Đurić\n\nhttps://wiedersehen.example/invitation#GEHEIM\n\nFreundliche Grüße\n',
  language: 'de',
  validUntil: new Date(START.getTime() + 7 * 1440 * MINUTE),
  ...given,
});

const rows = () => house.db.selectFrom('mails').selectAll().execute();
const state = async () => (await rows()).map(({ state, tries, last_error_code }) => [state, tries, last_error_code]);
const header = (mail: ReceivedMail | undefined, name: string) =>
  mail?.headers.filter(([known]) => known === name).map(([, value]) => value);

/** The next minute at which the outbox is looked after. */
async function later(minutes: number) {
  house.clock.now = new Date(house.clock.now.getTime() + minutes * MINUTE);
  await tendMails(ctx());
  await house.runJobs();
}

describe('a mail', () => {
  it('arrives as it was written, umlauts and all, with a text part and the headers of a notice', async () => {
    const id = await enqueueMail(ctx(), aMail());
    await house.runJobs();

    const [mail] = server.received;
    expect(mail).toMatchObject({ from: 'talente@kellermatt.example', to: ['ilse@mail.example'] });
    expect(mail?.text).toBe(aMail().text);
    expect(header(mail, 'from')).toEqual(['Jürg Öttinger <talente@kellermatt.example>']);
    expect(header(mail, 'to')).toEqual(['ilse@mail.example']);
    expect(header(mail, 'reply-to')).toEqual(['Jürg Öttinger <juerg@kellermatt.example>']);
    expect(header(mail, 'subject')).toEqual(['Grüße aus Zürich']);
    expect(header(mail, 'message-id')).toEqual([`<${id}@kellermatt.example>`]);
    expect(header(mail, 'content-type')).toEqual(['text/plain; charset=utf-8']);
    expect(header(mail, 'auto-submitted')).toEqual(['auto-generated']);
    expect(mail?.raw.split('\r\n').every((line) => /^[\x20-\x7e\t]*$/.test(line) && line.length <= 998)).toBe(true);
  });

  it('of one person to another says nothing of a program', async () => {
    await enqueueMail(ctx(), aMail({ form: 'letter' }));
    await house.runJobs();

    expect(header(server.received[0], 'auto-submitted')).toEqual([]);
    expect(header(server.received[0], 'x-mailer')).toEqual([]);
  });

  it.each([
    ['CR and LF', 'Mara\r\nBcc: alle@firma.example'],
    ['LF alone', 'Mara\nBcc: alle@firma.example'],
    ['CR alone', 'Mara\rBcc: alle@firma.example'],
    ['an empty line', 'Mara\r\n\r\nEin anderer Text'],
    ['NUL', 'Mara\0\r\nBcc: alle@firma.example'],
    ['line separators of Unicode', 'Mara\u2028\u0085Bcc: alle@firma.example'],
    ['a quoted name', 'Mara" <alle@firma.example>, "Ilse'],
    ['an encoded word', '=?UTF-8?Q?Mara=0D=0ABcc:_alle@firma.example?='],
  ])('keeps its headers and its one recipient when a name holds %s', async (_, name) => {
    await enqueueMail(ctx(), aMail());
    await house.runJobs();
    await enqueueMail(ctx(), aMail({ fromName: name, subject: name, replyTo: { name, address: 'juerg@a.example' } }));
    await house.runJobs();

    const [plain, attacked] = server.received;
    expect(attacked?.headers.map(([known]) => known)).toEqual(plain?.headers.map(([known]) => known));
    expect(attacked?.to).toEqual(['ilse@mail.example']);
    expect(header(attacked, 'reply-to')?.[0]).toMatch(/<juerg@a\.example>$/);
    expect(attacked?.text).toBe(plain?.text);
  });

  it.each([
    'ilse@mail.example, alle@firma.example',
    'Ilse <ilse@mail.example>',
    'ilse@mail.example\r\nRCPT TO:<a@b.example>',
    '',
  ])('goes nowhere when its address is %j', async (to) => {
    await enqueueMail(ctx(), aMail({ to }));
    await house.runJobs();

    expect(server.received).toEqual([]);
    expect(await state()).toEqual([['given_up', 1, 'address_unusable']]);
  });
});

describe('the outbox', () => {
  it('keeps nothing of a mail that was sent: no address, no name, no text', async () => {
    await enqueueMail(ctx(), aMail());
    await house.runJobs();

    const [row] = await rows();
    expect(row).toMatchObject({ state: 'sent', tries: 1, sent_at: START, kind: 'accounts.invitation' });
    expect(JSON.stringify(row)).not.toMatch(/ilse|jürg|juerg|grüße|GEHEIM/i);
  });

  it('shows nobody the link of a mail that waits', async () => {
    await enqueueMail(ctx(), aMail());

    expect(JSON.stringify(await rows())).not.toMatch(/GEHEIM|Guten Tag/);
    expect(JSON.stringify(house.sentJobs)).not.toMatch(/GEHEIM|ilse/);
  });

  it('sends nothing of a change that was rolled back', async () => {
    const rolledBack = inTransaction(ctx(), async (inside) => {
      await enqueueMail(inside, aMail());
      throw new Error('no');
    });

    await expect(rolledBack).rejects.toThrow('no');
    await later(1);
    expect(await rows()).toEqual([]);
    expect(server.received).toEqual([]);
  });

  it('sends one mail once, however many jobs ask for it', async () => {
    const mailId = await enqueueMail(ctx(), aMail());

    await Promise.all([sendMail(ctx(), mailId), sendMail(ctx(), mailId), sendMail(ctx(), mailId)]);
    await later(60);

    expect(server.received).toHaveLength(1);
  });

  it('waits while the server is down, tries again ever more slowly, and then sends once', async () => {
    await server.stop();
    const id = await enqueueMail(ctx(), aMail());

    await expect(house.runJobs()).rejects.toThrow('mail.put_off: unreachable');
    expect(await state()).toEqual([['waiting', 1, 'unreachable']]);
    await later(1);
    expect(await state()).toEqual([['waiting', 1, 'unreachable']]);
    await expect(later(1)).rejects.toThrow('unreachable');
    await later(3);
    await expect(later(1)).rejects.toThrow('unreachable');
    expect(await state()).toEqual([['waiting', 3, 'unreachable']]);
    await server.start();
    await later(8);
    await later(60);

    expect(server.received.map((mail) => header(mail, 'message-id'))).toEqual([[`<${id}@kellermatt.example>`]]);
    expect(await state()).toEqual([['sent', 4, null]]);
  });

  it('gives up after three days and keeps nothing', async () => {
    await server.stop();
    await enqueueMail(ctx(), aMail());
    await expect(house.runJobs()).rejects.toThrow('unreachable');

    await later(3 * 1440);

    await server.start();
    expect(await state()).toEqual([['given_up', 1, 'unreachable']]);
    expect((await rows())[0]).toMatchObject({ to_address: null, text: null, subject: null });
  });

  it('does not send what has lost its sense meanwhile', async () => {
    await enqueueMail(ctx(), aMail({ validUntil: new Date(START.getTime() + MINUTE) }));
    house.sentJobs.length = 0;

    await later(2);

    expect(server.received).toEqual([]);
    expect(await state()).toEqual([['given_up', 0, null]]);
  });

  it('waits when the server is busy, and gives up at once when it refuses', async () => {
    server.mood = 'busy';
    await enqueueMail(ctx(), aMail());
    await expect(house.runJobs()).rejects.toThrow('mail.put_off: refused_451');
    server.mood = 'refuse';
    await later(2);

    expect(await state()).toEqual([['given_up', 2, 'refused_550']]);
    expect(JSON.stringify(await rows())).not.toContain('ilse');
  });

  it('forgets a mail together with the person', async () => {
    const aboutId = newId();
    await enqueueMail(ctx(), aMail({ aboutId }));
    await forgetMailsAbout(ctx(), [aboutId]);
    await house.runJobs();

    expect(server.received).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it('forgets after ninety days that there was a mail', async () => {
    await enqueueMail(ctx(), aMail());
    await house.runJobs();

    await later(91 * 1440);

    expect(await rows()).toEqual([]);
  });
});

describe('a connection that breaks after the text, before the answer', () => {
  it('sends a notice again, with the same Message-ID', async () => {
    server.mood = 'cut';
    const id = await enqueueMail(ctx(), aMail());
    await expect(house.runJobs()).rejects.toThrow('mail.uncertain');
    server.mood = 'accept';

    await later(2);

    expect(await state()).toEqual([['sent', 2, null]]);
    expect(header(server.received[0], 'message-id')).toEqual([`<${id}@kellermatt.example>`]);
  });

  it('never sends a letter again, and lists it as failed', async () => {
    server.mood = 'cut';
    await enqueueMail(ctx(), aMail({ form: 'letter' }));
    await expect(house.runJobs()).rejects.toThrow('mail.uncertain');
    server.mood = 'accept';

    await later(2);
    await later(60);

    expect(server.received).toEqual([]);
    expect(await state()).toEqual([['failed', 1, 'uncertain']]);
    expect(JSON.stringify(await rows())).not.toContain('ilse');
  });
});

describe('a process that dies between handing over and noting', () => {
  /** The server accepts; then nothing more is written, as after `kill -9`. */
  const dyingCtx = (): Ctx => ({
    ...ctx(),
    mailer: {
      close: () => {},
      send: async (mail) => {
        await mailer?.send(mail);
        throw new Error('killed');
      },
    },
  });

  it('sends a notice twice at worst', async () => {
    const mailId = await enqueueMail(ctx(), aMail());
    await expect(sendMail(dyingCtx(), mailId)).rejects.toThrow('killed');

    await later(2);

    expect(server.received).toHaveLength(2);
    expect(new Set(server.received.map((mail) => header(mail, 'message-id')?.[0])).size).toBe(1);
  });

  it('sends a letter once, lists it as failed and keeps nothing of it', async () => {
    const mailId = await enqueueMail(ctx(), aMail({ form: 'letter' }));
    await expect(sendMail(dyingCtx(), mailId)).rejects.toThrow('killed');

    await later(2);
    await later(60);

    expect(server.received).toHaveLength(1);
    expect(await state()).toEqual([['failed', 1, 'uncertain']]);
    expect(JSON.stringify(await rows())).not.toContain('ilse');
  });
});

describe('a letter that the server did not take', () => {
  it('goes out later, for it surely went nowhere before', async () => {
    server.mood = 'busy';
    await enqueueMail(ctx(), aMail({ form: 'letter' }));
    await expect(house.runJobs()).rejects.toThrow('mail.put_off');
    server.mood = 'accept';

    await later(2);

    expect(server.received).toHaveLength(1);
    expect(await state()).toEqual([['sent', 2, null]]);
  });
});

describe('without a mail server', () => {
  it('nothing is enqueued, and what waits from before stays where it is', async () => {
    await enqueueMail(ctx(), aMail());
    house.parts.mailer = undefined;

    await house.runJobs();
    await later(5);

    expect(canSendMail(ctx())).toBe(false);
    await expect(enqueueMail(ctx(), aMail())).rejects.toThrow('no mail server');
    expect(await state()).toEqual([['waiting', 0, null]]);
    expect((await house.parts.db.selectFrom('mails').select('id').execute()).length).toBe(1);
  });
});
