import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailServerForTests, ReceivedMail } from '../src/ground/testing/mail-server.ts';
import { mailServerForTests } from '../src/ground/testing/mail-server.ts';
import { imapServerForTests, imapServerMissing } from '../src/testing/imap-server.ts';
import { expectAccessible } from './support/accessible.ts';
import type { Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import { enterInvited } from './support/colleague.ts';
import { choose, dialog, expectCount, expectSays, heading, press, section, table, write } from './support/journey.ts';
import { addBlock, readAs, showOnlyTo, writeWords } from './support/letter-editor.ts';
import { answerTo, bounceOf, leaveLinkOf } from './support/mail-back.ts';
import { plantManyReaders, readsAbout } from './support/many-readers.ts';
import { sampleCompanyForTests } from './support/sample-company-for-tests.ts';

const { newPageAt } = browserForTests();

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const READERS = 2000;
const POOL = 'Young Professionals';
const TOPIC = 'Technik';
const LETTER = 'Vier Quartale, drei Fragen';
const COLLEAGUE = 'Nora Wyss';
/** Mail boxes are read every two minutes. */
const UNTIL_READ_MS = 150_000;

const PARTS = [
  { tag: 'Technik', de: 'Der Prüfstand misst bis 400 kW.', en: 'The test bench measures up to 400 kW.' },
  { tag: 'Marketing', de: 'Die neue Messe heißt Antrieb 27.', en: 'The new fair is called Drive 27.' },
  { tag: 'Finanzen', de: 'Der Umsatz stieg um vier Prozent.', en: 'Turnover rose by four per cent.' },
] as const;

const missing = imapServerMissing();

describe.skipIf(missing !== undefined && !process.env.CI)('the quarterly letter', () => {
  let mail: MailServerForTests;
  let imap: Awaited<ReturnType<typeof imapServerForTests>>;
  let address: string;

  beforeAll(async () => {
    mail = await mailServerForTests();
    imap = await imapServerForTests();
  });
  const { product, asMara } = sampleCompanyForTests({ newPageAt }, { env: () => ({ SMTP_URL: mail.url }) });
  beforeAll(() => plantManyReaders({ dataDir: product().dataDir, pool: POOL, topic: TOPIC, count: READERS }));
  afterAll(async () => {
    await imap?.remove();
    await mail?.stop();
  });

  async function openLetter(page: Page, part: '' | '/send' | '/result'): Promise<void> {
    await page.goto(`${address}${part}`);
    await heading(page, { '': LETTER, '/send': 'Senden', '/result': 'Ergebnis' }[part]).waitFor();
  }

  it('has a sender whose bounces and answers are read', async () => {
    const page = await asMara(WIDE);
    await page.goto('/campaigns/senders');
    await press(page, 'Postfach hinzufügen');
    const { port } = new URL(imap.url);
    await write(page, 'Bezeichnung', 'Rückläufer');
    await write(page, 'Mailserver', '127.0.0.1');
    await write(page, /^Port/, port);
    await choose(page, 'Verschlüsselung', 'STARTTLS');
    await write(page, 'Konto', 'ilse');
    await write(page, 'Passwort', 'geheim');
    await press(page, 'Postfach speichern');
    await expectSays(page, 'Rückläufer wird ab jetzt gelesen.');

    await press(page, 'Bearbeiten');
    await choose(page, 'Postfach', 'Rückläufer');
    await write(page, 'Verbindungen zugleich', '4');
    await press(page, 'Speichern');

    await expectSays(page, 'Kellermatt Talente ist gespeichert.');
    await expectAccessible(page);
  });

  it('is written once, with a part for each field in both languages', async () => {
    const page = await asMara(WIDE);
    await page.goto('/campaigns/new');
    await write(page, 'Name', LETTER);
    await choose(page, 'Thema', TOPIC);
    await choose(page, /^Empfängerkreis/, POOL);
    await press(page, 'Brief beginnen');
    await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
    address = new URL(page.url()).pathname;

    await press(page, 'Nebeneinander');
    await writeWords(page, page, 'Betreff', { de: 'Neues aus Koblenz', en: 'News from Koblenz' });
    const head = await addBlock(page, 'Überschrift');
    await writeWords(head, page, 'Überschrift', { de: 'Ein Quartal in drei Absätzen', en: 'A quarter in three parts' });
    for (const { tag, de, en } of PARTS) {
      const block = await addBlock(page, 'Text');
      await writeWords(block, page, 'Text', { de, en });
      await showOnlyTo(page, block, tag);
    }

    await expectSays(page, /^Gespeichert/);
    await expectAccessible(page);
  });

  it('shows what three people would read', async () => {
    const page = await asMara(WIDE);
    await openLetter(page, '');

    for (const number of [1, 3, 7]) {
      await readAs(page, `Ilse ${number} Aebischer`);
      const seen = page.frameLocator('iframe').first().locator('body');
      const part = PARTS.find(({ tag }) => tag === readsAbout(number));
      const others = PARTS.filter(({ tag }) => tag !== readsAbout(number));
      const language = number % 3 === 0 ? 'en' : 'de';
      await seen.getByText(part?.[language] ?? '').waitFor();
      for (const other of others) await expectCount(seen.getByText(other[language]), 0);
    }
  });

  it('is read by a second person before it goes to so many', async () => {
    const page = await asMara(WIDE);
    await openLetter(page, '/send');
    await choose(page, 'Absender', 'Kellermatt Talente');
    await expectSays(page.getByRole('complementary'), 'talente@kellermatt.example');
    await write(page, /^Worauf soll geachtet werden\?/, 'Stimmen die Zahlen?');
    await press(page, 'Zur Freigabe geben');
    await expectSays(page, 'Der Brief wartet auf die Freigabe.');
    await expectAccessible(page);

    const colleague = await newPageAt(product().baseUrl, WIDE);
    await enterInvited(colleague, page, { name: COLLEAGUE, role: 'recruiter' });
    await openLetter(colleague, '/send');
    await expectSays(colleague, /^Ab \d+ Menschen gibt jemand anderes frei/);
    await press(colleague, 'Freigeben');
    await expectSays(colleague, 'Fassung 1 ist freigegeben.');
  });

  it('goes to all of them, although the mail server breaks in the middle', async () => {
    const page = await asMara(WIDE);
    await openLetter(page, '/send');
    await press(page, 'Versand festlegen');
    const question = dialog(page, /^Den Brief an 2.\d{3} Menschen senden\?$/);
    await expectSays(question, /in 2 Sprachen, ab sofort/);
    await press(question, 'Jetzt senden');

    await expect.poll(() => mail.received.length, { timeout: 120_000, interval: 20 }).toBeGreaterThan(300);
    mail.mood = 'cut';
    await expectSays(page, 'Der Mailserver nimmt nichts mehr an.', 120_000);
    const before = mail.received.length;
    expect(before).toBeLessThan(READERS);
    await expectAccessible(page);

    mail.mood = 'accept';
    await press(page, 'Weiter versenden');
    await expectSays(page, /war der letzte Brief hinaus/, 120_000);

    const addresses = quarterly().map(({ to: [one] }) => one);
    expect(new Set(addresses).size).toBe(addresses.length);
    await table(page, 'Ungewiss').waitFor();
    const uncertain = await table(page, 'Ungewiss').getByRole('row').count();
    // One row is the head; who is listed got nothing, and nobody else is missing.
    expect(READERS - planted().length).toBeLessThanOrEqual(uncertain - 1);
  });

  it('says to each what concerns them, and to nobody anything else', () => {
    for (const one of planted().slice(0, 200)) {
      const number = Number(/^ilse(\d+)-/.exec(one.to[0] ?? '')?.[1]);
      const language = number % 3 === 0 ? 'en' : 'de';
      const words = one.raw.replaceAll('=\r\n', '');
      for (const part of PARTS) expect(words.includes(quoted(part[language]))).toBe(part.tag === readsAbout(number));
    }
  });

  it('hears of a dead address and of an answer', async () => {
    const [dead, answering] = planted();
    if (!dead || !answering) throw new Error('nobody got the letter');
    imap.deliver(bounceOf(dead));
    imap.deliver(answerTo(answering, 'Danke, den Rundgang nehme ich gern.'));

    const page = await asMara(WIDE);
    await page.goto('/campaigns/senders');
    await press(page, 'Jetzt lesen');
    await expectSays(page, 'Die Postfächer werden jetzt gelesen.');
    await openLetter(page, '/result');
    await expect
      .poll(
        async () => {
          await page.reload();
          await section(page, 'Wer geantwortet hat').waitFor();
          return table(page, 'Wer geantwortet hat').count();
        },
        { timeout: UNTIL_READ_MS, interval: 4000 },
      )
      .toBe(1);

    await expectSays(table(page, 'Wer geantwortet hat'), nameOf(answering));
  });

  it('is left by a reader on a phone with one press', async () => {
    const leaving = planted().at(-1);
    if (!leaving) throw new Error('nobody got the letter');
    const link = new URL(leaveLinkOf(leaving));
    const page = await newPageAt(product().baseUrl, { ...PHONE, theme: 'dark' });

    await page.goto(`${product().baseUrl}${link.pathname}`);
    await expectAccessible(page);
    await page.getByRole('button').click();

    await page.getByRole('heading', { name: /^(Abgemeldet|Unsubscribed)$/ }).waitFor();
    await expectAccessible(page);
  });

  it('ends on a page that says what came of it, and what is not measured', async () => {
    const page = await asMara(WIDE);
    await openLetter(page, '/result');

    const figures = section(page, 'Was daraus wurde');
    for (const [name, count] of Object.entries({ Beantwortet: 1, Abgemeldet: 1, 'Adresse gibt es nicht': 1 }))
      await figures
        .locator('div')
        .filter({ has: page.getByText(name, { exact: true }) })
        .getByText(String(count), { exact: true })
        .waitFor();
    for (const language of ['Deutsch', 'Englisch'])
      await table(page, 'Nach Sprache').getByRole('columnheader', { name: language }).waitFor();
    await expectSays(section(page, 'Wer nichts bekam'), 'nie zu diesem Thema gefragt');
    await section(page, 'Was nicht gemessen wird').waitFor();
    await expectAccessible(page);
  });

  const quarterly = (): ReceivedMail[] =>
    mail.received.filter(({ headers }) =>
      headers.some(([name, value]) => name === 'subject' && /^(Neues aus|News from) Koblenz$/.test(value)),
    );
  const planted = () => quarterly().filter(({ to: [one] }) => /^ilse\d+-/.test(one ?? ''));
});

const nameOf = (mail: ReceivedMail): string => `Ilse ${/^ilse(\d+)-/.exec(mail.to[0] ?? '')?.[1]} Aebischer`;

/** As it stands in quoted-printable, where no line is broken. */
const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('');
