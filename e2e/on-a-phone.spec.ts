import { describe, expect, inject, it } from 'vitest';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../src/demo.ts';
import type { Page } from './support/browser.ts';
import { browserForTests } from './support/browser.ts';
import { expectNoSidewaysScroll, heading, link } from './support/journey.ts';
import { signIn, wish } from './support/sign-in.ts';

const { newPageAt } = browserForTests();
const WIDTH = 390;

describe('on a phone', () => {
  it.for(['/consent?act=text', '/consent?act=topic', '/consent?act=form'])(
    '%s brings the form it names into the picture, ready to be filled in',
    async (address) => {
      const page = await onAPhone();
      await page.goto(address);
      await heading(page, 'Erlaubnis und Fristen').waitFor();

      await page.locator('form :focus').waitFor();

      expect(await isInPicture(page, 'form :focus')).toBe(true);
    },
  );

  it('shows which part of a room is open, also when its word stands beyond the edge', async () => {
    const page = await onAPhone();
    await page.goto('/care/orphans');
    await link(page, 'Verwaist').waitFor();

    await expect.poll(() => isInPicture(page, '[aria-current="page"][href="/care/orphans"]')).toBe(true);
    await expectNoSidewaysScroll(page);
  });
});

async function onAPhone(): Promise<Page> {
  const page = await newPageAt(inject('demoUrl'), { width: WIDTH });
  await signIn(page, { email: DEMO_EMAIL, password: DEMO_PASSWORD });
  await wish(page, { language: 'de' });
  return page;
}

/** Whole, and not below the bar of the four words. */
const isInPicture = (page: Page, place: string): Promise<boolean> =>
  page.evaluate((place) => {
    const { left, right, top, bottom } = document.querySelector(place)?.getBoundingClientRect() ?? new DOMRect();
    return right > left && left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
  }, place);
