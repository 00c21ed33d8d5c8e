import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

const MARK = '/* kept plan */ ';
const MARKED = /^\s*\/\* kept plan \*\//;
/** A statement about more than these is worth a plan of its own. */
const FEW = 100;
/** The server keeps each plan for each connection. A text that is never the same twice would fill its memory. */
const MOST_PLANS = 200;

/**
 * Stands before a statement that is asked at every act about a few people, and names it, so that the server keeps its plan: with many
 * joins, planning takes ten times as long as the work itself. For many people, or all (`undefined`), it stays as it is.
 */
export const keptPlanFor = (ids: readonly string[] | undefined): RawBuilder<unknown> =>
  sql.raw(ids !== undefined && ids.length <= FEW ? MARK : '');

const names = new Map<string, string>();

/** The statement with its name, as node-postgres takes it; undefined where no plan is to be kept. */
export function withKeptPlan(
  text: string,
  values?: unknown[],
): { name: string; text: string; values: unknown[] } | undefined {
  if (!MARKED.test(text)) return undefined;
  const name = names.get(text) ?? (names.size < MOST_PLANS ? `kept-${names.size}` : undefined);
  if (name === undefined) return undefined;
  names.set(text, name);
  return { name, text, values: values ?? [] };
}
