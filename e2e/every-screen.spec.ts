import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../src/demo.ts';
import type { Look, OpenedPage, Page, Remembered } from './support/browser.ts';
import { barriersOn } from './support/accessible.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { enterInvited } from './support/colleague.ts';
import { flawsOf } from './support/every-screen.ts';
import { signIn, wish } from './support/sign-in.ts';

const LOOKS = (['de', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [390, 1440].map((width) => ({ language, theme, width }))),
);

/** The addresses of all screens, as the doors of the rooms name them. */
const ROUTES = globSync('src/rooms/*/web.tsx').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\bpath: '(\/[^']*)'/g)].map(([, address]) => address ?? ''),
);
/** For people who are not signed in; the set-up is seen where it is done. */
const OUTSIDE = ['/sign-in', '/invitation', '/invitation/no-such-token'];
const INSIDE = [
  ...ROUTES.filter((route) => !/^\/(setup|sign-in|invitation)/.test(route)),
  '/talents/$talentId',
  '/talents?act=add',
  '/talents?open=$talentId',
  '/talents?q=nobody-has-this-name',
  '/consent?act=text',
  '/consent?act=assessment',
  '/consent?act=periods',
  '/team?invite=true',
  '/no/such/page',
];

const ROLES = ['hiring_manager', 'privacy_officer', 'auditor'] as const;

let browser: Browser;
let remembered: Remembered;
let ids: Record<string, string>;

beforeAll(async () => {
  browser = await openBrowser();
  const { page, context } = await openPage(browser, inject('demoUrl'));
  await signIn(page, { email: DEMO_EMAIL, password: DEMO_PASSWORD });
  ids = { $talentId: await firstOf(page, '/api/v1/talents'), $importId: await firstOf(page, '/api/v1/imports') };
  remembered = await context.storageState();
  await context.close();
});
afterAll(() => browser?.close());

describe('every screen', () => {
  it.for(LOOKS)('can be shown in $language, $theme, $width wide', async (look) => {
    const flaws = [...(await flawsInside(look, remembered)), ...(await flawsOutside(look))];

    expect(flaws).toEqual([]);
  });

  it.for(ROLES)('stands for the role %s, too', async (role) => {
    expect(await flawsFor(role)).toEqual([]);
  });
});

async function flawsInside(look: Look, as: Remembered): Promise<string[]> {
  const opened = await openPage(browser, inject('demoUrl'), look, as);
  await opened.page.goto('/account');
  await wish(opened.page, look);
  return seeAll(opened, addresses(), look);
}

const flawsOutside = async (look: Look) => seeAll(await openPage(browser, inject('demoUrl'), look), OUTSIDE, look);

const addresses = () => INSIDE.map((address) => address.replaceAll(/\$\w+/g, (name) => ids[name] ?? name));

/** The search for barriers takes most of the time: both themes and both widths are searched, not each with each. */
const isSearched = ({ language, theme, width }: Look) => language === 'de' && (theme === 'light') === (width === 1440);
const firstLineOf = (error: unknown) => [String(error).split('\n')[0] ?? ''];

/** Walks over the addresses, and gathers what is wrong with each. */
async function seeAll({ page, context, complaints }: OpenedPage, all: string[], look: Look) {
  const flaws: string[] = [];
  for (const address of all) {
    await page.goto(address);
    const found = await flawsOf(page, look.language ?? 'de').catch(firstLineOf);
    const barriers = isSearched(look) ? await barriersOn(page) : [];
    flaws.push(...[...found, ...barriers, ...complaints.splice(0)].map((flaw) => `${address} ${flaw}`));
  }
  await context.close();
  return flaws;
}

async function flawsFor(role: (typeof ROLES)[number]): Promise<string[]> {
  const host = await openPage(browser, inject('demoUrl'), {}, remembered);
  await host.page.goto('/team');
  const opened = await openPage(browser, inject('demoUrl'));
  await enterInvited(opened.page, host.page, { name: `Vreni ${role}`, role });
  await host.context.close();
  return seeAll(opened, addresses(), { language: 'de' });
}

function firstOf(page: Page, list: string): Promise<string> {
  return page.evaluate(async (address) => {
    const { items } = (await (await fetch(`${address}?limit=1`)).json()) as { items: { id: string }[] };
    return items[0]?.id ?? '';
  }, list);
}
