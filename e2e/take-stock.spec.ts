import { describe, expect, it, onTestFinished } from 'vitest';
import { openRunFolder } from '../scripts/testing/run-folder.ts';
import { expectAccessible } from './support/accessible.ts';
import type { Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import {
  button,
  choose,
  dialog,
  expectCount,
  expectNoSidewaysScroll,
  expectSays,
  heading,
  link,
  press,
  region,
  row,
  section,
  write,
} from './support/journey.ts';
import { startProduct } from './support/product.ts';
import { dropFile, numberBeside, sampleOfToday, setUpByHand } from './support/taking-stock.ts';

const { newPageAt } = browserForTests();

const CONSENT = 'Ich bin einverstanden, dass meine Angaben im Talentpool bleiben und ich von Ihnen höre.';

/** For one test. */
async function anEmptyProduct(): Promise<string> {
  const folder = openRunFolder();
  const product = await startProduct({ folder: folder.path });
  onTestFinished(async () => {
    await product.stop();
    await folder.close();
  });
  return product.baseUrl;
}

describe('taking stock', () => {
  it('takes a newcomer from an empty installation over an export and its duplicates to the first three steps, and back', async () => {
    const page = await newPageAt(await anEmptyProduct());

    await setUp(page);
    await dropExport(page);
    await answerColumns(page);
    const forecast = await dryRun(page);
    await takeOver(page, forecast);
    await resolveDuplicates(page);
    await separateOne(page);
    await seeClosingPage(page, forecast);
    await findSilverMedalist(page);
    await undoImport(page, forecast);
  });
});

describe('taking stock in English', () => {
  it('leads on a phone from the set-up over the dry run to the last pair', async () => {
    const page = await newPageAt(await anEmptyProduct(), { language: 'en', theme: 'dark', width: 390 });

    await mendOneMistake(page);
    await setUpByHand(page, IN_ENGLISH);
    await page.goto('/inventory');
    await expectSays(page, /^Nobody is here yet\./);
    await dropFile(page, sampleOfToday());
    await heading(page, /of 21 columns recognised$/).waitFor();
    await press(page, 'That is right');
    await choose(page, 'Which text was agreed to in “Pool OK?”?', 'Record another text …');
    await write(page, 'Text that was agreed to', CONSENT);
    await press(page, 'Record the text');
    await press(page, 'Start the dry run');
    await heading(page, '60 rows read, 21 of 21 columns recognised').waitFor();
    await button(page, /^Import 46 people, put \d+ on hold$/).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await press(page, /^Import 46 people/);
    await link(page, 'Review 3 pairs').click();
    await decideAllPairs(page);
  });
});

/** What was missing is no longer called missing as soon as it is there. */
async function mendOneMistake(page: Page) {
  await page.goto('/');
  await press(page, IN_ENGLISH.begin);
  const company = page.getByRole('textbox', { name: IN_ENGLISH.company });
  await expect.poll(() => company.getAttribute('aria-invalid')).toBe('true');
  await company.fill('Kellermatt');
  await expect.poll(() => company.getAttribute('aria-invalid')).toBe(null);
}

/** One pair after the other, without waiting for the toast of the one before: it must not lie on the buttons. */
async function decideAllPairs(page: Page) {
  const pair = region(page, /^Maybe the same person/);
  await press(pair, 'Merge');
  await expectSays(pair, '1 of 2');
  await button(pair, 'Two people').click({ timeout: 5000 });
  await expectSays(pair, '1 of 1');
  await button(pair, 'Merge').click({ timeout: 5000 });
  await expectSays(page, 'Nobody is here twice, as far as one can see.');
}

const IN_ENGLISH = {
  language: 'English',
  company: 'Company name',
  country: 'Switzerland',
  name: 'Name',
  email: 'E-mail address',
  password: 'Password',
  begin: 'Set up and begin',
};

async function setUp(page: Page) {
  await page.goto('/');
  await heading(page, 'Willkommen').waitFor();
  await expectAccessible(page);
  await setUpByHand(page, {
    language: 'Deutsch (Schweiz)',
    company: 'Name der Firma',
    country: 'Schweiz',
    name: 'Name',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    begin: 'Einrichten und beginnen',
  });
  await expectSays(page, 'Noch niemand hier. Eine Datei ablegen, dann weiss Heute bald, wer dran ist.');
  await expectAccessible(page);
}

async function dropExport(page: Page) {
  await link(page, 'Inventur').click();
  await expectSays(page, /^Noch ist niemand hier\./);
  await expectAccessible(page);
  await dropFile(page, sampleOfToday());
  await heading(page, /von 21 Spalten erkannt$/).waitFor();
  await expectSays(page, /^Semikolon, Windows-1252, Datum als TT\.MM\.JJJJ/);
}

async function answerColumns(page: Page) {
  await row(page, /^Geburtsdatum .*nur zum Vergleichen/).waitFor();
  await row(page, /^Lohn bisher .*wird nicht übernommen/).waitFor();
  await button(page, '10 weitere Spalten, alle sicher').waitFor();
  await button(row(page, /^Ber\. 2 .*vermutet/), 'Stimmt').click();
  await button(page, '11 weitere Spalten, alle sicher').waitFor();

  await press(page, 'Eine Spalte braucht eine Antwort');
  const question = 'Welchem Text wurde in «Pool OK?» zugestimmt?';
  await choose(page, question, 'Anderen Text erfassen …');
  await expectAccessible(page);
  await write(page, 'Text, dem zugestimmt wurde', CONSENT);
  await press(page, 'Text erfassen');

  await heading(page, /^21 von 21 Spalten erkannt$/).waitFor();
  await expectSays(region(page, 'Auf welcher Grundlage?'), 'Einwilligung');
  await expectAccessible(page);
}

interface Forecast {
  /** New people, those who may be here already included. */
  people: number;
  held: number;
  rejected: number;
}

async function dryRun(page: Page): Promise<Forecast> {
  await press(page, 'Probelauf starten');
  await heading(page, /^60 Zeilen gelesen, 21 von 21 Spalten erkannt$/).waitFor();
  const forecast = {
    people: await numberBeside(page, 'neu'),
    held: await numberBeside(page, 'zuerst fragen, wartet'),
    rejected: await numberBeside(page, 'mit Fehler, bleibt draussen'),
  };
  expect(forecast.people).toBeGreaterThan(40);
  expect(forecast.held).toBeGreaterThan(5);
  expect(forecast.rejected).toBe(2);
  await link(page, '2 Fehlerzeilen als Datei').waitFor();
  await expectAccessible(page);
  return forecast;
}

async function takeOver(page: Page, { people, held, rejected }: Forecast) {
  await press(page, `${people} Menschen übernehmen, ${held} vormerken`);
  await heading(page, `${people} Menschen übernommen`).waitFor();
  expect(await numberBeside(page, 'neu')).toBe(people);
  expect(await numberBeside(page, 'davon vielleicht doppelt, zur Entscheidung')).toBe(3);
  expect(await numberBeside(page, 'zuerst fragen, wartet')).toBe(held);
  expect(await numberBeside(page, 'mit Fehler, draussen geblieben')).toBe(rejected);
  await link(page, '3 Paare prüfen').waitFor({ timeout: 30_000 });
  await expectAccessible(page);
}

async function resolveDuplicates(page: Page) {
  await link(page, '3 Paare prüfen').click();
  const pair = region(page, /^Vielleicht dieselbe Person/);
  await expectSays(pair, '1 von 3');
  await expectSays(pair, /^stark dafür:/);
  await expectAccessible(page);

  await page.keyboard.press('z');
  await expectSays(page, /sind zusammengeführt\./);
  await expectSays(pair, '1 von 2');

  await page.keyboard.press('x');
  await expectSays(page, /sind zwei Personen\. Das bleibt gemerkt\./);
  await expectSays(pair, '1 von 1');

  const other = pair.getByRole('radio', { name: /^Name: /, checked: false });
  const wanted = (await other.getAttribute('aria-label'))?.replace(/^Name: (.*) behalten$/, '$1') ?? '';
  await other.check();
  await press(pair, 'Zusammenführen');
  await expectSays(page, 'Niemand ist doppelt hier, soweit man sehen kann.');
  await press(page, 'zusammengeführt');
  await expectSays(page.getByRole('listitem'), wanted);
}

async function separateOne(page: Page) {
  await expectCount(button(page, 'Wieder trennen'), 2);
  await expectAccessible(page);
  await button(page, 'Wieder trennen').first().click();
  await expectCount(button(page, 'Wieder trennen'), 1);
  await press(page, 'zwei Personen');
  await button(page, 'Wieder öffnen').waitFor();
  await press(page, 'offen');
  await expectSays(region(page, /^Vielleicht dieselbe Person/), '1 von 1');
}

async function seeClosingPage(page: Page, { people, held }: Forecast) {
  await link(page, 'Inventur').first().click();
  await heading(page, `Bekannt sind ${people + held - 1} Menschen.`).waitFor();
  expect(await numberBeside(page, 'vielleicht doppelt')).toBe(1);
  expect(await numberBeside(page, 'ohne Erlaubnis')).toBe(held);
  const silver = await numberBeside(page, 'Silbermedaillen');
  expect(silver).toBeGreaterThan(0);

  const steps = section(page, 'Das zuerst').getByRole('listitem');
  await expectCount(steps, 3);
  await expectSays(steps.nth(0), /^Ein Paar ist vielleicht dieselbe Person\./);
  await expectSays(steps.nth(1), `${held} Menschen warten ohne Erlaubnis und wurden noch nicht gefragt.`);
  await expectSays(steps.nth(2), /Silbermedaille/);
  await expectAccessible(page);
}

async function findSilverMedalist(page: Page) {
  await page.keyboard.press('Control+k');
  const palette = dialog(page, 'Suchen oder tun');
  const query = palette.getByRole('combobox');
  await query.fill('mueller');
  await palette.getByRole('option', { name: /^Nadine Müller/ }).waitFor();
  await expectAccessible(page);
  await query.fill('sebastian rossi');
  await palette.getByRole('option', { name: /^Sebastian Rossi/ }).waitFor();
  await page.keyboard.press('Enter');

  await heading(page, 'Sebastian Rossi').waitFor();
  const why = section(page, 'Warum in diesen Segmenten');
  await expectSays(why, 'Silbermedaille');
  await expectSays(why, /^Kam bis Angebot, .*Bewertung 4[.,]3 von 5\./);
  await expectAccessible(page);
}

async function undoImport(page: Page, { people, held }: Forecast) {
  await link(page, 'Inventur').first().click();
  await link(page, 'bewerbungen.csv').click();
  await press(page, 'Übernahme zurücknehmen …');
  const question = dialog(page, 'Die Übernahme von «bewerbungen.csv» zurücknehmen?');
  await expectSays(question, /zusammengeführt wurde, bleibt\.$/);
  await expectAccessible(page);
  await press(question, `${people + held} Menschen wieder entfernen`);
  await heading(page, 'Zurückgenommen').waitFor();
  await expectAccessible(page);

  // Whom a human has joined since then stays, as the question said; everybody else is gone, and so is every open pair.
  await link(page, 'Inventur').first().click();
  await heading(page, 'Bekannt ist ein Mensch.').waitFor();
  expect(await numberBeside(page, 'vielleicht doppelt')).toBe(0);
  expect(await numberBeside(page, 'ohne Erlaubnis')).toBe(0);
  await expectSays(page.getByRole('listitem').filter({ has: link(page, 'bewerbungen.csv') }), 'zurückgenommen');
  await expectAccessible(page);
}
