import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse } from '../../testing/test-house.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { newId } from '#ground/ids.ts';
import type { Role } from '#rooms/accounts/index.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import { getDemand } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function ask(method: string, path: string, body?: unknown, role: Role = 'recruiter') {
  const answer = await house.request(role, method, path, body);
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

const plan = async (given: Record<string, unknown> = {}, role: Role = 'recruiter') =>
  (await ask('POST', '/demands', { kind: 'planned', title: 'Data Engineer', headcount: 3, ...given }, role)).body;
const aVacancy = async (given: Record<string, unknown> = {}) => plan({ kind: 'vacancy', headcount: 1, ...given });

async function aTalent(): Promise<string> {
  const person = aPerson(house.entityId);
  await keepPeople(house.ctxFor('recruiter'), [person]);
  return person.id;
}

describe('a planned role', () => {
  it('needs little more than a title, and its likelihood is a guess until somebody says otherwise', async () => {
    const made = await plan({ description: 'Drei Leute für die Datenplattform, ab Herbst.' });

    expect(made).toMatchObject({
      kind: 'planned',
      likelihoodShare: 0.5,
      state: 'open',
      gate: { state: 'ahead' },
      must: [],
    });
  });

  it('may be planned by a hiring manager, who also reads it again', async () => {
    const made = await plan({}, 'hiring_manager');

    expect((await ask('GET', `/demands/${made.id}`, undefined, 'hiring_manager')).body.title).toBe('Data Engineer');
    expect((await ask('GET', `/demands/${made.id}`, undefined, 'auditor')).status).toBe(403);
  });

  it('becomes a vacancy on a day, and is certain then', async () => {
    const { id } = await plan({ likelihoodShare: 0.6 });

    const { body } = await ask('PUT', `/demands/${id}/opening`, { on: '2026-11-20' });

    expect(body).toMatchObject({ kind: 'vacancy', openedOn: '2026-11-20', likelihoodShare: 1 });
  });

  it('keeps the change of the first of two people, and tells the second', async () => {
    const { id, version } = await plan();
    await ask('PATCH', `/demands/${id}`, { version, headcount: 2 });

    const late = await ask('PATCH', `/demands/${id}`, { version, headcount: 5 });

    expect([late.status, late.body.code]).toEqual([409, 'demand.changed_meanwhile']);
    expect((await ask('GET', `/demands/${id}`)).body.headcount).toBe(2);
  });

  it.each([
    [{ hoursMinShare: 0.8, hoursMaxShare: 0.4 }, 'demand.hours_turned_round'],
    [{ unitId: newId() }, 'demand.unit_unknown'],
    [{ roleFamilyId: newId() }, 'demand.family_unknown'],
    [{ ownerId: newId() }, 'demand.member_unknown'],
  ])('refuses %j with a reason', async (given, code) => {
    expect((await plan(given)).code).toBe(code);
  });

  it('is not there for another legal entity', async () => {
    const { id } = await plan();
    const stranger = house.ctxFor('administrator', [house.otherEntityId]);

    await expect(getDemand(stranger, id)).rejects.toMatchObject({ code: 'demand.not_found' });
  });
});

describe('the gate before an advertisement', () => {
  it('stays shut until somebody looked at the known people', async () => {
    const { id } = await aVacancy();

    const early = await ask('PUT', `/demands/${id}/advertisement`, { on: '2026-11-23' });
    await ask('PUT', `/demands/${id}/gate`, { way: 'looked', knownCount: 14 });
    const after = await ask('PUT', `/demands/${id}/advertisement`, { on: '2026-11-23' });

    expect([early.status, early.body.code]).toEqual([409, 'demand.known_people_first']);
    expect(after.body).toMatchObject({ advertisedOn: '2026-11-23', gate: { state: 'looked', knownCount: 14 } });
  });

  it('opens for one sentence, which stays with the name of who said it', async () => {
    const { id } = await aVacancy();

    expect((await ask('PUT', `/demands/${id}/gate`, { way: 'skipped', because: ' ' })).status).toBe(422);
    const { body } = await ask('PUT', `/demands/${id}/gate`, {
      way: 'skipped',
      because: 'Lehrstelle, hier kennen wir niemanden.',
    });

    expect(body.gate).toMatchObject({
      state: 'skipped',
      reason: 'Lehrstelle, hier kennen wir niemanden.',
      by: { name: 'Mara recruiter' },
    });
  });

  it('cannot be passed by any way of writing the row', async () => {
    const { id } = await aVacancy();

    await expect(
      house.db.updateTable('demands').set({ advertised_on: '2026-11-23' }).where('id', '=', id).execute(),
    ).rejects.toThrow(/check constraint/);
  });

  it('is counted, skipped and looked', async () => {
    const before = (await ask('GET', '/demands/figures')).body.gate;
    const { id } = await aVacancy();
    await ask('PUT', `/demands/${id}/gate`, { way: 'looked', knownCount: 3 });

    const after = (await ask('GET', '/demands/figures')).body.gate;

    expect([after.looked - before.looked, after.skipped - before.skipped]).toEqual([1, 0]);
  });
});

describe('a hire', () => {
  const hired = { source: 'pool', hiredOn: '2026-11-20' };

  it('fills the demand with its last place, and is taken back whole', async () => {
    const { id } = await aVacancy();
    const talentId = await aTalent();

    const filled = (await ask('POST', `/demands/${id}/hires`, { ...hired, talentId, costCents: 120_000 })).body;
    const open = (await ask('DELETE', `/demands/${id}/hires/${filled.hires[0].id}`)).body;

    expect(filled).toMatchObject({ state: 'filled', closedOn: '2026-11-20', hiredCount: 1 });
    expect(filled.hires[0]).toMatchObject({
      source: 'pool',
      talent: { id: talentId, name: 'Anneliese Krähenbühl-Zürcher' },
    });
    expect(open).toMatchObject({ state: 'open', hiredCount: 0, hires: [] });
  });

  it('leaves the other places open', async () => {
    const { id } = await plan({ headcount: 2 });

    const { body } = await ask('POST', `/demands/${id}/hires`, { source: 'advertisement', hiredOn: '2026-11-02' });

    expect(body).toMatchObject({ state: 'open', hiredCount: 1, hires: [{ talent: null, costCents: null }] });
  });

  it('from the pool names somebody whom we know', async () => {
    const { id } = await aVacancy();

    const nobody = await ask('POST', `/demands/${id}/hires`, hired);
    const stranger = await ask('POST', `/demands/${id}/hires`, { ...hired, talentId: newId() });

    expect([nobody.body.code, stranger.body.code]).toEqual(['demand.hire_needs_person', 'demand.person_unknown']);
  });

  it('stays as a number when the person’s data goes', async () => {
    const { id } = await aVacancy();
    const talentId = await aTalent();
    await ask('POST', `/demands/${id}/hires`, { ...hired, talentId });

    await house.db.deleteFrom('talents').where('id', '=', talentId).execute();

    expect((await ask('GET', `/demands/${id}`)).body).toMatchObject({ hiredCount: 1, hires: [{ talent: null }] });
  });
});

describe('the list of demands', () => {
  it('goes on where the page ended, newest first, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const { body } = await ask('GET', `/demands?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    } while (cursor);

    expect(seen.length).toBeGreaterThan(6);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('role families', () => {
  it('have one name each, whatever its letters’ case', async () => {
    const { body: family } = await ask('POST', '/role-families', { name: 'Leistungselektronik' });
    await ask('POST', '/role-families', { name: 'Daten' });

    const twice = await ask('POST', '/role-families', { name: 'LEISTUNGSELEKTRONIK' });
    const renamed = await ask('PATCH', `/role-families/${family.id}`, { name: 'daten' });

    expect([twice.body.code, renamed.body.code]).toEqual(['demand.family_name_taken', 'demand.family_name_taken']);
  });
});
