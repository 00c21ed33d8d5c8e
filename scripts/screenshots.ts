// `npm run screenshots`: takes the pictures of the README files from the running product with its sample company.
//   --all --out FOLDER    every page in both languages, both themes, on a phone and a wide screen, to look at
//   --only TEXT           only pages whose address contains it
//   --url ADDRESS         of a product with the sample company that runs already
import { globSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Remembered } from '../e2e/support/browser.ts';
import { openBrowser, openPage } from '../e2e/support/browser.ts';
import { startProduct } from '../e2e/support/product.ts';
import { signIn, wish } from '../e2e/support/sign-in.ts';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../src/demo.ts';
import { buildWebIfStale } from './build-web.ts';
import type { Picture } from './screenshot-pages.ts';
import { everyLookOf, isPublic, README_PICTURES } from './screenshot-pages.ts';
import { openRunFolder } from './testing/run-folder.ts';

const LARGEST_README_BYTES = 300_000;

const { values: wanted } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    out: { type: 'string' },
    only: { type: 'string', default: '' },
    url: { type: 'string' },
  },
});
const out = path.resolve(wanted.out ?? 'docs/screenshots');
const pictures = (wanted.all ? everyLookOf(allPaths()) : README_PICTURES).filter(({ path: address }) =>
  address.includes(wanted.only),
);

const folder = openRunFolder();
const said: string[] = [];
try {
  mkdirSync(out, { recursive: true });
  const product = wanted.url ? undefined : await begin();
  const baseUrl = wanted.url ?? product?.baseUrl ?? '';
  const browser = await openBrowser();
  await takeAll(browser, baseUrl);
  await browser.close();
  await product?.stop();
} finally {
  await folder.close();
}
for (const sentence of new Set(said)) process.stderr.write(`${sentence}\n`);
process.exitCode = said.length > 0 ? 1 : 0;

async function begin() {
  await buildWebIfStale();
  return startProduct({ folder: folder.path, args: ['--demo'] });
}

/** The addresses of all screens, as the doors of the rooms name them. */
function allPaths(): string[] {
  const doors = globSync('src/rooms/*/web.tsx').map((file) => readFileSync(file, 'utf8'));
  return [
    ...new Set(doors.flatMap((text) => [...text.matchAll(/\bpath: '(\/[^']*)'/g)].map(([, address]) => address ?? ''))),
  ].sort();
}

async function takeAll(browser: Browser, baseUrl: string) {
  const { remembered, ids } = await signInOnce(browser, baseUrl);
  let lookBefore = '';
  for (const picture of pictures) {
    const look = JSON.stringify({ language: picture.look.language, theme: picture.look.theme });
    await take(browser, baseUrl, picture, {
      ids,
      ...(isPublic(picture.path) ? {} : { remembered }),
      isNewLook: look !== lookBefore && !isPublic(picture.path),
    });
    if (!isPublic(picture.path)) lookBefore = look;
  }
}

async function signInOnce(browser: Browser, baseUrl: string) {
  const { page, context } = await openPage(browser, baseUrl);
  await signIn(page, { email: DEMO_EMAIL, password: DEMO_PASSWORD });
  const ids = {
    $campaignId: await firstOf(page, '/api/v1/campaigns?state=writing'),
    $demandId: await firstOf(page, '/api/v1/demands'),
    $poolId: await firstOf(page, '/api/v1/pools'),
    $talentId: await firstOf(page, '/api/v1/talents?q=Krähenbühl-Zürcher'),
    $importId: await firstOf(page, '/api/v1/imports'),
    $pairId: await firstOf(page, '/api/v1/duplicates'),
  };
  const remembered = await context.storageState();
  await context.close();
  return { remembered, ids };
}

function firstOf(page: Page, list: string): Promise<string | undefined> {
  return page.evaluate(async (address) => {
    const { items } = (await (await fetch(address)).json()) as {
      items?: { id: string }[];
    };
    return items?.[0]?.id;
  }, list);
}

/** A heading, no skeleton, and half a second in which nothing changes; streams of progress keep the network busy for ever. */
async function settle(page: Page) {
  await page
    .getByRole('heading', { level: 1 })
    .first()
    .waitFor()
    .catch(() => undefined);
  await page
    .waitForFunction(() => !document.querySelector('[aria-busy="true"]'), undefined, { timeout: 10_000 })
    .catch(() => undefined);
  await page.waitForTimeout(500);
}

interface Situation {
  ids: Record<string, string | undefined>;
  remembered?: Remembered;
  isNewLook: boolean;
}

async function take(
  browser: Browser,
  baseUrl: string,
  { name, path: address, look }: Picture,
  { ids, remembered, isNewLook }: Situation,
) {
  const missing = [...address.matchAll(/\$\w+/g)].find(([placeholder]) => !ids[placeholder]);
  if (missing) {
    said.push(`Left out ${address}: there is no ${missing[0]}`);
    return;
  }
  const { page, context, complaints } = await openPage(browser, baseUrl, look, remembered);
  await page.goto(address.replaceAll(/\$\w+/g, (placeholder) => ids[placeholder] ?? ''));
  if (isNewLook) await wish(page, look);
  await settle(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const file = path.join(out, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
  said.push(...complaints.map((complaint) => `${name}: ${complaint}`));
  const { size } = statSync(file);
  if (!wanted.all && size > LARGEST_README_BYTES)
    said.push(`${name}.png has ${Math.round(size / 1000)} kB, more than ${LARGEST_README_BYTES / 1000}`);
  process.stdout.write(`${path.relative('.', file)} (${Math.round(size / 1000)} kB)\n`);
}
