import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { expectAccessible } from './accessible.ts';
import type { Page } from './browser.ts';
import { browserForTests } from './browser.ts';
import { expectNoSidewaysScroll } from './journey.ts';

/** Compressed script that the first page may load. */
const LARGEST_SCRIPT_BYTES = 200_000;

const { newPage } = browserForTests();

async function openFirstPage(page: Page) {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

describe('the first page', () => {
  it.for([
    { language: 'de', theme: 'light', width: 1440 },
    { language: 'en', theme: 'dark', width: 390 },
  ] as const)(
    'opens in $language, $theme, $width wide, for everybody and without a word to strangers',
    async (look) => {
      const page = await newPage(look);

      await openFirstPage(page);

      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.language);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    },
  );

  it('is small enough for a phone at a career fair', async () => {
    const page = await newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });

    await openFirstPage(page);

    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LARGEST_SCRIPT_BYTES);
  });

  it('says which page it does not have', async () => {
    const page = await newPage();

    const response = await page.goto('/no-such-page');

    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(new URL(page.url()).origin).toBe(inject('baseUrl'));
  });
});
