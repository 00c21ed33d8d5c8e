import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { appForActor } from '../../testing/app-for-actor.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import type { Role } from '#rooms/accounts/index.ts';
import { phaseOf } from './index.ts';
import type { PhaseEntity, PhaseLogEntry } from './schema.ts';

const MONDAY = new Date('2026-11-23T09:00:00Z');

describe('the phase of the company', () => {
  let house: TestHouse;

  beforeAll(async () => {
    house = await openTestHouse(MONDAY);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.now = MONDAY;
    await emptyTables(house.db, 'phases', 'units', 'audit_entries');
  });

  const aSwitch = (changes: Record<string, unknown> = {}) => ({
    entityId: house.entityId,
    phase: 'reducing',
    sinceOn: '2026-02-03',
    replaces: null,
    ...changes,
  });
  const post = (body: unknown, role: Role = 'administrator') => house.request(role, 'POST', '/phases', body);
  const switched = async (changes: Record<string, unknown> = {}): Promise<PhaseLogEntry> =>
    (await post(aSwitch(changes))).json();
  const refusal = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
  const entities = async (): Promise<PhaseEntity[]> =>
    ((await (await house.request('recruiter', 'GET', '/phases')).json()) as { entities: PhaseEntity[] }).entities;
  const aUnit = async (name = 'Werk Ravensburg'): Promise<{ id: string }> =>
    (await house.request('administrator', 'POST', '/units', { entityId: house.entityId, name })).json();

  it('is none until somebody names it', async () => {
    expect((await entities()).map(({ name, current }) => [name, current])).toEqual([['Kellermatt Antriebe AG', null]]);
    expect(await phaseOf(house.systemCtx(), { entityId: house.entityId })).toBeNull();
  });

  it('is the one that was switched last, with its day and who did it', async () => {
    const first = await switched();
    house.clock.now = new Date('2026-11-23T10:00:00Z');
    await switched({ phase: 'pausing', sinceOn: '2026-11-23', note: 'Kurzarbeit bis März', replaces: first.id });

    const log = await (await house.request('auditor', 'GET', '/phases/log')).json();

    expect((await entities())[0]?.current).toMatchObject({ phase: 'pausing', sinceOn: '2026-11-23' });
    expect(log.items).toMatchObject([
      { phase: 'pausing', note: 'Kurzarbeit bis März', setBy: 'Mara administrator' },
      { phase: 'reducing', note: null },
    ]);
  });

  it('tells the rooms below in the same transaction', async () => {
    const heard: unknown[] = [];
    house.parts.events.on('phases.switched', async (_ctx, news) => void heard.push(news));

    await switched({ phase: 'rebuilding' });

    expect(heard).toEqual([{ entityId: house.entityId, unitId: null, phase: 'rebuilding' }]);
  });

  it('is switched by the administration only', async () => {
    expect((await post(aSwitch(), 'recruiter')).status).toBe(403);
    expect((await entities())[0]?.current).toBeNull();
  });

  it('does not begin in the future, as the day is where the member works', async () => {
    house.clock.now = new Date('2026-11-22T23:30:00Z');

    const onTheirMonday = await post(aSwitch({ sinceOn: '2026-11-23' }));
    const tomorrow = await post(aSwitch({ sinceOn: '2026-11-24' }));

    expect(onTheirMonday.status).toBe(201);
    expect(await refusal(tomorrow)).toEqual([422, 'phases.since_in_future']);
  });

  it('is not overwritten by somebody who saw an older one', async () => {
    await switched();

    const late = await post(aSwitch({ phase: 'rebuilding' }));

    expect(await refusal(late)).toEqual([409, 'phases.changed_meanwhile']);
  });

  it('is switched once when two press at the same moment', async () => {
    const answers = await Promise.all([post(aSwitch()), post(aSwitch({ phase: 'pausing' }))]);

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });

  it('goes back to the one before for ten minutes, and not later', async () => {
    const first = await switched();
    const second = await switched({ phase: 'pausing', replaces: first.id });

    const back = await house.request('administrator', 'DELETE', `/phases/${second.id}`);
    house.clock.now = new Date('2026-11-23T09:11:00Z');
    const tooLate = await house.request('administrator', 'DELETE', `/phases/${first.id}`);

    expect(back.status).toBe(204);
    expect(await refusal(tooLate)).toEqual([409, 'phases.too_late_to_take_back']);
    expect((await entities())[0]?.current?.phase).toBe('reducing');
  });

  it('leaves a trace that cannot be rewritten', async () => {
    const { id } = await switched();
    await house.request('administrator', 'DELETE', `/phases/${id}`);

    const traces = await house.db.selectFrom('audit_entries').select('action').orderBy('seq').execute();

    expect(traces.map(({ action }) => action)).toEqual(['phases.switched', 'phases.switch_taken_back']);
  });

  it('holds for a unit unless the unit has its own', async () => {
    await switched();
    const unit = await aUnit();
    const place = { entityId: house.entityId, unitId: unit.id };
    const follows = await phaseOf(house.systemCtx(), place);

    await switched({ unitId: unit.id, phase: 'rebuilding' });

    expect(follows).toBe('reducing');
    expect(await phaseOf(house.systemCtx(), place)).toBe('rebuilding');
    expect(await phaseOf(house.systemCtx(), { entityId: house.entityId })).toBe('reducing');
  });

  it('holds again for a unit that is removed with its own', async () => {
    await switched();
    const unit = await aUnit();
    await switched({ unitId: unit.id, phase: 'rebuilding' });

    await house.request('administrator', 'DELETE', `/units/${unit.id}`);

    expect(await phaseOf(house.systemCtx(), { entityId: house.entityId, unitId: unit.id })).toBe('reducing');
    expect((await entities())[0]?.units).toEqual([]);
  });

  it('has one unit of a name', async () => {
    await aUnit();
    const other = await aUnit('Werk Bern');

    const again = await house.request('administrator', 'POST', '/units', {
      entityId: house.entityId,
      name: 'Werk Ravensburg',
    });
    const renamed = await house.request('administrator', 'PATCH', `/units/${other.id}`, { name: 'Werk Ravensburg' });

    expect(await refusal(again)).toEqual([409, 'phases.unit_name_taken']);
    expect(await refusal(renamed)).toEqual([409, 'phases.unit_name_taken']);
  });

  it('of another legal entity does not exist', async () => {
    const foreigner = house.actorFor('administrator', [house.otherEntityId]);
    const entry = await switched();
    const unit = await aUnit();
    const app = appForActor(house.parts, foreigner);
    const ask = (method: string, path: string, body?: unknown) =>
      app.request(`/api/v1${path}`, {
        method,
        headers: { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });

    const answers = await Promise.all([
      ask('POST', '/phases', aSwitch({ replaces: entry.id })),
      ask('DELETE', `/phases/${entry.id}`),
      ask('PATCH', `/units/${unit.id}`, { name: 'Werk' }),
      ask('DELETE', `/units/${unit.id}`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await (await ask('GET', '/phases/log')).json()).items).toEqual([]);
  });
});
