import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Words as a person reads them: a string has to fit whole, a pattern in part. */
export type Words = string | RegExp;

type Place = Page | Locator;

const exactly = (name: Words) => ({ name, exact: typeof name === 'string' });

// Everything is found as a screen reader finds it: by role and name. What cannot be found like this is a barrier, not a case for a test id.
export const button = (place: Place, name: Words): Locator => place.getByRole('button', exactly(name));
export const link = (place: Place, name: Words): Locator => place.getByRole('link', exactly(name));
export const heading = (place: Place, name: Words): Locator => place.getByRole('heading', exactly(name));
export const dialog = (place: Place, name: Words): Locator => place.getByRole('dialog', exactly(name));
export const region = (place: Place, name: Words): Locator => place.getByRole('region', exactly(name));
/** A part of a page under its own heading. */
export const section = (place: Place, title: Words): Locator =>
  place.locator('section').filter({ has: place.getByRole('heading', exactly(title)) });
export const table = (place: Place, name: Words): Locator => place.getByRole('table', exactly(name));
export const row = (place: Place, name: Words): Locator => place.getByRole('row', { name });
export const field = (place: Place, label: Words): Locator =>
  place.getByLabel(label, { exact: typeof label === 'string' });

export async function press(place: Place, name: Words): Promise<void> {
  await button(place, name).click();
}

export async function follow(place: Place, name: Words): Promise<void> {
  await link(place, name).first().click();
}

export async function write(place: Place, label: Words, text: string): Promise<void> {
  await field(place, label).fill(text);
}

/** Chooses in a list of the browser as well as in one of ours. */
export async function choose(page: Page, label: Words, option: Words): Promise<void> {
  const found = field(page, label);
  if (await found.evaluate((element) => element.tagName === 'SELECT')) {
    const name = await found.getByRole('option', exactly(option)).first().textContent();
    await found.selectOption({ label: name?.trim() ?? '' });
    return;
  }
  await found.click();
  await page
    .getByRole('option', exactly(option))
    .or(page.getByRole('menuitemradio', exactly(option)))
    .first()
    .click();
}

/** Gives a file to the field with this label, as dropping it does. */
export async function giveFile(
  place: Place,
  label: Words,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await field(place, label).setInputFiles(file);
}

/** Waits until the page says so, somewhere a person can see it. */
export async function expectSays(place: Place, words: Words, withinMs = 15_000): Promise<void> {
  await place.getByText(words).filter({ visible: true }).first().waitFor({ state: 'visible', timeout: withinMs });
}

export async function expectSaysNot(place: Place, words: Words): Promise<void> {
  expect(await place.getByText(words).filter({ visible: true }).count()).toBe(0);
}

/** Waits until there are so many. */
export async function expectCount(found: Locator, count: number, withinMs = 15_000): Promise<void> {
  await expect.poll(() => found.count(), { timeout: withinMs }).toBe(count);
}

/** What a phone must never need. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  expect(content).toBeLessThanOrEqual(window);
}
