import type { Context } from 'hono';
import { z } from 'zod';
import type { FailureKind } from '../errors/app-error.ts';
import { AppError } from '../errors/app-error.ts';

const STATUS: Record<FailureKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_many: 429,
  unavailable: 503,
};

/** Problem details (RFC 9457) with our code and facts; the sentence is chosen by the reader's language. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  /** Fields that were refused: path and code. */
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  /** Reference number for the log. */
  id: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

export function problemFor(error: unknown, id: string): Problem {
  if (error instanceof AppError) {
    return {
      type: `urn:wiedersehen:${error.code}`,
      title: error.code,
      status: STATUS[error.kind],
      code: error.code,
      params: error.params,
      id,
    };
  }
  if (error instanceof z.ZodError) {
    const errors = error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code ?? 'invalid',
      message: issue.message,
    }));
    return {
      type: 'urn:wiedersehen:http.invalid_input',
      title: 'http.invalid_input',
      status: 422,
      code: 'http.invalid_input',
      errors,
      id,
    };
  }
  return {
    type: 'urn:wiedersehen:http.unexpected',
    title: 'http.unexpected',
    status: 500,
    code: 'http.unexpected',
    id,
  };
}

export function answerProblem(c: Context, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status as 500, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}
