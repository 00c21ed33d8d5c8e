import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { enterInvited } from './support/colleague.ts';
import { expectAccessible } from './support/accessible.ts';
import type { Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import { button, choose, dialog, expectCount, expectSays, heading, link, press, write } from './support/journey.ts';
import { sampleCompanyForTests } from './support/sample-company-for-tests.ts';

const { newPageAt } = browserForTests();
const { address, asMara } = sampleCompanyForTests({ newPageAt });

const WIDE = { width: 1440, height: 900 };

/** Opens the list as Mara, the administrator of the sample company. */
async function openList(query = ''): Promise<Page> {
  const page = await asMara(WIDE);
  await seeList(page, query);
  return page;
}

async function seeList(page: Page, query: string) {
  await page.goto(`/talents${query}`);
  await rows(page).first().waitFor();
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Talente' });
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

describe('the list of talents', () => {
  it('is narrowed by a sentence, and the sentence can be kept as a view', async () => {
    const page = await openList();

    await press(page, 'Bedingung dazu');
    await write(page, 'Wonach?', 'Segment');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Silbermedaille' }).check();
    await expectAccessible(page);
    await press(page, 'Anwenden');

    await page.waitForURL(/filter=/);
    await expectSays(page, /die zu/);
    await press(page, 'Ansicht merken');
    await write(page, 'Name der Ansicht', 'Silber am Rhein');
    await page.keyboard.press('Enter');
    await expectSays(page, '„Silber am Rhein“ ist gemerkt.');
    await link(page, /^Silber am Rhein/)
      .first()
      .waitFor();
    await expectAccessible(page);
  });

  it('lets a value be changed in its row, and asks which one counts when two people did so', async () => {
    const query = '?q=Krähenbühl-Zürcher&columns=city,stage';
    const mara = await openList(query);
    const vreni = await newPageAt(address(), WIDE);
    await enterInvited(vreni, mara, { name: 'Vreni Amsler', role: 'recruiter' });
    await seeList(vreni, query);

    await changeCity(mara, 'Baden');
    await expectSays(mara, 'Ort geändert');
    await changeCity(vreni, 'Brugg');

    const question = dialog(vreni, 'Welcher Wert gilt?');
    await expectSays(question, /^Mara Steinegger hat den Ort .*auf Baden geändert\./);
    await expectAccessible(vreni);
    await press(question, 'Brugg');
    await expectSays(vreni, 'Ort geändert');
    await vreni.reload();
    await expectSays(grid(vreni), 'Brugg');
  });

  it('shows its usual columns on a laptop without scrolling sideways', async () => {
    const page = await openList();
    await page.setViewportSize({ width: 1280, height: 800 });

    const { content, room } = await grid(page).evaluate(({ scrollWidth, clientWidth }) => ({
      content: scrollWidth,
      room: clientWidth,
    }));

    expect(content).toBeLessThanOrEqual(room);
  });

  it('gives many a tag at once, and takes it back', async () => {
    const page = await openList('?q=Müller');
    const count = await rows(page).count();

    await page.getByRole('checkbox', { name: 'Alle markieren' }).check();
    await press(page.getByRole('toolbar', { name: 'Markierte Talente' }), 'Stichwort');
    const question = dialog(page, 'Welches Stichwort dazu?');
    await write(question, 'Stichwort', 'Tag der offenen Tür');
    await expectAccessible(page);
    await button(question, /Talente? auszeichnen$/).click();
    await expectSays(page, /Talente? ausgezeichnet/);
    await press(page, 'Rückgängig');
    await expectSays(page, 'Wieder wie vorher.');
    expect(count).toBeGreaterThan(1);
  });

  it('is handed out as a file', async () => {
    const page = await openList('?q=Krähenbühl-Zürcher');

    await press(page, 'Ausgeben');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /als CSV$/ }).click(),
    ]);

    expect(readFileSync(await file.path(), 'utf8')).toContain('Krähenbühl-Zürcher');
  });

  it('needs no mouse', async () => {
    const page = await openList('?q=Müller');
    await rows(page).first().focus();

    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await expectSays(page, '1 markiert');
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary').filter({ has: button(page, 'Kontakt festhalten') });
    await panel.waitFor();

    await page.keyboard.press('c');
    await page.keyboard.type('Hat Interesse an einem Besuch.');
    await page.keyboard.press('Control+Enter');
    await expectSays(page, 'Kontakt festgehalten');
    await page.keyboard.press('n');
    await page.keyboard.type('Liest gern über Umrichter.');
    await page.keyboard.press('Control+Enter');
    await expectSays(page, 'Notiz gespeichert');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expectCount(panel, 0);
  });

  it('takes nobody in without a legal basis', async () => {
    const page = await openList();

    await page.keyboard.press('a');
    await write(page, 'Vorname', 'Wanda');
    await write(page, 'Nachname', 'Probst');
    await page
      .getByRole('form', { name: 'Talent aufnehmen' })
      .getByRole('button', { name: 'Talent aufnehmen' })
      .click();
    await expectSays(page, /^Ohne Quelle darf niemand aufgenommen werden\./);
    await expectAccessible(page);

    await choose(page, 'Gruppe', 'Bewerbung mit Absage');
    await choose(page, 'Welchem Text wurde zugestimmt?', /Version/);
    await write(page, 'Womit lässt sich das zeigen?', 'Unterschriebenes Blatt im Ordner Messe');
    await write(page, 'Woher kommen die Daten?', 'Messe Winterthur');
    await page
      .getByRole('form', { name: 'Talent aufnehmen' })
      .getByRole('button', { name: 'Talent aufnehmen' })
      .click();
    await expectSays(page, 'Wanda Probst aufgenommen');
    await heading(page, 'Wanda Probst').first().waitFor();
  });
});

/** By keyboard: the arrow leads from the row into its cell. */
async function changeCity(page: Page, city: string) {
  await rows(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await write(grid(page), 'Ort', city);
  await page.keyboard.press('Enter');
}
