import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import type { NewPerson } from './new-person.ts';
import { removePeople, takeBackUpdates } from './take-back.ts';
import { aPerson, keepPeople } from './testing.ts';
import { updatePeople } from './update-people.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
type Answer = Record<string, any>;
let house: TestHouse;
let people: NewPerson[];

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.db.deleteFrom('talents').execute();
  people = ['Brändli', 'Demirtaş', 'Nägeli'].map((lastName, index) =>
    aPerson(house.entityId, { lastName, tags: index === 0 ? ['Messe'] : [] }),
  );
  await keepPeople(house.systemCtx(), people);
});

async function ask(
  method: string,
  path: string,
  body?: unknown,
  role: Parameters<TestHouse['request']>[0] = 'recruiter',
) {
  const answer = await house.request(role, method, path, body);
  return {
    status: answer.status,
    body: (answer.headers.get('content-type')?.includes('json') ? await answer.json() : {}) as Answer,
  };
}
const tagsOf = async () =>
  (await house.db.selectFrom('talents').select('tags').orderBy('sort_name').execute()).map(({ tags }) => tags);

describe('acts on many people', () => {
  it('says before how many are reached and who is left out', async () => {
    const { body } = await ask('POST', '/talents/bulk/preview', {
      selection: { filter: {} },
      act: { kind: 'add_tag', tag: 'Messe' },
    });

    expect(body).toEqual({
      selected: 3,
      affected: 2,
      leftOut: [{ reason: 'already_so', count: 1 }],
      runsInBackground: false,
    });
  });

  it('is undone as one act, with its tags as they were', async () => {
    const { body } = await ask('POST', '/talents/bulk', {
      selection: { filter: { q: '' }, except: [people[2]?.id] },
      act: { kind: 'add_tag', tag: 'Messe' },
    });
    expect(body).toMatchObject({ state: 'done', done: 1, canUndo: true });
    expect(await tagsOf()).toEqual([['Messe'], ['Messe'], []]);

    await ask('POST', `/acts/${body.actId}/undo`);

    expect(await tagsOf()).toEqual([['Messe'], [], []]);
  });

  it('deletes many and brings them back', async () => {
    const { body } = await ask('POST', '/talents/bulk', {
      selection: { ids: people.map(({ id }) => id) },
      act: { kind: 'delete' },
    });
    expect((await ask('GET', '/talents')).body.count.value).toBe(0);

    await ask('POST', `/acts/${body.actId}/undo`);

    expect((await ask('GET', '/talents?q=naegeli')).body.items).toHaveLength(1);
  });

  it('works on more than two thousand people in the background', async () => {
    const many = Array.from({ length: 2_100 }, () => aPerson(house.entityId));
    await keepPeople(house.systemCtx(), many);
    const filter = { join: 'and', terms: [{ field: 'silentForDays', value: 1 }] };
    const { body } = await ask('POST', '/talents/bulk', {
      selection: { filter: { filter: JSON.stringify(filter) } },
      act: { kind: 'set_stage', stage: 'paused' },
    });
    expect(body).toMatchObject({ state: 'running', total: 2_103, done: 0 });

    await house.runJobs();

    expect((await ask('GET', `/acts/${body.actId}`)).body).toMatchObject({ state: 'done', done: 2_103 });
    expect((await ask('GET', '/talents?stage=paused')).body.count).toEqual({ value: 2_103, isExact: true });
    expect((await ask('POST', `/acts/${body.actId}/undo`)).body).toMatchObject({ undone: 2_103, kept: 0 });
  });

  it('refuses an owner who does not work here', async () => {
    expect(
      (
        await ask('POST', '/talents/bulk', {
          selection: { filter: {} },
          act: { kind: 'assign_owner', ownerId: newId() },
        })
      ).body.code,
    ).toBe('talents.member_unknown');
  });
});

describe('saved views', () => {
  it('count live, and are seen by the team only when shared', async () => {
    const saved = await ask('POST', '/talents/views', { name: 'Messe', view: { filter: { tag: 'Messe' } } });
    expect(saved.body).toMatchObject({ name: 'Messe', isMine: true, count: { value: 1, isExact: true } });
    expect((await ask('GET', '/talents/views', undefined, 'hiring_manager')).body.items).toEqual([]);

    await ask('PATCH', `/talents/views/${saved.body.id}`, { isShared: true, view: { filter: { reachable: 'yes' } } });

    expect((await ask('GET', '/talents/views', undefined, 'hiring_manager')).body.items).toMatchObject([
      { name: 'Messe', isMine: false, count: null },
    ]);
    expect((await ask('DELETE', `/talents/views/${saved.body.id}`, undefined, 'hiring_manager')).status).toBe(404);
    expect((await ask('DELETE', `/talents/views/${saved.body.id}`)).status).toBe(204);
  });
});

describe('export', () => {
  it('is safe for spreadsheets and recorded', async () => {
    await keepPeople(house.systemCtx(), [aPerson(house.entityId, { lastName: '=cmd()' })]);

    const text = await (
      await house.request('recruiter', 'GET', '/talents/export?columns=last_name&columns=city')
    ).text();

    expect(text.split('\r\n')).toContain("'=cmd();Koblenz");
    const entry = await house.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'talents.exported')
      .executeTakeFirstOrThrow();
    expect(entry.details).toMatchObject({ people: 4, columns: ['last_name', 'city'] });
  });

  it('asks for a reason above two hundred people', async () => {
    await keepPeople(
      house.systemCtx(),
      Array.from({ length: 200 }, () => aPerson(house.entityId)),
    );

    expect((await ask('GET', '/talents/export')).body.code).toBe('talents.reason_needed');
    expect((await house.request('recruiter', 'GET', '/talents/export?reason=Umzug&format=xlsx')).status).toBe(200);
    expect((await house.request('hiring_manager', 'GET', '/talents/export')).status).toBe(403);
  });
});

describe('updates from an import', () => {
  const update = (id: string) => ({
    id,
    source: 'import:1',
    segments: ['former'],
    tags: ['Messe', 'Import'],
    title: 'Dr.',
    city: 'Aarau',
    addresses: [{ id: newId(), kind: 'email' as const, value: 'neu@mail.example' }],
    stations: [],
    applications: [],
    skills: [{ id: newId(), kind: 'skill' as const, name: 'EMV' }],
    notes: [{ id: newId(), body: 'Aus der Datei' }],
    touchpoints: [
      { id: newId(), occurredAt: '2026-03-01T12:00:00Z', channel: 'message' as const, direction: 'ours' as const },
    ],
  });

  it('adds what is missing, overwrites nothing, changes nothing the second time, and is taken back', async () => {
    const id = people[0]?.id ?? '';
    const ctx = house.ctxFor('recruiter');
    const [result] = await updatePeople(ctx, [update(id)]);
    expect(result).toMatchObject({
      talentId: id,
      filled: { title: 'Dr.' },
      segmentsAdded: ['former'],
      tagsAdded: ['Import'],
    });
    expect(Object.keys(result?.added ?? {}).toSorted()).toEqual([
      'notes',
      'talent_addresses',
      'talent_skills',
      'touchpoints',
    ]);
    expect(await updatePeople(ctx, [update(id)])).toEqual([]);

    await takeBackUpdates(ctx, [{ talentId: id, change: result ?? {} }]);

    const row = await house.db.selectFrom('talents').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ title: null, city: 'Koblenz', tags: ['Messe'], segments: [], last_touch_at: null });
  });

  it('keeps people with whom somebody has worked since', async () => {
    const [worked, untouched] = [people[0]?.id ?? '', people[1]?.id ?? ''];
    await ask('POST', `/talents/${worked}/notes`, { body: 'Sehr interessiert' });

    expect(await removePeople(house.ctxFor('recruiter'), [worked, untouched], 'test')).toEqual({ kept: [worked] });
    expect((await ask('GET', `/talents/${untouched}`)).status).toBe(404);
  });
});
