import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import type { RequestEnv } from './room.ts';

const PAGES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../dist/web');

/** The built web app: files with a hash in their name for ever, the page itself always fresh. */
export function servePages(app: Hono<RequestEnv>) {
  app.use(
    '/assets/*',
    serveStatic({
      root: PAGES,
      precompressed: true,
      onFound: (_file, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.use('/favicon.svg', serveStatic({ root: PAGES }));
  app.get('*', (c) => {
    const page = readPage();
    if (page === undefined) return c.text('The web pages are not built yet: run "npm run build" or "npm start".', 503);
    return c.html(page.replaceAll('__NONCE__', c.get('nonce')));
  });
}

let known: string | undefined;
function readPage(): string | undefined {
  const file = path.join(PAGES, 'index.html');
  if (known === undefined && existsSync(file)) known = readFileSync(file, 'utf8');
  return known;
}
