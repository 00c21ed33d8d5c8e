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

/** Nobody of ours and the person had to do with each other in the last days; the day of the last time stands with the person. */
export const silent = (days: number, reader: RuleReader): Clause =>
  plain(sql`t.last_personal_at is null or t.last_personal_at < ${daysBefore(reader, days)}::timestamptz`);

/** Answers of a year are few beside the people: counted together, they are read once in the order of the index. */
const FEW_ANSWERS_DAYS = 365;

interface Often {
  atLeast: number;
  days: number;
}

/** The last such contact stands with the person, save for letters to many. */
const LAST = { personal: sql`t.last_personal_at`, theirs: sql`t.last_answer_at` };

/**
 * Once is a look at the last time. More often is counted for everyone at once where that is little to read, and else person by person, no further
 * than asked and only where the last time is near enough.
 */
export function oftenTouched(kind: TouchKind, { atLeast, days }: Often, reader: RuleReader): Clause {
  const touches = touchRows(kind, days, reader);
  const counted = sql`(select count(*) from (${touches} limit ${atLeast}) c) >= ${atLeast}`;
  if (kind === 'bulk') return atLeast === 1 ? rows(touches) : plain(counted);
  const lately = sql`${LAST[kind]} >= ${daysBefore(reader, days)}::timestamptz`;
  if (atLeast === 1) return plain(lately);
  if (kind === 'theirs' && days <= FEW_ANSWERS_DAYS)
    return rows(
      sql`select 1 from (select h.talent_id from touchpoints_view h where ${since(kind, days, reader)} group by h.talent_id having count(*) >= ${atLeast}) o where o.talent_id = t.id`,
    );
  return plain(sql`${lately} and ${counted}`);
}

export function countOf(kind: TouchKind, days: number, { touches }: PersonFacts, reader: RuleReader): number {
  const from = daysBefore(reader, days);
  return touches.filter((touch) => touch.at >= from && isOfKind(kind, touch)).length;
}

function isOfKind(kind: TouchKind, { isBulk, direction }: PersonFacts['touches'][number]): boolean {
  if (kind === 'bulk') return isBulk;
  return !isBulk && (kind === 'personal' || direction === 'theirs');
}
