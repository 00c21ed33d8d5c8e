import { sql } from 'kysely';
import type { Clause } from './clause.ts';
import { plain, rows } from './clause.ts';
import type { PersonFacts, RuleReader } from './facts.ts';
import { daysBefore } from './facts.ts';

/** `personal`: from human to human, either way; `theirs`: the person wrote, called or came; `bulk`: what went to many at once. */
export type TouchKind = 'personal' | 'theirs' | 'bulk';

const KINDS = {
  personal: sql`not h.is_bulk`,
  theirs: sql`not h.is_bulk and h.direction = 'theirs'`,
  bulk: sql`h.is_bulk`,
};

const since = (kind: TouchKind, days: number, reader: RuleReader) =>
  sql`${KINDS[kind]} and h.occurred_at >= ${daysBefore(reader, days)}::timestamptz`;

/** Contacts of the person in the last days, about `talents t`. */
export const touchRows = (kind: TouchKind, days: number, reader: RuleReader) =>
  sql`select 1 from touchpoints_view h where h.talent_id = t.id and ${since(kind, days, reader)}`;

/** Answers of a year are few beside the people: counted together, they are read once in the order of the index. */
const FEW_ANSWERS_DAYS = 365;

interface Often {
  atLeast: number;
  days: number;
}

/** Once is a join. More often is counted for everyone at once where that is little to read, and else person by person, no further than asked. */
export function oftenTouched(kind: TouchKind, { atLeast, days }: Often, reader: RuleReader): Clause {
  const touches = touchRows(kind, days, reader);
  if (atLeast === 1) return rows(touches);
  if (kind === 'theirs' && days <= FEW_ANSWERS_DAYS)
    return rows(
      sql`select 1 from (select h.talent_id from touchpoints_view h where ${since(kind, days, reader)} group by h.talent_id having count(*) >= ${atLeast}) o where o.talent_id = t.id`,
    );
  return plain(sql`(select count(*) from (${touches} limit ${atLeast}) c) >= ${atLeast}`);
}

export function countOf(kind: TouchKind, days: number, { touches }: PersonFacts, reader: RuleReader): number {
  const from = daysBefore(reader, days);
  return touches.filter((touch) => touch.at >= from && isOfKind(kind, touch)).length;
}

function isOfKind(kind: TouchKind, { isBulk, direction }: PersonFacts['touches'][number]): boolean {
  if (kind === 'bulk') return isBulk;
  return !isBulk && (kind === 'personal' || direction === 'theirs');
}
