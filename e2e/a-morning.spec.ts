import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import type { Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import { enterInvited } from './support/colleague.ts';
import {
  button,
  choose,
  dialog,
  expectCount,
  expectSays,
  field,
  follow,
  heading,
  link,
  press,
  section,
  write,
} from './support/journey.ts';
import { sampleCompanyForTests } from './support/sample-company-for-tests.ts';

const { newPageAt } = browserForTests();
const { address, asMara } = sampleCompanyForTests({ newPageAt });

const WIDE = { width: 1440, height: 900 };
const BOUTIQUE = 'Zehn für die Leistungselektronik';
const VOLUME = 'Nachwuchs in Kontakt';
const COLLEAGUE = 'Nora Wyss';
const SPECIALISTS = [
  'Katharina Wüthrich',
  'Ayşe Yıldırım-Hoffmann',
  'Anneliese Krähenbühl-Zürcher',
  'Nikolina Đurić',
  'Gioia Ambrosetti',
  'Beat Rüegsegger',
  'Jörg Mühlethaler',
  'Henrike Voß',
  'Anna-Katharina Stöckli',
  'Mara Lindauer',
];

describe('a morning in the sample company', () => {
  it('begins with Today, and the phase changes what it is good for', async () => {
    const page = await asMara(WIDE);
    await page.goto('/');
    await page.waitForURL(/\/today$/);

    await page.goto('/phase');
    await heading(page, 'Phase').waitFor();
    await switchTo(page, 'Pause');

    await expectSays(page.getByRole('navigation', { name: 'Hauptnavigation' }), /^Pause seit/);
    await page.goto('/today');
    await section(page, 'Pause: womit diese Phase hilft').waitFor();
    await expectAccessible(page);
  });

  it('gives a Boutique of ten and a pool from a segment a plan each', async () => {
    const page = await asMara(WIDE);

    await makePool(page, BOUTIQUE, 'Boutique');
    for (const name of SPECIALISTS) await addByHand(page, name);
    await makePool(page, VOLUME, 'Volumen');
    await addSegment(page, /^Nachwuchs/);

    await makePlan(page, BOUTIQUE);
    await expectSays(page, `${SPECIALISTS.length} Menschen`);
    await expectAccessible(page);
    await makePlan(page, VOLUME);
    await page.goto('/care/year');
    await page.getByRole('link', { name: BOUTIQUE }).first().waitFor();
    await page.getByRole('link', { name: VOLUME }).first().waitFor();
    await expectAccessible(page);
  });

  it('is worked through by keyboard alone, and each act takes effect', async () => {
    const page = await asMara(WIDE);
    await enterInvited(await newPageAt(address(), WIDE), page, { name: COLLEAGUE, role: 'recruiter' });
    await page.goto('/today');
    const people = page.getByRole('region', { name: 'Die Menschen für heute' }).getByRole('article');
    await expectCount(people, 5);
    const names = await people.evaluateAll((articles) => articles.map((one) => one.getAttribute('aria-label') ?? ''));
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = names;

    // C: a call with notes, and back once more.
    await page.keyboard.press('c');
    await field(page, /^Was wurde gesagt\?/).waitFor();
    await page.keyboard.type('Das Projekt läuft bis im Frühjahr. Dann gern wieder.');
    await page.keyboard.press('Control+Enter');
    await expectSays(page, `Kontakt mit ${first} festgehalten. Der Rhythmus zählt ab heute neu.`);
    await page.keyboard.press('Control+z');
    await expectSays(page, 'Wieder wie vorher.');
    await page.keyboard.press('1');
    await page.keyboard.press('c');
    await field(page, /^Was wurde gesagt\?/).waitFor();
    await page.keyboard.type('Das Projekt läuft bis im Frühjahr. Dann gern wieder.');
    await page.keyboard.press('Control+Enter');
    await expectSays(folded(page, first), 'Kontakt festgehalten');

    // T: a promise with a day in plain words; D: done.
    await page.keyboard.press('2');
    await page.keyboard.press('t');
    await field(page, 'Was wird versprochen?').waitFor();
    await page.keyboard.type('Anruf wegen des Prüffelds');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nächsten Dienstag');
    await expectSays(page, /^Dienstag, \d+\. \p{L}+, /u);
    await page.keyboard.press('Control+Enter');
    await expectSays(page, 'Versprechen gegeben.');
    await expectSays(section(page, 'Versprechen'), 'Anruf wegen des Prüffelds');
    await page.keyboard.press('d');
    await expectSays(folded(page, second), 'erledigt');

    // W: not now, because …; come back in March.
    await page.keyboard.press('3');
    const pageOfThird = (await link(page, third).first().getAttribute('href')) ?? '';
    await page.keyboard.press('w');
    await tabTo(page, field(page, /^In den Worten der Person/));
    await page.keyboard.type('Bis Februar steckt alles im Umbau.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1. März');
    await page.keyboard.press('Control+Enter');
    await expectSays(folded(page, third), /nicht jetzt, wieder am 1\. März/);

    // S: later; U: to a colleague.
    await page.keyboard.press('4');
    await page.keyboard.press('s');
    await field(page, 'Wann wieder?').waitFor();
    await page.keyboard.type('in 3 Wochen');
    await page.keyboard.press('Enter');
    await expectSays(folded(page, fourth), /^wieder am/);
    await page.keyboard.press('5');
    await page.keyboard.press('u');
    // A list to choose from by typing has to be there before somebody types.
    await field(page, 'An wen?').locator('option', { hasText: COLLEAGUE }).waitFor({ state: 'attached' });
    await page.keyboard.type(COLLEAGUE);
    await page.keyboard.press('Control+Enter');
    await expectSays(folded(page, fifth), 'angeboten, wartet auf Antwort');

    await expectSays(page, /Für heute ist niemand mehr dran\./);
    await expectAccessible(page);
    await follow(page, 'Woche ansehen');
    await heading(page, 'Die nächsten sieben Tage').waitFor();
    await page.goto(pageOfThird);
    await expectSays(section(page, 'Nächster Kontakt'), /^Nicht jetzt, wieder am 1\. März/);
    await expectSays(section(page, 'Nächster Kontakt'), /Bis Februar steckt alles im Umbau\./);
  });

  it('keeps what is typed on the list of colleagues while their names are still on the way', async () => {
    const page = await asMara();
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/api/v1/members', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/today/queue');
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('u');
    const colleagues = field(page, 'An wen?');
    await colleagues.locator('option', { hasText: 'Die Namen kommen gleich' }).waitFor({ state: 'attached' });

    await page.keyboard.type('Luk');
    letThrough();

    await colleagues.locator('option:checked', { hasText: 'Lukas Obrist' }).waitFor({ state: 'attached' });
    expect(await field(page, 'Worte zur Einführung').inputValue()).toContain('Lukas Obrist');
  });

  it('hands the relationships of an owner to a colleague who accepts them', async () => {
    const page = await asMara(WIDE);
    const nora = await newPageAt(address(), WIDE);
    await enterInvited(nora, page, { name: 'Jana Frei', role: 'recruiter' });

    await page.goto('/care/handovers?act=offer');
    await choose(page, 'Von wem?', 'Lukas Obrist');
    await choose(page, 'An wen?', 'Jana Frei');
    expect(await field(page, 'Worte zur Einführung').inputValue()).toContain('mein Name ist Jana Frei');
    await press(page, /Beziehungen anbieten$/);
    await heading(page, 'Lukas Obrist an Jana Frei').waitFor();
    await expectAccessible(page);

    await nora.goto('/today');
    await nora.getByRole('link', { name: /^Übergabe annehmen/ }).click();
    await follow(nora, 'Lukas Obrist an Jana Frei');
    await press(nora, /Beziehungen annehmen$/);
    await expectSays(nora, /^Angenommen am/);
    await nora.locator('main').getByRole('listitem').getByRole('link').first().click();
    await heading(nora, /./).first().waitFor();

    await expectSays(nora, 'Jana Frei');
    await page.reload();
    await expectSays(page, /^Angenommen am/);
    await expect.poll(() => button(page, 'Angebot zurückziehen').count()).toBe(0);
  });
});

/** Somebody who was dealt with, on one line. */
const folded = (page: Page, name: string) =>
  page.getByRole('article', { name, exact: true }).filter({ has: page.getByRole('button', { name: 'Rückgängig' }) });

/** Puts a phase in force, unless it is already. */
async function switchTo(page: Page, phase: 'Pause'): Promise<void> {
  await press(page, /^Phase (umstellen|benennen)$/);
  const question = dialog(page, /^Welche Phase gilt/);
  const radio = question.getByRole('radio', { name: new RegExp(`^${phase}`) });
  if (await radio.isChecked()) {
    await press(question, `Bei ${phase} bleiben`);
    return;
  }
  await radio.check();
  await press(question, `Auf ${phase} umstellen`);
  await expectSays(page, new RegExp(`^Es gilt ${phase} seit`));
}

async function makePool(page: Page, name: string, mode: 'Boutique' | 'Volumen'): Promise<void> {
  await page.goto('/pools/new');
  await write(page, 'Name', name);
  await page.getByRole('radio', { name: new RegExp(`^${mode}`) }).check();
  await press(page, 'Pool anlegen');
  await page.waitForURL(/\/pools\/[0-9a-f-]{36}$/);
}

async function addByHand(page: Page, name: string): Promise<void> {
  await button(page, /^Aufnehmen/)
    .first()
    .click();
  await page.getByRole('combobox', { name: 'Mensch suchen' }).fill(name);
  await page
    .getByRole('listbox', { name: 'Mensch suchen' })
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
  await write(page, 'Warum gerade dieser Mensch?', 'Kennt Umrichter vom Prüfstand bis zur Maschine.');
  await lookedAfter(page);
  await press(page, '1 Mensch aufnehmen');
  await expectCount(page.getByRole('complementary', { name: 'Wen aufnehmen?' }), 0);
}

/** In a Boutique everybody has an owner and a deputy; who lacks one gets them here. */
async function lookedAfter(page: Page): Promise<void> {
  for (const label of ['Zuständig', 'Vertretung']) {
    const select = field(page, label);
    await select.waitFor();
    if ((await select.inputValue()) === '') await select.selectOption({ index: 1 });
  }
}

async function addSegment(page: Page, name: RegExp): Promise<void> {
  await button(page, /^Aufnehmen/)
    .first()
    .click();
  await choose(page, 'Oder alle aus einem Segment', name);
  await press(page, /Menschen aufnehmen$/);
  await expectSays(page, /Menschen sind jetzt in/);
}

async function makePlan(page: Page, pool: string): Promise<void> {
  await page.goto('/care?act=add');
  await choose(page, 'Für wen?', pool);
  await expectSays(section(page, 'Was der Plan bedeutet'), /Kontakte in der Woche$/);
  await press(page, 'Plan starten');
  await expectSays(page, `„${pool}“ läuft.`);
  await heading(page, pool).waitFor();
}

/** Walks by Tab as far as this field. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not lead there.');
}
