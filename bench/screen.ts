// How the list feels in a real browser with many people behind it: frames while scrolling, and how soon the screen answers a key.
//   npm run bench screen -- [--people 100000] [--server] [--data DIR]
// --data keeps the database of people for the next run. The last line is one JSON object.
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { openBrowser } from '../e2e/support/browser.ts';
import { buildWebIfStale } from '../scripts/build-web.ts';
import { appForActor } from '../src/testing/app-for-actor.ts';
import type { BenchHouse } from './house.ts';
import { openBenchHouse } from './house.ts';
import { load, percentile, rounded } from './measure.ts';
import { plantPeople } from './plant.ts';

const { values } = parseArgs({
  options: { people: { type: 'string' }, server: { type: 'boolean' }, data: { type: 'string' } },
});
const kind = values.server ? 'server' : 'embedded';
const people = Number(values.people ?? (values.server ? 1_000_000 : 100_000));
const SCROLL_STEPS = 240;
const WORDS = ['Müller', 'keller', 'Schmid', 'anna', 'Wiss'];

await buildWebIfStale();
const bench = await openBenchHouse(kind, values.data);
if (!bench) throw new Error('There is no PostgreSQL on this machine, and DATABASE_URL is not set.');
try {
  await plantPeople(bench, people);
  console.log(
    JSON.stringify({ bench: 'screen', kind, people, database: bench.version, load: load(), ...(await measure(bench)) }),
  );
} finally {
  await bench.close();
}
process.exit(0);

async function measure({ house, actor }: BenchHouse) {
  const app = appForActor(house.parts, actor);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  const browser = await openBrowser();
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: address, locale: 'de-DE' });
    await page.addInitScript(watchInteractions);
    return { ...(await firstRows(page)), ...(await scrolling(page)), ...(await typing(page)), ...(await keys(page)) };
  } finally {
    await browser.close();
    server.close();
  }
}

function rowsOf(page: Page) {
  return page.getByRole('grid').getByRole('row');
}

async function openList(page: Page) {
  await page.goto('/talents');
  await rowsOf(page).nth(3).waitFor();
}

/** Twice: the first visit also fills caches of the server. */
async function firstRows(page: Page) {
  await openList(page);
  await openList(page);
  return { firstRowsMs: rounded(await page.evaluate(() => performance.now())) };
}

/** Wheels through the list as a hand does, and notes the time between frames. */
async function scrolling(page: Page) {
  const box = await page.getByRole('grid').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
  await page.evaluate(watchFrames);
  let mostRows = 0;
  for (let step = 0; step < SCROLL_STEPS; step += 1) {
    await page.mouse.wheel(0, step % 60 < 50 ? 240 : -720);
    await page.waitForTimeout(16);
    if (step % 40 === 0) mostRows = Math.max(mostRows, await rowsOf(page).count());
  }
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames);
  return {
    frames: frames.length,
    frameP50Ms: percentile(frames, 0.5),
    frameP95Ms: percentile(frames, 0.95),
    mostRowElements: mostRows,
  };
}

/** From the last letter to the changed list. */
async function typing(page: Page) {
  const times: number[] = [];
  for (const word of WORDS) {
    await openList(page);
    await page.getByRole('searchbox').first().fill('');
    const answered = page.waitForResponse((answer) => answer.url().includes('/api/v1/talents?') && answer.ok());
    const started = Date.now();
    await page.getByRole('searchbox').first().pressSequentially(word, { delay: 40 });
    await answered;
    times.push(Date.now() - started - word.length * 40);
  }
  return { searchShownP95Ms: percentile(times, 0.95) };
}

/** Walks, marks, opens and closes by keyboard; the browser itself says how long each key waited for its picture. */
async function keys(page: Page) {
  await openList(page);
  await page.evaluate(() => {
    (globalThis as unknown as { waits: number[] }).waits.length = 0;
  });
  const pressed = ['j', 'j', 'x', 'j', 'k', 'x', 'Enter', ']', ']', '[', 'Escape', 'Control+k'];
  for (let round = 0; round < 5; round += 1)
    for (const key of [...pressed, 'm', 'e', 'i', 'Escape', 'Escape']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(120);
    }
  const waits = await page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits);
  return {
    interactions: waits.length,
    interactionP95Ms: percentile(waits, 0.95),
    slowestInteractionMs: Math.max(0, ...waits),
  };
}

/** Runs in the page. */
function watchInteractions() {
  const waits: number[] = [];
  Object.assign(globalThis, { waits });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) waits.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/** Runs in the page. */
function watchFrames() {
  const frames: number[] = [];
  Object.assign(globalThis, { frames });
  let last = performance.now();
  const next = (now: number) => {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
