import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { sampleFile } from '#seeds/exports/sample-file.ts';
import { button, write } from './journey.ts';
import { ADMINISTRATOR } from './sign-in.ts';

/** What a newcomer is asked at the first start, in the words of the page. */
export interface SetupWords {
  language: string;
  company: string;
  country: string;
  name: string;
  email: string;
  password: string;
  begin: string;
}

export async function setUpByHand(page: Page, words: SetupWords): Promise<void> {
  await page.goto('/');
  await page.waitForURL((url) => url.pathname === '/setup');
  await button(page, words.language).click();
  await write(page, words.company, 'Kellermatt Antriebe AG');
  await page.getByRole('radio', { name: words.country }).check();
  await write(page, words.name, ADMINISTRATOR.name);
  await write(page, words.email, ADMINISTRATOR.email);
  await write(page, words.password, ADMINISTRATOR.password);
  await button(page, words.begin).click();
  await page.waitForURL((url) => url.pathname !== '/setup');
}

/** Lets go of a file over the page, as from the desktop. */
export async function dropFile(page: Page, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ name, base64 }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return transfer;
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** The sample export of the documentation, written today: three people twice, two rows with neither name nor mail. */
export const sampleOfToday = () => sampleFile(new Date().toISOString().slice(0, 10));

/** The number that stands beside a word, as in "neu 46". */
export async function numberBeside(page: Page, word: string): Promise<number> {
  const line = page
    .locator('dl > div')
    .filter({ has: page.getByText(word, { exact: true }) })
    .first();
  const said = await line
    .locator('dd')
    .filter({ hasText: /^[\d’.,\s%]+$/ })
    .first()
    .textContent();
  expect(said).toMatch(/\d/);
  return Number((said ?? '').replaceAll(/\D/g, ''));
}
