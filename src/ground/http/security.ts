import type { MiddlewareHandler } from 'hono';
import { randomBytes } from 'node:crypto';
import { forbidden } from '../errors/app-error.ts';
import type { RequestEnv } from './room.ts';

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Headers of every answer; pages get a fresh nonce for their one style element. */
export function securityHeaders({ isHttps }: { isHttps: boolean }): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const nonce = randomBytes(16).toString('base64');
    c.set('nonce', nonce);
    await next();
    const headers = c.res.headers;
    // A download brings its own, stricter one.
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', pagePolicy(nonce));
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    // Pictures of letters are shown in mail programs on the web.
    if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()');
    if (isHttps) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}

/** A page of somebody else can neither send our own header nor a foreign origin past this check (SE-1). */
export function sameOriginWrites(baseUrl: string, openPaths: readonly string[] = []): MiddlewareHandler<RequestEnv> {
  const home = new URL(baseUrl).host;
  const open = openPaths.map((path) => new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, '[^/]+')}$`));
  return async (c, next) => {
    if (CHANGES_NOTHING.has(c.req.method) || open.some((path) => path.test(c.req.path))) return next();
    const origin = c.req.header('origin');
    const isOurs =
      origin === undefined
        ? c.req.header('x-requested-with') === 'wiedersehen'
        : [home, c.req.header('host')].includes(hostOf(origin));
    const site = c.req.header('sec-fetch-site');
    if (!isOurs || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      throw forbidden('http.foreign_origin');
    return next();
  };
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
