import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { NewPerson } from '#rooms/talents/index.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import {
  APPLICATION_OUTCOMES,
  APPLICATION_STAGES,
  EMPLOYMENT_KINDS,
  LANGUAGES_OF_TALENTS,
  STAGES,
} from '#rooms/talents/types.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Condition, ConditionName, ConditionOf, Rule } from '../schema-rule.ts';
import { CONDITION_NAMES, CONDITION_SCHEMAS, CONSENT_PURPOSES, CONSENT_STATES } from '../schema-rule.ts';
import type { PersonFacts, RuleReader } from './facts.ts';
import { loadFacts } from './load-facts.ts';
import { readRule } from './read-rule.ts';
import { matchesRule, ruleSql } from './rule.ts';

const PEOPLE = 120;
/** Rules per statement and statements: ten thousand rules, each about all people. */
const [RULES_AT_ONCE, STATEMENTS] = [25, 400];
const SEED = 20_261_123;
const MS_PER_DAY = 86_400_000;

let house: TestHouse;
let people: PersonFacts[];
let reader: RuleReader;
let members: string[];
const pools = [newId(), newId(), newId()];

beforeAll(async () => {
  house = await openTestHouse();
  const { memberId } = house.actorFor('recruiter');
  reader = { memberId, now: house.clock.now };
  members = [memberId, house.actorFor('administrator').memberId].filter((id) => id !== null);
  people = await plantPeople();
});
afterAll(() => house.close());

const WORDS = ['Zürich', 'zürich', 'Bern', 'Über', 'BERN', 'Müller 100%_', 'Ingenieurin', 'ingenieur', "O'Hara"];
const DAYS = [1, 7, 30, 90, 365, 3650];

const word = fc.constantFrom(...WORDS);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = <T>(value: fc.Arbitrary<T>, most = 3) => fc.array(value, { maxLength: most });
/** On the very edges of the spans that rules ask for, and around them. */
const daysAgo = fc.oneof(
  fc.constantFrom(...DAYS.flatMap((days) => [days - 1, days, days + 1])),
  fc.integer({ min: -400, max: 1200 }),
);
const on = daysAgo.map((days) => dayBefore(days));
const at = fc.tuple(daysAgo, fc.integer({ min: -1, max: 1 })).map(([days, ms]) => instantBefore(days, ms));
const dayBefore = (days: number) => instantBefore(days).slice(0, 10);
const instantBefore = (days: number, ms = 0) =>
  new Date(Date.parse('2026-11-23T09:00:00Z') - days * MS_PER_DAY + ms).toISOString();
const id = fc.constant(null).map(() => newId());

const person = fc.record({
  role: maybe(word),
  employer: maybe(word),
  city: maybe(word),
  country: maybe(fc.constantFrom('CH', 'DE')),
  language: maybe(fc.constantFrom(...LANGUAGES_OF_TALENTS)),
  nextStepOn: maybe(on),
  stage: fc.constantFrom(...STAGES),
  segments: some(word),
  tags: some(word),
  addresses: fc.uniqueArray(
    fc.record({
      id,
      kind: fc.constantFrom('email' as const, 'phone' as const),
      value: fc.constantFrom('+41795550101', '+41795550102', 'a@mail.example', 'b@mail.example'),
    }),
    { maxLength: 3, selector: ({ kind, value }) => kind + value },
  ),
  stations: some(
    fc.record(
      {
        id,
        employer: word,
        isOurs: fc.boolean(),
        employmentKind: maybe(fc.constantFrom(...EMPLOYMENT_KINDS)),
        endedOn: maybe(on),
        rehireWish: maybe(fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)),
      },
      { noNullPrototype: true },
    ),
  ),
  applications: some(
    fc.record({
      id,
      appliedOn: maybe(on),
      furthestStage: maybe(fc.constantFrom(...APPLICATION_STAGES)),
      outcome: fc.constantFrom(...APPLICATION_OUTCOMES),
    }),
  ),
  skills: fc.uniqueArray(fc.record({ id, kind: fc.constantFrom('skill' as const, 'interest' as const), name: word }), {
    maxLength: 3,
    selector: ({ kind, name }) => kind + name.toLowerCase().replace('ü', 'u').replace(/\W+/g, ''),
  }),
  touchpoints: some(
    fc.record({
      id,
      occurredAt: at,
      channel: fc.constantFrom('mail' as const, 'newsletter' as const),
      direction: fc.constantFrom('ours' as const, 'theirs' as const),
      isBulk: fc.boolean(),
    }),
    8,
  ),
});

/** What the insert of people does not take: written beside it. */
const more = () =>
  fc.record({
    owner: fc.option(fc.constantFrom(...members)),
    deputy: fc.option(fc.constantFrom(...members)),
    stageSince: at,
    createdAt: at,
    eraseOn: on,
    bounced: fc.boolean(),
    pools: fc.subarray(pools),
    consents: some(
      fc.record({
        purpose: fc.constantFrom(...CONSENT_PURPOSES),
        kind: fc.constantFrom('given', 'confirmed', 'refused', 'withdrawn', 'expired'),
        channel: fc.constantFrom('all', 'mail'),
        at,
        expiresOn: fc.option(on),
      }),
      5,
    ),
  });

async function plantPeople(): Promise<PersonFacts[]> {
  const drawn = fc.sample(person, { seed: SEED, numRuns: PEOPLE });
  const added = drawn.map((one): NewPerson => aPerson(house.entityId, { ...defined(one), id: newId() }));
  await keepPeople(house.systemCtx(), added);
  await plantPools();
  for (const [i, one] of fc.sample(more(), { seed: SEED, numRuns: PEOPLE }).entries())
    await addMore(added[i]?.id ?? '', one);
  return loadFacts(
    house.db,
    added.map(({ id: talentId }) => talentId),
  );
}

const defined = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

async function plantPools() {
  await house.db
    .insertInto('pools')
    .values(
      pools.map((poolId, i) => ({
        id: poolId,
        entity_id: house.entityId,
        name: `Pool ${i}`,
        mode: 'volume',
        visibility: 'all',
        created_at: house.clock.now,
        updated_at: house.clock.now,
      })),
    )
    .execute();
}

type More = ReturnType<typeof more> extends fc.Arbitrary<infer T> ? T : never;

async function addMore(talentId: string, given: More) {
  await sql`update talents set owner_id = ${given.owner}, deputy_id = ${given.deputy}, stage_since = ${given.stageSince}, created_at = ${given.createdAt}, erase_on = ${given.eraseOn} where id = ${talentId}`.execute(
    house.db,
  );
  if (given.bounced)
    await sql`update talent_addresses set bounced_at = now() where talent_id = ${talentId}`.execute(house.db);
  for (const poolId of given.pools)
    await sql`insert into pool_members (pool_id, talent_id, added_at) values (${poolId}, ${talentId}, now())`.execute(
      house.db,
    );
  for (const { purpose, kind, channel, at: occurredAt, expiresOn } of given.consents)
    await sql`insert into consent_events (id, talent_id, kind, purpose, channel, form, occurred_at, expires_on)
      values (${newId()}, ${talentId}, ${kind}, ${purpose}, ${channel}, 'paper', ${occurredAt}, ${expiresOn})`.execute(
      house.db,
    );
}

const days = fc.constantFrom(...DAYS);
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const oneOf = <T>(...values: readonly T[]) => fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const often = { atLeast: fc.integer({ min: 1, max: 4 }), days };

/** One of each condition; the compiler asks for what a new condition forgot. */
const PARTS = (): {
  [N in ConditionName]: { [K in Exclude<keyof ConditionOf<N>, 'is'>]: fc.Arbitrary<ConditionOf<N>[K]> };
} => {
  const who = oneOf('me' as const, 'none' as const, ...members);
  return {
    class: { values: words },
    stage: { values: oneOf(...STAGES) },
    in_stage_for: { days },
    owner: { values: who },
    deputy: { values: who },
    tag: { values: words },
    skill: { values: words },
    interest: { values: words },
    role: { values: words },
    employer: { values: words },
    city: { values: words },
    country: { values: oneOf('CH', 'DE', 'AT') },
    language: { values: oneOf(...LANGUAGES_OF_TALENTS) },
    created_within: { days },
    next_step: {},
    next_step_within: { days },
    applied_within: { days },
    reached: { stage: fc.constantFrom(...APPLICATION_STAGES) },
    application_outcome: { values: oneOf(...APPLICATION_OUTCOMES) },
    was_with_us: {},
    employed_as: { values: oneOf(...EMPLOYMENT_KINDS) },
    left_us_within: { days },
    rehire_wish: { values: oneOf('yes' as const, 'no' as const, 'unknown' as const) },
    worked_at: { values: words },
    silent: { days },
    touches: often,
    answers: often,
    mailings: often,
    consent: { purpose: fc.constantFrom(...CONSENT_PURPOSES), state: fc.constantFrom(...CONSENT_STATES) },
    reachable: { by: fc.constantFrom('mail' as const, 'phone' as const) },
    erases_within: { days },
    pool: { ids: oneOf(...pools, newId()) },
    segment: { id: fc.constant(newId()) },
  };
};

function condition(): fc.Arbitrary<Condition> {
  const parts = PARTS();
  // Names of segments are resolved before a rule is used.
  const names = CONDITION_NAMES.filter((name) => name !== 'segment');
  return fc.oneof(
    ...names.map((is) =>
      fc.record({ is: fc.constant(is), ...parts[is] }).map((given) => CONDITION_SCHEMAS[is].parse(given)),
    ),
  );
}

function rule(): fc.Arbitrary<Rule> {
  const { any } = fc.letrec<{ any: Rule; group: Rule; leaf: Rule }>((tie) => ({
    leaf: condition(),
    group: fc.oneof(
      fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 4 }) }),
      fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 4 }) }),
      fc.record({
        not: fc.oneof(tie('leaf'), fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) })),
      }),
    ),
    any: fc.oneof({ maxDepth: 5, withCrossShrink: true }, tie('leaf'), tie('group')),
  }));
  return any;
}

async function foundBySql(rules: readonly Rule[]): Promise<string[][]> {
  const asked = rules.map((one) => ruleSql(one, reader));
  const { rows } = await sql<{ id: string; fits: boolean[] }>`
    select t.id, array[${sql.join(asked.map((one) => sql`coalesce(${one}, false)`))}] as fits from talents t order by t.id`.execute(
    house.db,
  );
  return rules.map((_, i) => rows.filter(({ fits }) => fits[i]).map(({ id: talentId }) => talentId));
}

const foundByHand = (one: Rule) =>
  people.filter((facts) => matchesRule(one, facts, reader)).map(({ id: talentId }) => talentId);

describe('a rule', () => {
  it(
    'finds the same people in the database and one by one, for ten thousand rules drawn by lot',
    { timeout: 300_000 },
    async () => {
      const found = { people: 0, decisions: 0 };
      const sameFor = async (rules: Rule[]) => {
        const bySql = await foundBySql(rules);

        const byHand = rules.map(foundByHand);

        found.people += byHand.flat().length;
        found.decisions += rules.length * people.length;
        for (const [i, one] of rules.entries())
          expect({ rule: one, ids: bySql[i] }).toEqual({ rule: one, ids: byHand[i] });
      };
      await fc.assert(
        fc.asyncProperty(fc.array(rule(), { minLength: RULES_AT_ONCE, maxLength: RULES_AT_ONCE }), sameFor),
        { seed: SEED, numRuns: STATEMENTS, endOnFailure: false },
      );

      // Rules that fit nobody, or everyone, would prove nothing.
      expect(found.decisions).toBe(RULES_AT_ONCE * STATEMENTS * PEOPLE);
      expect(found.people / found.decisions).toBeGreaterThan(0.2);
      expect(found.people / found.decisions).toBeLessThan(0.8);
    },
  );

  it('of any single condition finds somebody and leaves somebody out', async () => {
    const rules = fc.sample(condition(), { seed: SEED, numRuns: 3000 });

    const useless = CONDITION_NAMES.filter((name) => name !== 'segment').filter((name) => {
      const counts = rules.filter(({ is }) => is === name).map((one) => foundByHand(one).length);
      return Math.max(...counts) === 0 || Math.min(...counts) === people.length;
    });

    expect(useless).toEqual([]);
  });

  it('can be read again as it was written', () => {
    fc.assert(
      fc.property(rule(), (one) => {
        const { rule: read, problem } = readRule(JSON.parse(JSON.stringify(one)));
        expect(problem?.code === 'pools.rule_too_long' ? one : read).toEqual(one);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
