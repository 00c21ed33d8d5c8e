import process from 'node:process';
import type { Page } from 'playwright-core';

/**
 * `EVERY_SCREEN=yes` looks at all addresses, `EVERY_SCREEN=talents,/team` only at those that contain one of the words:
 * enough while somebody works on one room.
 */
export function chosenAddresses(all: readonly string[], wish = process.env.EVERY_SCREEN ?? 'yes'): string[] {
  const words = wish === 'yes' ? [] : wish.split(',').filter(Boolean);
  return all.filter((address) => words.length === 0 || words.some((word) => address.includes(word)));
}

/** What is wrong with the screen as it stands, one line each; what hinders people is asked by `barriersOn`. */
export async function flawsOf(page: Page, language: string): Promise<string[]> {
  await settled(page);
  return page.evaluate(lookAround, language);
}

/** Waits for a heading, until nothing says that it is loading, and for the fonts. */
async function settled(page: Page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Runs in the page. */
// oxlint-disable-next-line complexity -- sent to the page as one text, where no other function of ours exists
function lookAround(language: string): string[] {
  const flaws: string[] = [];
  const { scrollWidth, lang } = document.documentElement;
  if (scrollWidth > innerWidth) flaws.push(`scrolls sideways: ${scrollWidth} of ${innerWidth} px`);
  if (lang !== language) flaws.push(`speaks ${lang} instead of ${language}`);
  const key = /^[a-z_]+(\.[a-z_]+)+$/;
  /** Names of files, and of domains that are nobody's. */
  const name = /\.(csv|xlsx|vcf|pdf|docx|example)$/;
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    if ((key.test(text) && !name.test(text)) || text.includes('{{'))
      flaws.push(`shows a key instead of words: ${text}`);
  }
  for (const button of document.querySelectorAll<HTMLElement>('button, [role="button"], a[class*="button"]')) {
    if (
      button.checkVisibility() &&
      button.scrollWidth > button.clientWidth + 1 &&
      getComputedStyle(button).overflow !== 'visible'
    )
      flaws.push(`cuts off a button: ${button.textContent}`);
  }
  return flaws;
}
