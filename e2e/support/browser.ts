import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import type { Complaints } from './watch.ts';
import { watch } from './watch.ts';

export type { Page } from 'playwright-core';

export type Language = 'de' | 'de-CH' | 'en';

/** How a page is looked at; defaults: German, light, a laptop. */
export interface Look {
  language?: Language;
  theme?: 'light' | 'dark';
  /** CSS pixels. */
  width?: number;
  height?: number;
}

export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  complaints: Complaints;
}

/** @throws Error when this machine has no Chromium */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('There is no Chromium on this machine. Please install it, or name it with CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

/** The state of an earlier context, so that nobody has to sign in twice. */
export type Remembered = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A page with a memory of its own: no cookie and no setting of another page reaches it. */
export async function openPage(
  browser: Browser,
  baseUrl: string,
  look: Look = {},
  remembered?: Remembered,
): Promise<OpenedPage> {
  const { language = 'de', theme = 'light', width = 1280, height = width < 600 ? 844 : 800 } = look;
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: language === 'de' ? 'de-DE' : language,
    colorScheme: theme,
    timezoneId: 'Europe/Zurich',
    viewport: { width, height },
    hasTouch: width < 600,
    reducedMotion: 'reduce',
    storageState: remembered,
  });
  context.setDefaultTimeout(15_000);
  const complaints = await watch(context, baseUrl);
  return { page: await context.newPage(), context, complaints };
}

export interface BrowserForTests {
  /** Opens a page of the product that all browser tests share. At the end of the test it must not have complained (see `watch`). */
  newPage: (look?: Look) => Promise<Page>;
  /** The same in another product, with what an earlier page remembered. */
  newPageAt: (baseUrl: string, look?: Look, remembered?: Remembered) => Promise<Page>;
  /** A page of something else, not watched at the end; close its context. */
  openPage: (baseUrl: string, look?: Look) => Promise<OpenedPage>;
}

/** One browser for a file of tests; called once at its top. Fails every journey that leaves an error or a foreign request behind. */
export function browserForTests(): BrowserForTests {
  let browser: Browser;
  const opened: OpenedPage[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const pages = opened.splice(0);
    await Promise.all(pages.map(({ context }) => context.close()));
    const complaints = pages.flatMap(({ complaints }) => complaints);
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  });
  const newPageAt: BrowserForTests['newPageAt'] = async (baseUrl, look, remembered) => {
    const one = await openPage(browser, baseUrl, look, remembered);
    opened.push(one);
    return one.page;
  };
  return {
    newPage: (look) => newPageAt(inject('baseUrl'), look),
    newPageAt,
    openPage: (baseUrl, look) => openPage(browser, baseUrl, look),
  };
}
