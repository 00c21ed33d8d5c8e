import process from 'node:process';
import { serve } from '@hono/node-server';
import { ConfigError, readConfig } from '#ground/config/config.ts';
import { keepPromisesBeforeServing } from '#rooms/consent/index.ts';
import { resumeUnfinished } from '#rooms/inventory/index.ts';
import { openHouse } from './house.ts';

/** Web server and worker in one process; ends with 1 and a clear sentence when it cannot start. */
async function main() {
  const config = readConfig();
  const house = await openHouse(config, { stay: 'server' });
  await keepPromisesBeforeServing(await house.systemCtx());
  const demo = process.argv.includes('--demo') ? await (await import('./demo.ts')).plantDemo(house) : undefined;
  await house.board.work(house.systemCtx);
  await resumeUnfinished(await house.systemCtx());

  const server = serve({ fetch: house.app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
    const address = config.port === 0 ? `http://${config.host}:${port}` : config.baseUrl;
    process.stdout.write(
      `\nWiedersehen is ready: ${address}\nData: ${config.databaseUrl ? 'PostgreSQL server' : config.dataDir}. Stop with Ctrl-C.\n`,
    );
    if (demo) process.stdout.write(`Sample company: sign in as ${demo.email} with the password ${demo.password}\n`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    stop(
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} is already in use. Set PORT to another one, e.g. PORT=3001 npm start.`
        : error.message,
    );
  });

  let isClosing = false;
  async function close() {
    if (isClosing) return;
    isClosing = true;
    server.close();
    await house.close();
    process.exit(0);
  }
  process.on('SIGINT', () => void close());
  process.on('SIGTERM', () => void close());
}

function stop(sentence: string) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

main().catch((error: unknown) =>
  stop(error instanceof ConfigError || error instanceof Error ? error.message : String(error)),
);
