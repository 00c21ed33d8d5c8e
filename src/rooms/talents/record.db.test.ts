import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { eraseDue } from './erase.ts';
import { aPerson, keepPeople } from './testing.ts';

let house: TestHouse;
let id: string;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  const person = aPerson(house.entityId, {
    addresses: [{ id: newId(), kind: 'email', value: 'a.kz@mail.example', isPrimary: true }],
    wishes: '80 %',
    notes: [{ id: newId(), body: 'Schätzt offene Worte' }],
  });
  await keepPeople(house.systemCtx(), [person]);
  id = person.id;
});

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
type Answer = Record<string, any>;
async function ask(
  method: string,
  path: string,
  body?: unknown,
  role: Parameters<TestHouse['request']>[0] = 'recruiter',
) {
  const answer = await house.request(role, method, path, body);
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : { text }) as Answer,
  };
}
const profile = async (role?: Parameters<TestHouse['request']>[0]) =>
  (await ask('GET', `/talents/${id}`, undefined, role)).body;

describe('the record of a person', () => {
  it('shows everything on one page to a recruiter', async () => {
    const seen = await profile();

    expect(seen.talent).toMatchObject({ lastName: 'Krähenbühl-Zürcher', wishes: '80 %', version: 1 });
    expect(seen.addresses).toHaveLength(1);
    expect(seen.permissions.map((one: { state: string }) => one.state)).toEqual(['yes', 'unknown', 'unknown']);
    expect(seen.timeline.items.map((one: { kind: string }) => one.kind).toSorted()).toEqual(['note', 'permission']);
  });

  it('hides contact data and notes from a hiring manager', async () => {
    const seen = await profile('hiring_manager');

    expect(seen).not.toHaveProperty('addresses');
    expect(seen.talent).not.toHaveProperty('wishes');
    expect(seen.talent).not.toHaveProperty('street');
    expect(JSON.stringify(seen)).not.toMatch(/mail\.example|offene Worte/);
  });

  it('looks the same for nobody and for a person of another legal entity', async () => {
    const foreign = aPerson(house.otherEntityId);
    await keepPeople(house.systemCtx(), [foreign]);

    const [theirs, nobodys] = [await ask('GET', `/talents/${foreign.id}`), await ask('GET', `/talents/${newId()}`)];

    expect([theirs.status, theirs.body.code]).toEqual([404, 'talents.not_found']);
    expect([nobodys.status, nobodys.body.code]).toEqual([404, 'talents.not_found']);
  });

  it('writes down who looked', async () => {
    await profile();

    const entry = await house.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'talents.read')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry.subject_ids).toEqual([id]);
  });
});

describe('editing', () => {
  it('changes fields and finds the person under the new name', async () => {
    const { status, body } = await ask('PATCH', `/talents/${id}`, {
      version: 1,
      changes: { lastName: 'Österreicher', city: 'Baden' },
    });

    expect(status).toBe(200);
    expect(body.talent).toMatchObject({ lastName: 'Österreicher', city: 'Baden', version: 2 });
    const found = await ask('GET', '/talents?q=oesterreicher');
    expect(found.body.items).toHaveLength(1);
    await ask('POST', `/acts/${body.actId}/undo`);
  });

  it('lets two people change different fields, and refuses the second change of one field', async () => {
    await ask('PATCH', `/talents/${id}`, { version: 1, changes: { city: 'Baden' } });

    expect((await ask('PATCH', `/talents/${id}`, { version: 1, changes: { role: 'Leiterin' } })).status).toBe(200);
    const late = await ask('PATCH', `/talents/${id}`, { version: 1, changes: { city: 'Aarau' } });

    expect([late.status, late.body.code, late.body.params.fields]).toEqual([409, 'talents.changed_meanwhile', 'city']);
    expect((await profile()).talent).toMatchObject({ city: 'Baden', role: 'Leiterin' });
  });

  it('takes an act back, but not over a later edit', async () => {
    const first = await ask('PATCH', `/talents/${id}`, { version: 1, changes: { city: 'Baden', role: 'Leiterin' } });
    await ask('PATCH', `/talents/${id}`, { version: 2, changes: { city: 'Aarau' } });

    expect((await ask('POST', `/acts/${first.body.actId}/undo`)).body).toEqual({ undone: 1, kept: 1 });
    expect((await profile()).talent).toMatchObject({ city: 'Aarau', role: 'Entwicklungsingenieurin' });
    expect((await ask('POST', `/acts/${first.body.actId}/undo`)).body.code).toBe('talents.already_undone');
  });

  it('offers undo for ten minutes', async () => {
    const { body } = await ask('PATCH', `/talents/${id}`, { version: 1, changes: { city: 'Baden' } });
    house.clock.now = new Date(house.clock.now.getTime() + 11 * 60_000);

    expect((await ask('POST', `/acts/${body.actId}/undo`)).body.code).toBe('talents.undo_too_late');
  });

  it.each([{ entity_id: 'x' }, { eraseOn: '2099-01-01' }, { segments: ['former'] }, { id: newId() }])(
    'writes no field that is not declared: %o',
    async (changes) => {
      expect((await ask('PATCH', `/talents/${id}`, { version: 1, changes })).status).toBe(422);
    },
  );

  it('refuses a person without any name', async () => {
    expect(
      (await ask('PATCH', `/talents/${id}`, { version: 1, changes: { firstName: '', lastName: '' } })).body.code,
    ).toBe('talents.name_needed');
  });
});

describe('parts', () => {
  it('logs a contact, moves the stage and sets the next step as one act', async () => {
    const { body } = await ask('POST', `/talents/${id}/touchpoints`, {
      channel: 'phone',
      direction: 'theirs',
      body: 'Ruft zurück',
      nextStep: 'Kaffee',
      nextStepOn: '2026-12-01',
    });

    expect((await profile()).talent).toMatchObject({
      stage: 'in_exchange',
      nextStep: 'Kaffee',
      lastTouch: { direction: 'theirs', channel: 'phone' },
    });
    await ask('POST', `/acts/${body.actId}/undo`);
    expect((await profile()).talent).toMatchObject({ stage: 'known', nextStep: null, lastTouch: null });
  });

  it('brings a removed note back', async () => {
    const before = (await profile()).timeline.items.find((one: { kind: string }) => one.kind === 'note');
    const { body } = await ask('DELETE', `/talents/${id}/notes/${before.id}`);
    expect((await profile()).timeline.items.filter((one: { kind: string }) => one.kind === 'note')).toEqual([]);

    await ask('POST', `/acts/${body.actId}/undo`);

    expect((await profile()).timeline.items).toContainEqual(before);
  });

  it('refuses the same address twice, a wrong one, and a fact from the web without its source', async () => {
    expect(
      (await ask('POST', `/talents/${id}/addresses`, { kind: 'email', value: 'A.KZ+x@mail.example' })).body.code,
    ).toBe('talents.already_there');
    expect((await ask('POST', `/talents/${id}/addresses`, { kind: 'email', value: 'keine adresse' })).body.code).toBe(
      'talents.address_invalid',
    );
    expect(
      (await ask('POST', `/talents/${id}/notes`, { body: 'Neu bei ABB', sourceUrl: 'https://abb.example' })).status,
    ).toBe(422);
  });

  it('writes phone numbers in their international form', async () => {
    await ask('POST', `/talents/${id}/addresses`, { kind: 'phone', value: '079 555 01 47' });

    expect((await profile()).addresses).toContainEqual(
      expect.objectContaining({ kind: 'phone', value: '+41795550147' }),
    );
  });

  it('adds skills, stations, applications and promises', async () => {
    expect(
      (
        await ask('POST', `/talents/${id}/skills`, {
          kind: 'skill',
          name: 'Leistungselektronik',
          evidence: 'Lebenslauf',
        })
      ).status,
    ).toBe(201);
    expect(
      (await ask('POST', `/talents/${id}/stations`, { employer: 'Limmat Elektronik', startedOn: '2020-01-01' })).status,
    ).toBe(201);
    expect(
      (
        await ask('POST', `/talents/${id}/applications`, {
          vacancy: 'Entwicklung Umrichter',
          outcome: 'rejected',
          place: 2,
          fieldSize: 41,
          closedOn: '2023-03-27',
        })
      ).status,
    ).toBe(201);
    const promise = await ask('POST', `/talents/${id}/promises`, { what: 'Anruf nach der Messe', dueOn: '2026-12-01' });
    expect((await ask('PUT', `/talents/${id}/promises/${promise.body.id}/kept`)).status).toBe(200);

    const seen = await profile();

    expect([seen.skills.length, seen.stations.length, seen.applications.length]).toEqual([1, 1, 1]);
    expect(seen.promises[0].keptAt).not.toBeNull();
  });
});

describe('the bin', () => {
  it('hides a deleted person at once, shows the day of erasure, and gives the person back', async () => {
    await ask('DELETE', `/talents/${id}`);
    expect((await ask('GET', `/talents/${id}`)).status).toBe(404);
    const { items } = (await ask('GET', '/talents/bin')).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        id,
        erasesOn: new Date(house.clock.now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10),
      }),
    );

    await ask('POST', `/talents/${id}/restore`);

    expect((await profile()).talent.id).toBe(id);
  });

  it('erases after thirty days, with everything of the person', async () => {
    await ask('DELETE', `/talents/${id}`);
    const soon = { ...house.systemCtx(), now: new Date(house.clock.now.getTime() + 29 * 86_400_000) };
    const later = { ...soon, now: new Date(house.clock.now.getTime() + 31 * 86_400_000) };

    expect(await eraseDue(soon)).toBe(0);
    expect(await eraseDue(later)).toBe(1);
    expect(await eraseDue(later)).toBe(0);
    for (const table of ['talent_addresses', 'notes', 'talent_search', 'talent_changes', 'grounds'] as const) {
      expect(await house.db.selectFrom(table).selectAll().where('talent_id', '=', id).execute()).toEqual([]);
    }
  });
});

describe('adding a person', () => {
  const ground = async () => {
    const { body } = await ask('POST', '/consent/texts', {
      purpose: 'talent_pool',
      language: 'de',
      body: 'Ich möchte im Talentpool der Kellermatt Antriebe AG bleiben.',
    });
    return {
      segment: 'sign_up',
      basis: 'consent',
      source: 'Messe Winterthur',
      obtainedOn: '2026-11-20',
      consent: { textId: body.id, on: '2026-11-20', form: 'paper', evidence: 'Formular 17' },
    };
  };

  it('keeps nobody without a ground', async () => {
    expect((await ask('POST', '/talents', { firstName: 'Zoë', lastName: 'Brändli' })).status).toBe(422);
  });

  it('keeps the person with addresses, skills and the day of erasure', async () => {
    const { status, body } = await ask('POST', '/talents', {
      firstName: 'Zoë',
      lastName: 'Brändli',
      city: 'Baden',
      addresses: [{ kind: 'email', value: 'Zoe@Mail.Example' }],
      skills: [{ kind: 'skill', name: 'EMV' }],
      note: 'Gutes Gespräch',
      ground: await ground(),
    });
    expect(status).toBe(201);

    const seen = (await ask('GET', `/talents/${body.id}`)).body;

    expect(seen.talent).toMatchObject({ eraseOn: '2027-11-20', city: 'Baden' });
    expect(seen.addresses[0].value).toBe('zoe@mail.example');
    const lookalikes = (await ask('GET', '/talents/lookalikes?email=zoe@mail.example&name=Zoe%20Braendli&place=Baden'))
      .body.items;
    expect(lookalikes).toMatchObject([{ id: body.id, matchedOn: ['email', 'name', 'place'] }]);
  });
});
