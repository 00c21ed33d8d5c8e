import type { BrowserContext, ConsoleMessage, Page, Response } from 'playwright-core';

/** What went wrong in the browser behind the back of the test; empty at the end of a good journey. */
export type Complaints = string[];

/** A refusal of ours (not signed in, name taken, conflict) is an answer; Chromium calls it an error all the same. */
const EXPECTED_REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Collects console errors, uncaught errors, violated content security, answers of 500 and above, and every request to another origin. Such
 * a request is also stopped: the product must work on a machine without internet.
 */
export async function watch(context: BrowserContext, baseUrl: string): Promise<Complaints> {
  const complaints: Complaints = [];
  const home = new URL(baseUrl).origin;
  await context.route(
    (url) => isForeign(url, home),
    (route) => {
      complaints.push(`request to another origin: ${route.request().url()}`);
      return route.abort();
    },
  );
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      // oxlint-disable-next-line no-console -- runs in the page; the watch listens to its console
      console.error(`content security: ${violatedDirective} blocked ${blockedURI} in ${sourceFile}`);
    });
  });
  context.on('page', (page) => listen(page, complaints));
  return complaints;
}

function isForeign(url: URL, home: string): boolean {
  return !['data:', 'blob:', 'about:'].includes(url.protocol) && url.origin !== home;
}

function listen(page: Page, complaints: Complaints) {
  page.on('console', (message) => {
    if (isComplaint(message)) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (isFailure(response))
      complaints.push(`${response.status()} from ${response.request().method()} ${response.url()}`);
  });
}

const isComplaint = (message: ConsoleMessage) => message.type() === 'error' && !EXPECTED_REFUSAL.test(message.text());
const isFailure = (response: Response) => response.status() >= 500;
