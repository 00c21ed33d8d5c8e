import { sql } from 'kysely';
import { newId } from '#ground/ids.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { NewPerson } from '#rooms/talents/index.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { runDailyCare } from './daily/run.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
export type Answer = Record<string, any>;
export type Role = Parameters<TestHouse['request']>[0];

/** Requests with their answers already read. */
export function asking(house: () => TestHouse) {
  return async (method: string, path: string, body?: unknown, role: Role = 'recruiter') => {
    const answer = await house().request(role, method, path, body);
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, body: (isJson ? await answer.json() : {}) as Answer };
  };
}

/** Somebody of the recruiter, with a mail address and permission to write. */
export async function keepSomebody(house: TestHouse, given: Partial<NewPerson> = {}): Promise<string> {
  const [ownerId, deputyId] = [house.actorFor('recruiter').memberId, house.actorFor('administrator').memberId];
  const person = aPerson(house.entityId, {
    ...(ownerId && deputyId ? { ownerId, deputyId } : {}),
    eraseOn: '2028-06-30',
    language: 'de',
    addresses: [{ id: newId(), kind: 'email', value: `${newId()}@mail.example`, isPrimary: true }],
    ...given,
  });
  await keepPeople(house.systemCtx(), [person]);
  return person.id;
}

/** A contact as it came from a file. */
export const aTouch = (occurredAt: string, given: Partial<NewPerson['touchpoints'][number]> = {}) => ({
  id: newId(),
  occurredAt,
  channel: 'phone' as const,
  direction: 'ours' as const,
  ...given,
});

/** The clock moves on, and the daily work is done as often as the quarter-hours would do it. */
export async function beginDay(house: TestHouse, at: string): Promise<void> {
  house.clock.now = new Date(at);
  await runDailyCare(house.systemCtx());
  house.clock.now = new Date(house.clock.now.getTime() + 15 * 60_000);
  await runDailyCare(house.systemCtx());
}

/** A pool of these people with a plan of every 90 days, brought up to date. */
export async function underPlan(
  house: TestHouse,
  ids: readonly string[],
  { pool = {}, plan = {} }: { pool?: Record<string, unknown>; plan?: Record<string, unknown> } = {},
): Promise<{ planId: string; poolId: string }> {
  const ask = asking(() => house);
  const made = await ask('POST', '/pools', { name: `Antriebe ${newId()}`, mode: 'volume', ...pool });
  const poolId = String(made.body.id);
  if (ids.length > 0) await ask('POST', `/pools/${poolId}/members`, { selection: { ids }, reason: 'Fachlich stark' });
  const planned = await ask('POST', '/plans', {
    name: 'Antriebe im Blick',
    poolId,
    rhythm: 'every',
    everyDays: 90,
    channels: ['phone', 'mail'],
    region: 'CH-ZH',
    startsOn: '2026-01-01',
    state: 'running',
    ...plan,
  });
  if (planned.status !== 201) throw new Error(`No plan was made: ${JSON.stringify(planned.body)}`);
  return { planId: String(planned.body.id), poolId };
}

/** Everything that a test of this room leaves behind goes; the house and its team stay. */
export async function emptyCare(house: TestHouse, at = '2026-11-23T08:00:00Z'): Promise<void> {
  await emptyTables(
    house.db,
    'talents',
    'pools',
    'saved_segments',
    'care_plans',
    'sequences',
    'handovers',
    'care_days',
    'care_clock',
    'care_days_off',
    'today_settings',
    'calendar_feeds',
    'digests',
    'mails',
    'phases',
    'content_items',
    'topics',
  );
  await sql`update members set disabled_at = null`.execute(house.db);
  house.clock.now = new Date(at);
}
