import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../src/demo.ts';
import type { OpenedPage, Page, Remembered } from './support/browser.ts';
import { barriersOn } from './support/accessible.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { enterInvited } from './support/colleague.ts';
import { chosenAddresses, flawsOf } from './support/every-screen.ts';
import { signIn, wish } from './support/sign-in.ts';

const LANGUAGES = ['de', 'en'] as const;
const WIDTHS = [390, 1440];
/** Every address is loaded once per language, and then turned: the theme follows the device, the window is pulled. */
const LOOKS = (['light', 'dark'] as const).flatMap((theme) => WIDTHS.map((width) => ({ theme, width })));
type Turn = (typeof LOOKS)[number];

/** The addresses of all screens, as the doors of the rooms name them. */
const ROUTES = globSync('src/rooms/*/web.tsx').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\bpath: '(\/[^']*)'/g)].map(([, address]) => address ?? ''),
);
/** For people who are not signed in; the set-up is seen where it is done. */
const OUTSIDE = ['/sign-in', '/invitation', '/invitation/no-such-token', '/confirm', '/preferences'];
const INSIDE = [
  ...ROUTES.filter((route) => !/^\/(setup|sign-in|invitation|confirm|preferences)/.test(route)),
  '/talents/$talentId',
  '/talents?act=add',
  '/talents?open=$talentId',
  '/talents?q=nobody-has-this-name',
  '/pools/$poolId?act=add',
  '/phase?act=switch',
  '/contents?act=add',
  '/demands/$demandId',
  '/demands/$demandId?act=edit',
  '/demands?act=plan',
  '/demands?state=closed',
  '/care?act=add',
  '/care/sequences?act=add',
  '/care/handovers?act=offer',
  '/consent?act=text',
  '/consent?act=assessment',
  '/consent?act=periods',
  '/consent?act=topic',
  '/consent?act=limits',
  '/talents/$talentId/permission?act=ask',
  '/talents/$talentId/permission?act=note',
  '/talents/$talentId/permission?act=withdraw',
  '/campaigns/senders?act=add',
  '/campaigns/brand?act=add',
  '/campaigns/$sentId/send',
  '/campaigns/$sentId/result',
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
  Object.assign(ids, await poolIds(page), await careIds(page), {
    $demandId: await firstOf(page, '/api/v1/demands'),
    $campaignId: await firstLetter(page, 'writing'),
    $sentId: await firstLetter(page, 'over'),
  });
  remembered = await context.storageState();
  await context.close();
});
afterAll(() => browser?.close());

describe('every screen', () => {
  it.for(LANGUAGES)('can be shown in %s, light and dark, on a phone and on a wide screen', async (language) => {
    const inside = await openPage(browser, inject('demoUrl'), { language }, remembered);
    await inside.page.goto('/account');
    await wish(inside.page, { language });
    const outside = await openPage(browser, inject('demoUrl'), { language });

    const flaws = [
      ...(await seeAll(inside, addresses(), { language, looks: LOOKS })),
      ...(await seeAll(outside, OUTSIDE, { language, looks: LOOKS })),
    ];

    expect(flaws).toEqual([]);
  });

  it.for(ROLES)('stands for the role %s, too', async (role) => {
    const host = await openPage(browser, inject('demoUrl'), {}, remembered);
    await host.page.goto('/team');
    const opened = await openPage(browser, inject('demoUrl'));
    await enterInvited(opened.page, host.page, { name: `Vreni ${role}`, role });
    await host.context.close();

    expect(await seeAll(opened, addresses(), { language: 'de', looks: [{ theme: 'light', width: 1280 }] })).toEqual([]);
  });
});

const addresses = () => INSIDE.map((address) => address.replaceAll(/\$\w+/g, (name) => ids[name] ?? name));

interface Sight {
  language: 'de' | 'en';
  looks: Turn[];
}

/** Walks over the addresses, and gathers what is wrong with each. */
async function seeAll({ page, context, complaints }: OpenedPage, all: string[], { language, looks }: Sight) {
  const flaws: string[] = [];
  for (const address of chosenAddresses(all)) {
    await page.goto(address);
    for (const look of looks) {
      const found = await flawsIn(page, language, look).catch(firstLineOf);
      flaws.push(...found.map((flaw) => `${address} ${look.theme} ${look.width}: ${flaw}`));
    }
    flaws.push(...complaints.splice(0).map((complaint) => `${address} ${complaint}`));
  }
  await context.close();
  return flaws;
}

async function flawsIn(page: Page, language: 'de' | 'en', look: Turn): Promise<string[]> {
  await page.setViewportSize({ width: look.width, height: look.width < 600 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: look.theme });
  const flaws = await flawsOf(page, language);
  return isSearched(language, look) ? [...flaws, ...(await barriersOn(page))] : flaws;
}

/** The search for barriers takes most of the time: both themes and both widths are searched, not each with each. */
const isSearched = (language: string, { theme, width }: Turn) =>
  language === 'de' && (theme === 'light') === (width === 1440);
const firstLineOf = (error: unknown) => [String(error).split('\n')[0] ?? ''];

function firstOf(page: Page, list: string): Promise<string> {
  return page.evaluate(async (address) => {
    const { items } = (await (await fetch(address)).json()) as { items: { id: string }[] };
    return items[0]?.id ?? '';
  }, list);
}

const firstLetter = (page: Page, state: 'writing' | 'over'): Promise<string> =>
  page.evaluate(async (state) => {
    const answer = await fetch(`/api/v1/campaigns?state=${state}`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return items[0]?.id ?? '';
  }, state);

/** A pool, a segment, and the clean-up that was finished in one of the pools. */
async function poolIds(page: Page): Promise<Record<string, string>> {
  const [$poolId, $segmentId] = [await firstOf(page, '/api/v1/pools'), await firstOf(page, '/api/v1/segments')];
  const $runId = await page.evaluate(async () => {
    const read = async (address: string) =>
      ((await (await fetch(`/api/v1/${address}`)).json()) as { items: { id: string }[] }).items;
    for (const { id } of await read('pools')) {
      const [run] = await read(`pools/${id}/clean-ups`);
      if (run) return run.id;
    }
    return '';
  });
  return { $poolId, $segmentId, $runId };
}

async function careIds(page: Page): Promise<Record<string, string>> {
  const [$planId, $sequenceId] = [await firstOf(page, '/api/v1/plans'), await firstOf(page, '/api/v1/sequences')];
  return { $planId, $sequenceId, $handoverId: await firstOf(page, '/api/v1/handovers') };
}
