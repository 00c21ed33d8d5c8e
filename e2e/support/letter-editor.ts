import type { Locator, Page } from 'playwright-core';
import { button, choose, expectSays, field, press } from './journey.ts';

export type InLanguages = Record<'de' | 'en', string>;

const box = (place: Page | Locator, label: string, language: 'de' | 'en') =>
  place.getByRole('textbox', { name: label, exact: true }).and(place.locator(`[lang="${language}"]`));

/** Writes where the words will stand, as somebody does who presses there. */
export async function writeWords(place: Page | Locator, page: Page, label: string, words: InLanguages): Promise<void> {
  for (const language of ['de', 'en'] as const) {
    await box(place, label, language).click();
    await box(place, label, language).and(page.locator('[contenteditable="true"]')).waitFor();
    await page.keyboard.insertText(words[language]);
  }
}

/** A new block at the end. */
export async function addBlock(page: Page, kind: string): Promise<Locator> {
  const blocks = page.getByRole('list', { name: 'Bausteine des Briefs' }).locator(':scope > li');
  const before = await blocks.count();
  await button(page, 'Baustein hinzufügen').click();
  await page.getByRole('combobox', { name: 'Art des Bausteins suchen' }).fill(kind);
  await page.keyboard.press('Enter');
  const added = blocks.nth(before);
  await added.waitFor();
  return added;
}

/** Only who carries the word sees the block. */
export async function showOnlyTo(page: Page, block: Locator, tag: string): Promise<void> {
  await block.getByRole('button', { name: 'Eingrenzen' }).click();
  const panel = page.getByRole('complementary', { name: 'Wer diesen Baustein sieht' });
  await button(panel, /^Bedingung dazu/).click();
  await choose(page, 'Wonach?', 'Stichwort');
  await field(panel, 'Wort dazu').fill(tag);
  await page.keyboard.press('Enter');
  await panel.getByRole('checkbox', { name: tag, checked: true }).waitFor();
  await press(panel, 'Für diese Menschen zeigen');
  await expectSays(block, /Gelesen von [\d.’]+ von/);
}

/** Through whose eyes the letter is shown. */
export async function readAs(page: Page, name: string): Promise<void> {
  const picker = page.getByRole('combobox', { name: 'Gelesen mit den Augen von' });
  await picker.click();
  await picker.fill(name);
  await page.getByRole('option', { name }).first().click();
}
