import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanguageModelServerForTests } from '../src/ground/testing/language-model-server.ts';
import { languageModelServerForTests } from '../src/ground/testing/language-model-server.ts';
import type { MailServerForTests } from '../src/ground/testing/mail-server.ts';
import { mailServerForTests } from '../src/ground/testing/mail-server.ts';
import { expectAccessible } from './support/accessible.ts';
import { browserForTests } from './support/browser.ts';
import {
  button,
  choose,
  dialog,
  expectSays,
  field,
  follow,
  heading,
  press,
  region,
  section,
  write,
} from './support/journey.ts';
import { addBlock } from './support/letter-editor.ts';
import { sampleCompanyForTests } from './support/sample-company-for-tests.ts';

const { newPageAt } = browserForTests();

const WIDE = { width: 1440, height: 900 };
const WRITTEN = 'Am Prüfstand in Winterthur misst jetzt ein Umrichter, den Sie mit entworfen haben.';
const DRAFTED = 'Der neue Umrichter verliert halb so viel Wärme.';
/** A letter leaves ten seconds after it was sent. */
const UNTIL_GONE_MS = 30_000;

let mail: MailServerForTests;
let model: LanguageModelServerForTests;

beforeAll(async () => {
  mail = await mailServerForTests();
  model = await languageModelServerForTests();
  model.words = JSON.stringify({ text: DRAFTED });
});
afterAll(async () => {
  await model?.stop();
  await mail?.stop();
});

const { asMara: openAsMara } = sampleCompanyForTests(
  { newPageAt },
  { env: () => ({ SMTP_URL: mail.url, MODEL_ADDRESSES: model.baseUrl }) },
);
const asMara = (look = WIDE) => openAsMara(look);

const blocks = (page: Page) => page.getByRole('list', { name: 'Bausteine des Briefs' }).locator('> li');
const preview = (page: Page) => page.frameLocator('iframe[title^="Vorschau des Briefs"]');
const untilSaved = (page: Page) => page.getByText(/^Gespeichert \d/).waitFor();

async function openLetter(page: Page, name: string): Promise<void> {
  await page.goto('/campaigns');
  await follow(page, name);
  await button(page, /Baustein hinzufügen/).waitFor();
}

/** As a file that is drawn from a folder onto the place. */
async function drop(page: Page, onto: Locator, png: Buffer): Promise<void> {
  const dataTransfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'halle.png', { type: 'image/png' }));
    return transfer;
  }, png.toString('base64'));
  await onto.dispatchEvent('dragover', { dataTransfer });
  await onto.dispatchEvent('drop', { dataTransfer });
}

describe('a letter from one person to another', () => {
  it('is written below the greeting, called back, sent, and then stands in the history', async () => {
    const page = await asMara();
    await page.goto('/talents?q=Krähenbühl-Zürcher');
    await page.getByRole('row', { name: /Krähenbühl-Zürcher/ }).waitFor();
    const { items } = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/talents?q=Kr%C3%A4henb%C3%BChl-Z%C3%BCrcher');
      return (await answer.json()) as { items: { id: string }[] };
    });
    await page.goto(`/talents/${items[0]?.id}`);
    await follow(page, /^Brief schreiben/);
    await heading(page, /^Brief an .*Krähenbühl-Zürcher$/).waitFor();
    await press(page, /^Senden/);
    await expectSays(page, 'Der Betreff fehlt.');

    await write(page, 'Betreff', 'Ihr Umrichter läuft');
    const text = field(page, 'Brief');
    const beginning = await text.inputValue();
    await text.fill(beginning.replace('\n\n\n\n', `\n\n${WRITTEN}\n\n`));
    await expectAccessible(page);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expectSays(page, /geht in zehn Sekunden hinaus/);
    await press(page, /^Rückgängig/);
    await heading(page, /^Brief an /).waitFor();
    expect(await field(page, 'Brief').inputValue()).toContain(WRITTEN);
    expect(mail.received).toEqual([]);

    await press(page, /^Senden/);
    await expectSays(page, /ist unterwegs\./, UNTIL_GONE_MS);
    await expect.poll(() => mail.received.length, { timeout: UNTIL_GONE_MS }).toBe(1);
    const [sent] = mail.received;
    expect(sent?.headers.find(([name]) => name === 'from')?.[1]).toContain('Mara Steinegger');
    expect(sent?.headers.some(([name]) => name === 'list-unsubscribe')).toBe(false);
    await expect
      .poll(
        async () => {
          await page.reload();
          const words = page.getByText(WRITTEN).first();
          return words.waitFor({ timeout: 5000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: UNTIL_GONE_MS, interval: 1000 },
      )
      .toBe(true);
  });
});

describe('a letter to many', () => {
  it('goes on with an earlier version, and keeps the one before', async () => {
    const page = await asMara();
    await page.goto('/campaigns');
    await follow(page, 'Technikabend im Labor');
    await press(page, 'Zurückholen und weiterschreiben');
    await expectSays(page, 'Der Brief lässt sich wieder bearbeiten.');
    await openLetter(page, 'Technikabend im Labor');
    const subject = page.getByRole('textbox', { name: 'Betreff' });
    const before = await subject.innerText();
    await subject.click();
    await page.locator('[contenteditable="true"]:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Ganz anders');
    await untilSaved(page);

    await press(page, 'Fassungen');
    const first = region(page, 'Fassungen').getByRole('listitem').filter({ hasText: 'Fassung 1' });
    await press(first, 'Damit weiterschreiben');

    await expectSays(page, /^Weiter mit Fassung 1\./);
    await expect.poll(() => subject.innerText()).toBe(before);
    await expectSays(region(page, 'Fassungen'), /Ganz anders/);
    await page.reload();
    await expect.poll(() => subject.innerText(), { timeout: 20_000 }).toBe(before);
  });

  it('takes a picture that is dropped onto it', async () => {
    const page = await asMara();
    await openLetter(page, 'Winterbrief');
    const png = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 160 } });
    const picture = await addBlock(page, 'Bild');
    await expectSays(picture, 'oder hier ablegen, oder einfügen');

    await drop(page, button(picture, 'Bild wählen'), png);
    await picture.locator('img').waitFor();
    await write(picture, 'Bildbeschreibung', 'Die Halle am Morgen');
    await untilSaved(page);

    await preview(page).getByRole('img', { name: 'Die Halle am Morgen' }).waitFor();
    expect(await picture.locator('img').evaluate((img: HTMLImageElement) => [img.naturalWidth, img.alt])).toEqual([
      320,
      'Die Halle am Morgen',
    ]);
    await expectAccessible(page);
    await press(picture, 'Bild entfernen');
    await expectSays(picture, 'oder hier ablegen, oder einfügen');
  });

  it('gets words of a language model only when somebody takes them over', async () => {
    const page = await asMara();
    await page.goto('/campaigns/settings');
    await page.getByRole('switch', { name: /^Hilfe beim Schreiben einschalten/ }).check();
    await choose(page, 'Adresse', model.baseUrl);
    await write(page, 'Modell', 'mistral-small');
    await press(page, 'Speichern');
    await expectSays(page, 'Die Einstellungen sind gespeichert.');

    await openLetter(page, 'Winterbrief');
    const count = await blocks(page).count();
    await press(page, 'Entwurfshilfe');
    await write(page, 'Worum es gehen soll', 'Der neue Umrichter');
    await press(page, 'Entwurf vorbereiten lassen');
    const help = region(page, 'Entwurfshilfe');
    await expectSays(help, DRAFTED);
    expect(await blocks(page).filter({ hasText: DRAFTED }).count()).toBe(0);
    await expectAccessible(page);
    await press(help, 'Übernehmen');

    await blocks(page).filter({ hasText: DRAFTED }).waitFor();
    await untilSaved(page);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => blocks(page).filter({ hasText: DRAFTED }).count()).toBe(0);
    expect(await blocks(page).count()).toBe(count);
  });
});

describe('the palette', () => {
  it('finds what the rooms have under a name, and leads there', async () => {
    const page = await asMara();
    await page.goto('/campaigns');
    await heading(page, 'Kampagnen').waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    const palette = dialog(page, 'Suchen oder tun');
    const query = palette.getByRole('combobox');

    await query.fill('young');
    await palette.getByRole('option', { name: /^Young Professionals\s*Pool$/ }).waitFor();
    await query.fill('umrichter');
    await palette.getByRole('option', { name: /^Siliziumkarbid im 250-kW-Umrichter.*Artikel$/ }).waitFor();
    await query.fill('herbst');
    await palette.getByRole('option', { name: /^Herbstbrief: wo wir stehen\s*Brief$/ }).click();

    await heading(page, 'Ergebnis').waitFor();
    await section(page, 'Was daraus wurde').waitFor();
  });
});
