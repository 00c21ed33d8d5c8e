import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';

export interface Config {
  port: number;
  host: string;
  /** Without a trailing slash. */
  baseUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** Absent: the embedded database is used. */
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  /** 32 bytes; every other key is derived from it for one purpose. */
  secretKey: Buffer;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  isHttps: boolean;
  /** Folder with the binaries of a PostgreSQL from version 15, for the embedded database. */
  postgresBin: string | undefined;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  /** Where language models may be asked, each up to and with the version; empty: none can be switched on. */
  modelAddresses: string[];
}

/** Thrown when the environment cannot be used; the message is a whole sentence for the operator. */
export class ConfigError extends Error {}

const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyAsAbsent, schema.optional());
const usually = <T extends z.ZodType>(usual: z.output<T> & {}, schema: T) =>
  optional(schema).transform((value) => value ?? usual);

const listOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const modelAddress = z.url({ protocol: /^https?$/ });

const environment = z.object({
  PORT: usually(3000, z.coerce.number().int().min(0).max(65_535)),
  HOST: usually('127.0.0.1', z.string()),
  BASE_URL: optional(z.url({ protocol: /^https?$/ })),
  DATA_DIR: usually('data', z.string()),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//)),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//)),
  SECRET_KEY: optional(z.string()),
  LOG_LEVEL: usually('info', z.enum(['debug', 'info', 'warn', 'error', 'silent'])),
  POSTGRES_BIN: optional(z.string()),
  TRUSTED_PROXIES: usually('', z.string()),
  MODEL_ADDRESSES: usually('', z.string()).transform(listOf).pipe(z.array(modelAddress)),
});

const SENTENCES: Record<string, string> = {
  PORT: 'PORT must be a number from 0 to 65535.',
  BASE_URL: 'BASE_URL must be an address that begins with http:// or https://.',
  DATABASE_URL: 'DATABASE_URL must begin with postgres:// (or be left out: then the embedded database is used).',
  SMTP_URL: 'SMTP_URL must begin with smtp:// or smtps://.',
  MODEL_ADDRESSES: 'MODEL_ADDRESSES must be addresses that begin with http:// or https://, with commas between them.',
  LOG_LEVEL: 'LOG_LEVEL must be one of debug, info, warn, error, silent.',
};

/** @throws ConfigError with one sentence per wrong value */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new ConfigError(sentencesFor(parsed.error));
  const given = parsed.data;
  const dataDir = path.resolve(given.DATA_DIR);
  const baseUrl = withoutSlash(given.BASE_URL ?? addressOf(given.HOST, given.PORT));
  return {
    port: given.PORT,
    host: given.HOST,
    baseUrl,
    dataDir,
    databaseUrl: given.DATABASE_URL,
    smtpUrl: given.SMTP_URL,
    secretKey: secretKey(given.SECRET_KEY, dataDir),
    logLevel: given.LOG_LEVEL,
    isHttps: baseUrl.startsWith('https://'),
    postgresBin: given.POSTGRES_BIN,
    trustedProxies: listOf(given.TRUSTED_PROXIES),
    modelAddresses: given.MODEL_ADDRESSES.map(withoutSlash),
  };
}

const addressOf = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
const withoutSlash = (address: string) => address.replace(/\/+$/, '');

function sentencesFor(error: z.ZodError) {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
  return names.map((name) => SENTENCES[name] ?? `${name} has a value that cannot be used.`).join('\n');
}

function secretKey(given: string | undefined, dataDir: string): Buffer {
  if (given !== undefined) return decodeSecret(given, 'SECRET_KEY');
  const file = path.join(dataDir, 'secret.key');
  if (existsSync(file)) return decodeSecret(readFileSync(file, 'utf8').trim(), file);
  mkdirSync(dataDir, { recursive: true });
  const made = randomBytes(32).toString('base64');
  writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return Buffer.from(made, 'base64');
}

function decodeSecret(text: string, where: string): Buffer {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  const distinct = new Set(bytes).size;
  if (bytes.length < 32 || distinct < 12) {
    throw new ConfigError(
      `${where} is too weak: 32 random bytes are needed, as hex or base64 ("openssl rand -base64 32" makes one).`,
    );
  }
  return bytes.subarray(0, 32);
}
