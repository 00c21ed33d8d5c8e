import type { z } from 'zod';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * What a route promises, shared by server, browser, OpenAPI document and permission matrix.
 * `allow` names the permission (see the accounts room), or `public` (no sign-in), or `signed_in` (any role).
 * `answer: 'file'` marks a download, `answer: 'stream'` server-sent events; `body: 'file'` an upload as raw bytes.
 */
export interface RouteContract {
  method: Method;
  /** Below /api/v1, e.g. `/talents/:talentId`. */
  path: string;
  allow: string;
  /** Default `own`: a write has to come from our own pages. `any`: it carries its own proof and no cookie counts. */
  origin?: 'own' | 'any';
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType | 'file';
  answer: z.ZodType | 'file' | 'stream' | 'nothing';
  /** Default 200, 204 for `nothing`. */
  status?: number;
}

type Output<T, Else> = T extends z.ZodType ? z.output<T> : Else;
type Input<T, Else> = T extends z.ZodType ? z.input<T> : Else;

/** What the handler receives, parsed and checked. */
export interface RouteInput<R extends RouteContract> {
  params: Output<R['params'], Record<string, never>>;
  query: Output<R['query'], Record<string, never>>;
  body: Output<R['body'], undefined>;
}

export type RouteAnswer<R extends RouteContract> = R['answer'] extends z.ZodType ? z.input<R['answer']> : unknown;
export type ClientAnswer<R extends RouteContract> = R['answer'] extends z.ZodType ? z.output<R['answer']> : undefined;

/** What the caller in the browser gives. */
export type ClientInput<R extends RouteContract> = (R['params'] extends z.ZodType
  ? { params: Input<R['params'], never> }
  : { params?: undefined }) &
  (R['query'] extends z.ZodType ? { query?: Input<R['query'], never> } : { query?: undefined }) &
  (R['body'] extends z.ZodType ? { body: Input<R['body'], never> } : { body?: undefined });

export const defineRoute = <const R extends RouteContract>(route: R): R => route;
