import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import type { Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import { button, choose, dialog, expectSays, press, section, write } from './support/journey.ts';
import { sampleCompanyForTests } from './support/sample-company-for-tests.ts';

const { asMara } = sampleCompanyForTests(browserForTests());

const TITLE = 'Data Engineers für die Felddaten';
/** The third quarter of next year, whenever that is. */
const THIRD_QUARTER = `${new Date().getUTCFullYear() + 1}-07-01`;

describe('who could it be', () => {
  it('goes from three planned data engineers to one who was hired from the pool', async () => {
    const page = await asMara({ width: 1440, height: 900 });

    await planThree(page);
    await seeReasons(page);
    await moveWeights(page);
    const person = await takeFiveIntoTheBoutique(page);
    await seeReasonInThePool(page, person);
    await hire(page, person);
  });

  it('needs no mouse, and hides names from those who ask for it', async () => {
    const page = await asMara({ width: 1440, height: 900 });
    await page.goto('/demands');
    await page.getByRole('link', { name: 'Data Engineer, Zustandsüberwachung' }).press('Enter');
    await others(page).first().waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Gründe' }).waitFor();
    await page.keyboard.press('x');
    await expectSays(page.getByRole('toolbar', { name: 'Markierte Menschen' }), '1 markiert');
    await page.keyboard.press('w');
    const question = dialog(page, 'Warum passt es nicht?');
    await write(question, 'Grund', 'Möchte vorerst in der Forschung bleiben.');
    await expectAccessible(page);
    await press(question, 'Festhalten');
    await expectSays(page, /^Passt nicht, sagt Mara Steinegger: .*Forschung/);
    await press(page, 'Entscheid zurücknehmen');
    await button(page, /^Vormerken/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('table', { name: 'Gründe' }).waitFor({ state: 'detached' });

    await press(page, 'Ohne Namen ansehen');
    await button(page, /^Person 1$/).waitFor();
    await press(page, 'Namen zeigen');
  });

  it('is explained to whoever has to know', async () => {
    const page = await asMara();
    await page.goto('/matching');

    await expectSays(section(page, 'Was hineingeht'), /Fähigkeiten und Kenntnisse/);
    await expectSays(section(page, 'Was nie hineingeht'), 'Geschlecht');
    await expectSays(section(page, 'Fassungen'), /^Eigenes Verzeichnis/);
    await expectSays(section(page, 'Grenzen'), /lehnt niemanden ab/);
    await expectSays(section(page, 'Protokoll der Abgleiche'), /Data Engineer/);
    await expectAccessible(page);
  });
});

async function planThree(page: Page) {
  await page.goto('/demands');
  await button(page, /^Bedarf planen/)
    .first()
    .click();
  await write(page, 'Was gesucht wird', TITLE);
  await write(
    page,
    /^Worum es geht/,
    'Ab dem dritten Quartal sammeln drei Menschen die Messdaten aus dem Feld.\nDatenstrecken mit Python und SQL, dazu Machine Learning.\nEnglisch im Team.',
  );
  await write(page, 'Plätze', '3');
  await write(page, /^Ab/, THIRD_QUARTER);
  const must = page.getByRole('combobox', { name: /^Nötig/ });
  await must.pressSequentially('maschinelles ler');
  // The first question opens the directory, which takes a while.
  await page.getByRole('option', { name: /^Maschinelles Lernen/ }).waitFor({ timeout: 60_000 });
  await must.press('Escape');
  await must.pressSequentially('pyth');
  await page
    .getByRole('option', { name: /^Python/ })
    .first()
    .waitFor();
  await must.press('ArrowDown');
  await must.press('Enter');
  await must.pressSequentially('SQL');
  await must.press('Enter');
  await button(page, 'SQL entfernen').waitFor();
  await expectAccessible(page);
  await press(page, 'Planen und Bekannte ansehen');
  await page.waitForURL(/\/demands\/[0-9a-f-]{36}/);
  await expectSays(page, /^3 Plätze/);
}

/** People outside of the recall list, as they stand on the page. */
const others = (page: Page) =>
  section(page, /weitere bekannte Menschen/)
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox') });
const nameIn = (row: ReturnType<typeof others>) => row.locator('button[aria-expanded]');

async function seeReasons(page: Page) {
  await others(page).first().waitFor();
  await nameIn(others(page).first()).click();
  const reasons = page.getByRole('table', { name: 'Gründe' });
  await expectSays(reasons.getByRole('row', { name: /^Nötiges Können/ }), 'Python');
  await expectSays(reasons, /^\d+ von \d+ Punkten$/);
  expect(await reasons.locator('mark').count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
}

async function moveWeights(page: Page) {
  const before = await nameIn(others(page)).allTextContents();

  await press(page, 'Gewichte ändern');
  await page.getByRole('slider', { name: 'Pensum und Beginn' }).press('End');

  await expectSays(page, 'Auf Probe:');
  await expectSays(page, /^Pensum und Beginn 50 statt 5\.$/);
  await expectSays(page, /Menschen stehen deshalb anderswo\.$/);
  await expectSays(others(page), /^(Vorher Platz \d+|Vorher weiter unten)\.$/);
  await expectSays(others(page), 'Mehr zählt jetzt: Pensum und Beginn.');
  expect(await nameIn(others(page)).allTextContents()).not.toEqual(before);
  await expectAccessible(page);

  await press(page, 'Gewichte behalten');
  await expectSays(page, 'Die Gewichte gelten für diesen Bedarf.');
  await expectSays(page, /^Gesetzt von Mara Steinegger am/);
  // On second thought the start counts nothing at all.
  await press(page, 'Gewichte ändern');
  await page.getByRole('slider', { name: 'Pensum und Beginn' }).press('Home');
  await press(page, 'Gewichte behalten');
  await button(page, 'Gewichte ändern').waitFor();
  await page.reload();
  await others(page).first().waitFor();
}

/** A Boutique takes whom two look after; whoever has nobody is named, and nothing happens to the others. */
async function takeFiveIntoTheBoutique(page: Page): Promise<string> {
  const names = await nameIn(others(page)).allTextContents();
  const first = names[0] ?? '';
  const more = [...names.slice(1, 5), names.at(-1) ?? ''];
  for (const name of [first, ...more]) await page.getByRole('checkbox', { name: `${name} markieren` }).check();
  await press(page.getByRole('toolbar', { name: 'Markierte Menschen' }), 'In einen Pool');
  const question = dialog(page, '6 Personen aufnehmen?');
  await choose(page, 'Pool', 'Antriebsregelung (Boutique)');
  await expectAccessible(page);
  await press(question, 'Aufnehmen');

  const outcome = dialog(page, '1 Person ist nicht dabei');
  await expectSays(outcome, '5 Personen aufgenommen.');
  await expectSays(outcome, more.at(-1) ?? '');
  await expectSays(outcome, /zuständige Person/);
  await expectAccessible(page);
  await press(outcome, 'Verstanden');
  return first;
}

async function seeReasonInThePool(page: Page, person: string) {
  await page.locator('button[aria-expanded]', { hasText: person }).first().click();
  await page.getByRole('link', { name: 'Zur Person' }).click();
  await page.waitForURL(/\/talents\//);
  await expectSays(page, new RegExp(`Passt zu ${TITLE}: .*Python`));
  await page.goBack();
}

async function hire(page: Page, person: string) {
  const before = await hiredFromPool(page);
  await page.getByRole('link', { name: TITLE }).click();
  await press(page, 'Einstellung festhalten');
  const question = dialog(page, 'Wer wurde eingestellt?');
  await write(question, /^Person/, person);
  await question.getByRole('button', { name: person }).first().click();
  await expectAccessible(page);
  await press(question, 'Einstellung festhalten');

  await expectSays(page, 'Die Einstellung ist festgehalten.');
  await expectSays(section(page, 'Eingestellt'), person);
  await expectSays(section(page, 'Eingestellt'), /^Aus dem Pool, am/);
  await expectSays(page, /^1 von 3 Plätzen besetzt/);
  expect(await hiredFromPool(page)).toBe(before + 1);
}

/** As the list of demands counts it. */
async function hiredFromPool(page: Page): Promise<number> {
  await page.goto('/demands');
  const figures = page.getByRole('complementary');
  await expectSays(figures, 'Woher Einstellungen kommen');
  return Number(/Aus dem Pool\s+(\d+)/.exec(await figures.innerText())?.[1] ?? 0);
}
