import { sql } from 'kysely';
import { fold } from '#ground/text/fold.ts';
import { APPLICATION_STAGES } from '#rooms/talents/types.ts';
import type { ConditionName, ConditionOf } from '../schema-rule.ts';
import type { Clause } from './clause.ts';
import { plain, rows } from './clause.ts';
import { consentHolds, consentRows } from './consent-condition.ts';
import type { PersonFacts, RuleReader } from './facts.ts';
import { dayFrom, daysBefore, plainLower } from './facts.ts';
import { countOf, oftenTouched, silent } from './touch-condition.ts';

/** What one condition means: as SQL about `talents t`, and as a question to the loaded facts of one person. A test holds both together. */
export interface Meaning<C> {
  sql: (condition: C, reader: RuleReader) => Clause;
  matches: (condition: C, facts: PersonFacts, reader: RuleReader) => boolean;
  /** Tells something of a person's contact data; refused to roles that may not see it. */
  asksContactData?: true;
}

/** The one table of conditions. Their shapes stand in `schema-rule.ts`, their words in `messages/`. */
export const CONDITIONS: { [N in ConditionName]: Meaning<ConditionOf<N>> } = {
  class: {
    sql: ({ values }) => plain(sql`t.segments && ${values}::text[]`),
    matches: ({ values }, { classes }) => shareOne(values, classes),
  },
  stage: {
    sql: ({ values }) => plain(sql`t.stage = any(${values}::text[])`),
    matches: ({ values }, { stage }) => isOneOf(values, stage),
  },
  in_stage_for: {
    sql: ({ days }, reader) => plain(sql`t.stage_since < ${daysBefore(reader, days)}::timestamptz`),
    matches: ({ days }, { stageSince }, reader) => stageSince < daysBefore(reader, days),
  },
  owner: {
    sql: ({ values }, reader) => memberClause('owner_id', values, reader),
    matches: ({ values }, { ownerId }, reader) => isMember(values, ownerId, reader),
  },
  deputy: {
    sql: ({ values }, reader) => memberClause('deputy_id', values, reader),
    matches: ({ values }, { deputyId }, reader) => isMember(values, deputyId, reader),
  },
  tag: {
    sql: ({ values }) => plain(sql`t.tags && ${values}::text[]`),
    matches: ({ values }, { tags }) => shareOne(values, tags),
  },
  skill: {
    sql: ({ values }) => skillRows('skill', values),
    matches: ({ values }, facts) => hasSkill('skill', values, facts),
  },
  interest: {
    sql: ({ values }) => skillRows('interest', values),
    matches: ({ values }, facts) => hasSkill('interest', values, facts),
  },
  role: {
    sql: ({ values }) =>
      plain(
        sql`(${sql.join(
          values.map((word) => sql`position(${plainLower(word)} in lower(t.role collate "C")) > 0`),
          sql` or `,
        )})`,
      ),
    matches: ({ values }, { role }) =>
      role !== null && values.some((word) => plainLower(role).includes(plainLower(word))),
  },
  employer: {
    sql: ({ values }) => plain(sql`lower(t.employer collate "C") = any(${values.map(plainLower)}::text[])`),
    matches: ({ values }, { employer }) => isOneOfWords(values, employer),
  },
  city: {
    sql: ({ values }) => plain(sql`t.city = any(${values}::text[])`),
    matches: ({ values }, { city }) => isOneOf(values, city),
  },
  country: {
    sql: ({ values }) => plain(sql`t.country = any(${values}::text[])`),
    matches: ({ values }, { country }) => isOneOf(values, country),
  },
  language: {
    sql: ({ values }) => plain(sql`t.language = any(${values}::text[])`),
    matches: ({ values }, { language }) => isOneOf(values, language),
  },
  created_within: {
    sql: ({ days }, reader) => plain(sql`t.created_at >= ${daysBefore(reader, days)}::timestamptz`),
    matches: ({ days }, { createdAt }, reader) => createdAt >= daysBefore(reader, days),
  },
  next_step: {
    sql: () => plain(sql`t.next_step_on is not null`),
    matches: (_, { nextStepOn }) => nextStepOn !== null,
  },
  next_step_within: {
    sql: ({ days }, reader) => plain(sql`t.next_step_on <= ${dayFrom(reader, days)}::date`),
    matches: ({ days }, { nextStepOn }, reader) => nextStepOn !== null && nextStepOn <= dayFrom(reader, days),
  },

  applied_within: {
    sql: ({ days }, reader) => applicationRows(sql`a.applied_on >= ${dayFrom(reader, -days)}::date`),
    matches: ({ days }, { applications }, reader) =>
      applications.some(({ appliedOn }) => appliedOn !== null && appliedOn >= dayFrom(reader, -days)),
  },
  reached: {
    sql: ({ stage }) => applicationRows(sql`a.furthest_stage = any(${stagesFrom(stage)}::text[])`),
    matches: ({ stage: wanted }, { applications }) =>
      applications.some(({ stage }) => isOneOf(stagesFrom(wanted), stage)),
  },
  application_outcome: {
    sql: ({ values }) => applicationRows(sql`a.outcome = any(${values}::text[])`),
    matches: ({ values }, { applications }) => applications.some(({ outcome }) => isOneOf(values, outcome)),
  },
  was_with_us: {
    sql: () => stationRows(sql`s.is_ours`),
    matches: (_, { stations }) => stations.some(({ isOurs }) => isOurs),
  },
  employed_as: {
    sql: ({ values }) => stationRows(sql`s.is_ours and s.employment_kind = any(${values}::text[])`),
    matches: ({ values }, { stations }) => stations.some(({ isOurs, kind }) => isOurs && isOneOf(values, kind)),
  },
  left_us_within: {
    sql: ({ days }, reader) =>
      stationRows(
        sql`s.is_ours and s.ended_on between ${dayFrom(reader, -days)}::date and ${dayFrom(reader, 0)}::date`,
      ),
    matches: ({ days }, { stations }, reader) =>
      stations.some(
        ({ isOurs, endedOn }) =>
          isOurs && endedOn !== null && endedOn >= dayFrom(reader, -days) && endedOn <= dayFrom(reader, 0),
      ),
  },
  rehire_wish: {
    sql: ({ values }) => stationRows(sql`s.is_ours and s.rehire_wish = any(${values}::text[])`),
    matches: ({ values }, { stations }) =>
      stations.some(({ isOurs, rehireWish }) => isOurs && isOneOf(values, rehireWish)),
  },
  worked_at: {
    sql: ({ values }) => stationRows(sql`lower(s.employer collate "C") = any(${values.map(plainLower)}::text[])`),
    matches: ({ values }, { stations }) => stations.some(({ employer }) => isOneOfWords(values, employer)),
  },

  silent: {
    sql: ({ days }, reader) => silent(days, reader),
    matches: ({ days }, facts, reader) => countOf('personal', days, facts, reader) === 0,
  },
  touches: {
    sql: (condition, reader) => oftenTouched('personal', condition, reader),
    matches: ({ atLeast, days }, facts, reader) => countOf('personal', days, facts, reader) >= atLeast,
  },
  answers: {
    sql: (condition, reader) => oftenTouched('theirs', condition, reader),
    matches: ({ atLeast, days }, facts, reader) => countOf('theirs', days, facts, reader) >= atLeast,
  },
  mailings: {
    sql: (condition, reader) => oftenTouched('bulk', condition, reader),
    matches: ({ atLeast, days }, facts, reader) => countOf('bulk', days, facts, reader) >= atLeast,
  },

  consent: {
    asksContactData: true,
    sql: consentRows,
    matches: consentHolds,
  },
  reachable: {
    asksContactData: true,
    sql: ({ by }) =>
      rows(
        by === 'mail'
          ? sql`select 1 from talent_addresses d where d.talent_id = t.id and d.kind = 'email' and d.bounced_at is null`
          : sql`select 1 from talent_addresses d where d.talent_id = t.id and d.kind = 'phone'`,
      ),
    matches: ({ by }, { addresses }) =>
      addresses.some(({ kind, isBounced }) => (by === 'mail' ? kind === 'email' && !isBounced : kind === 'phone')),
  },
  erases_within: {
    sql: ({ days }, reader) => plain(sql`t.erase_on <= ${dayFrom(reader, days)}::date`),
    matches: ({ days }, { eraseOn }, reader) => eraseOn <= dayFrom(reader, days),
  },

  pool: {
    sql: ({ ids }) =>
      rows(sql`select 1 from pool_members pm where pm.talent_id = t.id and pm.pool_id = any(${ids}::uuid[])`),
    matches: ({ ids }, { poolIds }) => shareOne(ids, poolIds),
  },
  // A saved rule is put in the place of its name before a rule is used; see `resolve.ts`.
  segment: {
    sql: () => plain(sql`false`),
    matches: () => false,
  },
};

const isOneOf = (values: readonly string[], value: string | null) => value !== null && values.includes(value);
const shareOne = (values: readonly string[], others: readonly string[]) => values.some((one) => others.includes(one));
const isOneOfWords = (values: readonly string[], value: string | null) =>
  value !== null && values.map(plainLower).includes(plainLower(value));

const membersMeant = (values: readonly string[], { memberId }: RuleReader) =>
  values.flatMap((word) => (word === 'none' ? [] : word !== 'me' ? [word] : memberId === null ? [] : [memberId]));

function memberClause(column: 'owner_id' | 'deputy_id', values: readonly string[], reader: RuleReader): Clause {
  const named = sql`${sql.ref(`t.${column}`)} = any(${membersMeant(values, reader)}::uuid[])`;
  return plain(values.includes('none') ? sql`${sql.ref(`t.${column}`)} is null or ${named}` : named);
}

const isMember = (values: readonly string[], memberId: string | null, reader: RuleReader) =>
  memberId === null ? values.includes('none') : membersMeant(values, reader).includes(memberId);

const skillRows = (kind: 'skill' | 'interest', values: readonly string[]) =>
  rows(
    sql`select 1 from talent_skills_view k where k.talent_id = t.id and k.kind = ${kind} and k.folded_name = any(${values.map(fold)}::text[])`,
  );

const hasSkill = (wanted: 'skill' | 'interest', values: readonly string[], { skills }: PersonFacts) =>
  skills.some(({ kind, foldedName }) => kind === wanted && values.map(fold).includes(foldedName));

const stagesFrom = (stage: (typeof APPLICATION_STAGES)[number]): string[] =>
  APPLICATION_STAGES.slice(APPLICATION_STAGES.indexOf(stage));

const applicationRows = (condition: ReturnType<typeof sql>) =>
  rows(sql`select 1 from applications_view a where a.talent_id = t.id and ${condition}`);

const stationRows = (condition: ReturnType<typeof sql>) =>
  rows(sql`select 1 from career_stations_view s where s.talent_id = t.id and ${condition}`);
