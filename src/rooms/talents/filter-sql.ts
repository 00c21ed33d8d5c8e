import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { fold } from '#ground/text/fold.ts';
import { refuseHidden, sightOf } from './access.ts';
import type { Condition, ConditionName, FilterSentence, ListFilter } from './schema-filter.ts';
import { CONDITION_NAMES } from './schema-filter.ts';
import { isWithoutOwner } from './without-owner.ts';

type Sql = RawBuilder<boolean>;
type Reader = Pick<Ctx, 'actor' | 'now'>;
type Build = (value: never, reader: Reader) => Sql;

const MS_PER_DAY = 86_400_000;

/** A lower room may have to look up what is meant, and whether this reader may know it. */
type Foreign = (value: never, ctx: Lookup) => Sql | Promise<Sql>;
type Lookup = Pick<Ctx, 'actor' | 'now' | 'db'>;

/** Filters that only a lower room can answer, such as "came with this import". Wired once, when the house is put together. */
const provided = new Map<ConditionName, Foreign>();

/** `condition` gets the value and who asks, and returns SQL about `t.id`. */
export function provideTalentFilter(name: 'importId', condition: (value: string[]) => Sql): void;
export function provideTalentFilter(name: 'hasDuplicates', condition: (value: 'yes' | 'no') => Sql): void;
export function provideTalentFilter(name: 'pool', condition: (value: string[], ctx: Lookup) => Sql): void;
export function provideTalentFilter(
  name: 'savedSegment',
  condition: (value: string[], ctx: Lookup) => Promise<Sql>,
): void;
export function provideTalentFilter(name: ConditionName, condition: Foreign): void {
  provided.set(name, condition);
}

const HIDDEN_WITHOUT_CONTACT: ReadonlySet<ConditionName> = new Set<ConditionName>(['reachable']);

/**
 * The filter as SQL about the table `talents t`, without words and without the reader's entities.
 * @throws AppError talents.field_hidden, talents.filter_unknown
 */
export async function conditionsOf(filter: Partial<ListFilter>, reader: Lookup): Promise<Sql[]> {
  const flat = CONDITION_NAMES.flatMap((field) => {
    const value = filter[field];
    return value === undefined ? [] : [sqlOf({ field, value }, reader)];
  });
  const sentence = filter.filter && filter.filter.terms.length > 0 ? [sentenceOf(filter.filter, reader)] : [];
  return Promise.all([...flat, ...sentence]);
}

async function sentenceOf(sentence: FilterSentence, reader: Lookup): Promise<Sql> {
  const terms = sentence.terms.map(async (term) =>
    'terms' in term
      ? joined(await Promise.all(term.terms.map((one) => sqlOf(one, reader))), term.join)
      : sqlOf(term, reader),
  );
  return joined(await Promise.all(terms), sentence.join);
}

const joined = (terms: Sql[], how: 'and' | 'or'): Sql =>
  sql<boolean>`(${sql.join(terms, how === 'and' ? sql` and ` : sql` or `)})`;

async function sqlOf({ field, value, not }: Condition, reader: Lookup): Promise<Sql> {
  if (HIDDEN_WITHOUT_CONTACT.has(field) && !sightOf(reader.actor).contact) refuseHidden(field);
  const build = BUILD[field];
  const foreign = provided.get(field);
  if (!build && !foreign) throw invalid('talents.filter_unknown', { field });
  const made = foreign ? await foreign(value as never, reader) : (build as Build)(value as never, reader);
  return not ? sql<boolean>`(${made}) is not true` : made;
}

const folded = (words: string[]) => words.map(fold);

const BUILD: Partial<Record<ConditionName, Build>> = {
  // The index knows only people who have any, so the condition says so.
  segment: (words: string[]) => sql`(t.segments && ${words}::text[] and t.segments <> '{}')`,
  stage: (words: string[]) => sql`t.stage = any(${words}::text[])`,
  owner: (words: string[], reader: Reader) => ownerIs(words, reader),
  tag: (words: string[]) => sql`(t.tags && ${words}::text[] and t.tags <> '{}')`,
  city: (words: string[]) => sql`t.city = any(${words}::text[])`,
  country: (words: string[]) => sql`t.country = any(${words}::text[])`,
  language: (words: string[]) => sql`t.language = any(${words}::text[])`,
  employer: (words: string[]) => sql`lower(t.employer) = any(${words.map((word) => word.toLowerCase())}::text[])`,
  role: (words: string[]) => sql`t.role ilike any(${words.map(within)}::text[])`,
  skill: (words: string[]) => hasSkill('skill', words),
  interest: (words: string[]) => hasSkill('interest', words),
  silentForDays: (days: number, { now }: Reader) =>
    sql`(t.last_touch_at is null or t.last_touch_at < ${daysFrom(now, -days)}::timestamptz)`,
  touchedWithinDays: (days: number, { now }: Reader) => sql`t.last_touch_at >= ${daysFrom(now, -days)}::timestamptz`,
  createdWithinDays: (days: number, { now }: Reader) => sql`t.created_at >= ${daysFrom(now, -days)}::timestamptz`,
  nextStepWithinDays: (days: number, { now }: Reader) => sql`t.next_step_on <= ${dayOf(daysFrom(now, days))}::date`,
  erasesWithinDays: (days: number, { now }: Reader) => sql`t.erase_on <= ${dayOf(daysFrom(now, days))}::date`,
  hasNextStep: (is: string) => (is === 'yes' ? sql`t.next_step_on is not null` : sql`t.next_step_on is null`),
  reachable: (is: string) =>
    there(
      is,
      sql`select 1 from talent_addresses a where a.talent_id = t.id and a.kind = 'email' and a.bounced_at is null`,
    ),
  wasWithUs: (is: string) => there(is, sql`select 1 from career_stations s where s.talent_id = t.id and s.is_ours`),
};

function ownerIs(words: string[], { actor }: Reader): Sql {
  const ids = words.filter((word) => word !== 'none').map((word) => (word === 'me' ? actor.memberId : word));
  const named = sql<boolean>`t.owner_id = any(${ids}::uuid[])`;
  return words.includes('none') ? sql<boolean>`(${isWithoutOwner} or ${named})` : named;
}

const hasSkill = (kind: 'skill' | 'interest', words: string[]): Sql =>
  sql`t.id in (select k.talent_id from talent_skills k where k.kind = ${kind} and k.folded_name = any(${folded(words)}::text[]))`;

const there = (is: string, rows: RawBuilder<unknown>): Sql =>
  is === 'yes' ? sql`exists (${rows})` : sql`not exists (${rows})`;
const within = (word: string) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * MS_PER_DAY);
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
