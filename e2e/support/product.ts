import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, openSync, closeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/testing/postgres-server.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** What Node has translated once is read by all later starts. */
const TRANSLATED = path.join(ROOT, 'node_modules/.cache/wiedersehen-translated');
const READY_WITHIN_MS = 120_000;
const DOWN_WITHIN_MS = 30_000;

export interface Product {
  /** Without a trailing slash. */
  baseUrl: string;
  dataDir: string;
  /** What the program has printed so far. */
  output: () => string;
  stop: () => Promise<void>;
}

export interface ProductOptions {
  /** Must exist and be reachable by the user that PostgreSQL runs as; the data goes into a folder inside. */
  folder: string;
  args?: string[];
  env?: Record<string, string>;
}

/** Starts the product as its own process with its own data, as an operator would. The web pages must be built already. */
export async function startProduct({ folder, args = [], env = {} }: ProductOptions): Promise<Product> {
  const dataDir = path.join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const logFile = path.join(folder, 'product.log');
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', log, log],
    env: {
      ...plainEnvironment(),
      NODE_COMPILE_CACHE: TRANSLATED,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
  closeSync(log);
  const product: Product = { baseUrl, dataDir, output: () => readFileSync(logFile, 'utf8'), stop: () => stop(child) };
  await untilReady(product, child);
  return product;
}

/** The environment without what would lead the product to somebody's real data. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _database,
    BASE_URL: _base,
    SMTP_URL: _smtp,
    SECRET_KEY: _secret,
    NODE_ENV: _mode,
    VITEST: _vitest,
    ...rest
  } = process.env;
  return rest;
}

type Child = ReturnType<typeof spawn>;

async function untilReady(product: Product, child: Child) {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end && child.exitCode === null) {
    if (await isReady(product.baseUrl)) return;
    await wait(150);
  }
  await stop(child);
  throw new Error(`The product did not become ready. It said:\n${product.output().slice(-4000)}`);
}

export async function isReady(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/health/ready`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

async function stop(child: Child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), DOWN_WITHIN_MS);
  await ended;
  clearTimeout(impatience);
}
