import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with one line per barrier: the rule, and where it is broken. Call it where a screen has settled. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
}

export async function barriersOn(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's content security does not concern.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await checker.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map(({ target }) => target.join(' ')) }));
  }, RULES);
  return violations.flatMap(({ id, help, places }) => places.map((place) => `${id} (${help}): ${place}`));
}
