import { sql } from 'kysely';
import type { PersonFacts, RuleReader } from './facts.ts';
import { daysBefore } from './facts.ts';

/** `personal`: from human to human, either way; `theirs`: the person wrote, called or came; `bulk`: what went to many at once. */
export type TouchKind = 'personal' | 'theirs' | 'bulk';

const KINDS = {
  personal: sql`not h.is_bulk`,
  theirs: sql`not h.is_bulk and h.direction = 'theirs'`,
  bulk: sql`h.is_bulk`,
};

/** Contacts of the person in the last days, about `talents t`. */
export const touchRows = (kind: TouchKind, days: number, reader: RuleReader) =>
  sql`select 1 from touchpoints_view h where h.talent_id = t.id and ${KINDS[kind]} and h.occurred_at >= ${daysBefore(reader, days)}::timestamptz`;

export function countOf(kind: TouchKind, days: number, { touches }: PersonFacts, reader: RuleReader): number {
  const since = daysBefore(reader, days);
  return touches.filter((touch) => touch.at >= since && isOfKind(kind, touch)).length;
}

function isOfKind(kind: TouchKind, { isBulk, direction }: PersonFacts['touches'][number]): boolean {
  if (kind === 'bulk') return isBulk;
  return !isBulk && (kind === 'personal' || direction === 'theirs');
}
