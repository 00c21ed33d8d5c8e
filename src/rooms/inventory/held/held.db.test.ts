import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, aText, importFile } from '#rooms/consent/testing.ts';
import type { Actor } from '#ground/context.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';

let house: TestHouse;
let mara: Actor;
let textId: string;

beforeAll(async () => {
  house = await openTestHouse(TODAY);
  mara = house.actorFor('recruiter');
  textId = await aText(house, mara);
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(house.db, 'talents', 'held_people', 'imports');
  await importFile(house, mara, { name: 'bewerbungen.csv', text: WAITING });
});

const TODAY = new Date('2026-11-23T09:00:00Z');
const WAITING = [
  'Nachname;Vorname;E-Mail;Beworben auf;Bewerbung vom;Ergebnis',
  'Brandt;Ilse;ilse@mail.example;Montage;16.01.2026;Absage',
  'Österreicher;Tobias;tobias@mail.example;Montage;20.02.2026;Absage',
  'Zaugg;Urs;urs@mail.example;Montage;21.02.2026;Absage',
].join('\r\n');

const heldOf = async (actor: Actor, query = '') => (await ask(house, actor, 'GET', `/held-people${query}`)).body;

async function inviteIlse(): Promise<string> {
  const [ilse] = (await heldOf(mara))['items'];
  const letter = await ask(house, mara, 'POST', `/held-people/${ilse.id}/invitation`, {
    textId,
    language: 'de',
    delivery: 'by_hand',
  });
  expect(letter.status).toBe(201);
  expect(letter.body['body']).toContain('Guten Tag Ilse Brandt');
  return letter.body['link'].split('/').at(-1);
}

describe('people without permission', () => {
  it('are shown by name, page by page, to those who imported them', async () => {
    const first = await heldOf(mara, '?limit=2');
    const second = await heldOf(mara, `?limit=2&cursor=${first['nextCursor']}`);

    const names = [...first['items'], ...second['items']].map(({ name }: { name: string }) => name);
    expect(names.toSorted()).toEqual(['Ilse Brandt', 'Tobias Österreicher', 'Urs Zaugg']);
    expect(first).toMatchObject({ count: 3 });
    expect(second['nextCursor']).toBeNull();
  });

  it('are shown to an administrator too, and to nobody after the day of erasure', async () => {
    const seen = await heldOf(house.actorFor('administrator'));
    house.clock.now = new Date('2028-01-01T09:00:00Z');
    const later = await heldOf(mara);
    house.clock.now = TODAY;

    expect(seen['count']).toBe(3);
    expect(later).toMatchObject({ count: 0, items: [] });
  });
});

describe('the one invitation', () => {
  it('is not written twice', async () => {
    const [ilse] = (await heldOf(mara))['items'];
    await inviteIlse();

    const again = await ask(house, mara, 'POST', `/held-people/${ilse.id}/invitation`, {
      textId,
      language: 'de',
      delivery: 'by_hand',
    });

    expect(again.body).toMatchObject({ code: 'inventory.already_invited' });
  });

  it('makes a talent with a consent of whoever agrees', async () => {
    const link = await inviteIlse();

    const asked = await house.request('nobody', 'GET', `/consent-invitations/${link}`);
    await house.request('nobody', 'POST', `/consent-invitations/${link}`, { answer: 'agree' });

    expect(await asked.json()).toMatchObject({
      name: 'Ilse Brandt',
      company: 'Kellermatt Antriebe AG',
      language: 'de',
    });
    const talents = await house.db.selectFrom('talents').select(['first_name', 'last_name']).execute();
    expect(talents).toEqual([{ first_name: 'Ilse', last_name: 'Brandt' }]);
    expect(await house.db.selectFrom('grounds').select(['basis', 'source']).execute()).toEqual([
      { basis: 'consent', source: 'invitation' },
    ]);
    expect((await house.request('nobody', 'GET', `/consent-invitations/${link}`)).status).toBe(410);
  });

  it('erases at once whoever leaves', async () => {
    const link = await inviteIlse();

    await house.request('nobody', 'POST', `/consent-invitations/${link}`, { answer: 'leave' });

    expect(await heldOf(mara)).toMatchObject({ count: 2 });
    expect(await house.db.selectFrom('talents').select('id').execute()).toEqual([]);
  });
});
