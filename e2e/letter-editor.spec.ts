import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { browserForTests } from './support/browser.ts';
import { button, expectCount, expectSays, press, region } from './support/journey.ts';
import { sampleCompanyForTests } from './support/sample-company-for-tests.ts';

const { asMara } = sampleCompanyForTests(browserForTests());

async function beginLetter(page: Page, name: string, template: RegExp): Promise<void> {
  await page.goto('/campaigns/new');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  const topic = page.getByRole('combobox', { name: 'Thema' });
  await topic.getByRole('option').nth(1).waitFor({ state: 'attached' });
  await topic.selectOption({ index: 1 });
  await page.getByRole('combobox', { name: /Empfängerkreis/ }).selectOption({ index: 1 });
  await page.getByRole('radio', { name: template }).check();
  await press(page, 'Brief beginnen');
  await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
  await button(page, /Baustein hinzufügen/).waitFor();
}

const blocks = (page: Page) => page.getByRole('list', { name: 'Bausteine des Briefs' }).locator('> li');
const inHand = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const preview = (page: Page) => page.frameLocator('iframe[title^="Vorschau des Briefs"]');

/** Writes where a person would: presses on the words, and waits until the cursor blinks there. */
async function writeIn(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).first().click();
  await page.locator('[contenteditable="true"]:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}

const untilSaved = (page: Page) => page.getByText(/^Gespeichert \d/).waitFor();

describe('the letter that is written', () => {
  it('grows by the keyboard, saves itself, and is read beside it as it is written', async () => {
    const page = await asMara({ width: 1440, height: 900 });
    await beginLetter(page, 'Mit der Tastatur', /^Leer/);
    await expectSays(page, 'Noch steht nichts im Brief');

    await writeIn(page, 'Betreff', 'Neues aus der Halle');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('über');
    await page.keyboard.press('Enter');
    await page.locator('[contenteditable="true"]:focus').waitFor();
    await page.keyboard.type('Wir ziehen um');
    await page.keyboard.press('Enter');
    await expectCount(blocks(page), 2);
    await page.locator('[role="textbox"][aria-multiline="true"]:focus').waitFor();
    await page.keyboard.type('Im März.');
    await expectSays(page, 'Wir ziehen um');
    await preview(page).getByText('Im März.').waitFor();
    await untilSaved(page);

    await page.keyboard.press('Escape');
    expect(await inHand(page)).toMatch(/^Text, 2 von 2/);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => inHand(page)).toMatch(/^Text, 1 von 2/);
    await page.keyboard.press('ArrowDown');
    expect(await inHand(page)).toMatch(/^Überschrift, 2 von 2/);
    await page.keyboard.press('Delete');
    await expectCount(blocks(page), 1);
    await page.keyboard.press('ControlOrMeta+z');
    await expectCount(blocks(page), 2);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => blocks(page).first().getAttribute('aria-label')).toMatch(/^Überschrift/);
    await expectAccessible(page);

    await untilSaved(page);
    await page.reload();
    await expectCount(blocks(page), 2);
    expect(await blocks(page).first().innerText()).toContain('Wir ziehen um');
  });

  it('takes typed words back as one step and gives them again', async () => {
    const page = await asMara({ width: 1440, height: 900 });
    await beginLetter(page, 'Einen Schritt zurück', /^Vierteljahresbrief/);
    const before = await blocks(page).first().innerText();

    await writeIn(page, 'Überschrift', 'Ganz andere Worte');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => blocks(page).first().innerText()).toContain(before.split('\n')[0]);
    await page.keyboard.press('ControlOrMeta+y');

    await expect.poll(() => blocks(page).first().innerText()).toContain('Ganz andere Worte');
  });

  it('shows each reader what is theirs, and a finding leads to its place', async () => {
    const page = await asMara({ width: 1440, height: 900 });
    await beginLetter(page, 'Mit anderen Augen', /^Vierteljahresbrief/);

    await blocks(page).nth(2).getByRole('button', { name: 'Ändern' }).click();
    await expectSays(page, 'Wer diesen Baustein sieht');
    await press(page, 'Allen zeigen');
    await expect.poll(() => inHand(page)).toMatch(/^Überschrift, 3 von/);
    await expectSays(page, 'Alle sehen diesen Baustein.');

    await page.getByRole('combobox', { name: 'Gelesen mit den Augen von' }).click();
    await page.getByRole('option', { name: 'Alle Bausteine, Englisch' }).click();
    await preview(page).getByText('[What engineering is working on]').waitFor();
    await press(page, 'Telefon');
    await press(page, 'Dunkel');
    const paper = preview(page).locator('body');
    await expect.poll(() => paper.evaluate(() => innerWidth)).toBe(390);
    expect(await paper.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');

    await press(page, /^Hinweise/);
    await region(page, 'Hinweise').getByRole('listitem').first().getByRole('button').click();
    expect(await inHand(page)).toMatch(/von \d+/);
    await expectAccessible(page);
  });

  it('never overwrites what somebody else saved meanwhile', async () => {
    const page = await asMara({ width: 1440, height: 900 });
    await beginLetter(page, 'Zwei auf einmal', /^Leer/);
    await writeIn(page, 'Betreff', 'Von mir');
    await untilSaved(page);
    await saveElsewhere(page, 'Von jemand anderem');

    await writeIn(page, 'Betreff', 'Noch einmal von mir');
    await expectSays(page, 'Welche Fassung gilt?');
    await press(page, 'Die andere übernehmen');

    await expect.poll(() => page.getByRole('textbox', { name: 'Betreff' }).innerText()).toContain('Von jemand anderem');
    await page.keyboard.press('ControlOrMeta+z');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Betreff' }).innerText())
      .toContain('Noch einmal von mir');
  });

  it('lets blocks be dragged by their handle', async () => {
    const page = await asMara({ width: 1440, height: 900 });
    await beginLetter(page, 'Mit der Hand', /^Einladung/);
    const first = await blocks(page).first().getAttribute('id');

    await blocks(page).first().hover();
    const handle = blocks(page)
      .first()
      .getByRole('button', { name: /oder ziehen$/ });
    const target = await blocks(page).nth(1).boundingBox();
    await handle.dragTo(blocks(page).nth(1), { targetPosition: { x: 200, y: (target?.height ?? 0) - 8 } });

    await expect.poll(() => blocks(page).nth(1).getAttribute('id')).toBe(first);
  });

  it('can be written on a phone', async () => {
    const page = await asMara({ width: 390, height: 844 });
    await beginLetter(page, 'Unterwegs', /^Gruß an Ehemalige/);

    await writeIn(page, 'Überschrift', 'Von unterwegs');
    await press(page, 'Vorschau und Hinweise');
    await preview(page).getByText('Von unterwegs').waitFor();

    await expectAccessible(page);
  });
});

/** As a colleague in another window would. */
async function saveElsewhere(page: Page, subject: string): Promise<void> {
  const status = await page.evaluate(async (subject) => {
    const address = `/api/v1${location.pathname}`;
    const { version, letter } = (await (await fetch(address)).json()) as { version: number; letter: object };
    const words = { de: { formal: [{ kind: 'words', text: subject }] } };
    const headers = { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' };
    const body = JSON.stringify({ version, letter: { ...letter, subject: words } });
    return (await fetch(`${address}/letter`, { method: 'PUT', headers, body })).status;
  }, subject);
  expect(status).toBe(200);
}
