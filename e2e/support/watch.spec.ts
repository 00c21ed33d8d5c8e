import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOn } from './accessible.ts';
import { browserForTests } from './browser.ts';

const PAGE = `<!doctype html><html lang="en"><title>t</title><main><h1>A bad page</h1><img src="https://elsewhere.example/pixel.gif"><input>
<script src="/bad.js"></script></main></html>`;
const SCRIPT =
  'fetch("/broken"); fetch("/refused"); document.body.append(Object.assign(document.createElement("style"), { textContent: "p {}" })); throw new Error("oops");';

const { openPage } = browserForTests();

describe('the watch over the browser', () => {
  const server = createServer(({ url }, response) => {
    const statuses: Record<string, number> = { '/broken': 500, '/refused': 409 };
    response.statusCode = statuses[url ?? ''] ?? 200;
    response.setHeader('content-type', url === '/bad.js' ? 'text/javascript' : 'text/html');
    response.setHeader('content-security-policy', "default-src 'self'; img-src *");
    response.end(url === '/bad.js' ? SCRIPT : PAGE);
  });
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', () => resolve());
      }),
  );
  afterAll(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  );

  it('complains about strangers, errors, broken answers and breaches of content security, but not about a refusal', async () => {
    const { port } = server.address() as AddressInfo;
    const { page, context, complaints } = await openPage(`http://127.0.0.1:${port}`);

    await page.goto('/', { waitUntil: 'networkidle' });
    const barriers = await barriersOn(page);
    await context.close();

    const all = complaints.join('\n');
    expect(all).toContain('request to another origin: https://elsewhere.example/pixel.gif');
    expect(all).toContain('uncaught: oops');
    expect(all).toMatch(/^500 from GET .*\/broken$/m);
    expect(all).toContain('content security: style-src');
    expect(all).not.toContain('/refused');
    expect(barriers.map((barrier) => barrier.split(' ')[0])).toEqual(expect.arrayContaining(['image-alt', 'label']));
  });
});
