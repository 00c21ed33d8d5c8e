import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { recordGrounds } from '#rooms/consent/index.ts';
import type { Role } from '#rooms/accounts/index.ts';
import type { NewPerson } from '#rooms/talents/index.ts';
import { insertPeople } from '#rooms/talents/index.ts';
import { aPerson } from '#rooms/talents/testing.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';

export { folderWith } from './directory/directory-files.test-support.ts';

/** A house in which people agreed to be compared. */
export interface MatchingHouse {
  house: TestHouse;
  ask: (method: string, path: string, body?: unknown, role?: Role) => Promise<Answer>;
  /** Somebody who agreed in the portal, or of whom a recruiter noted that they did. */
  aTalent: (given: Partial<NewPerson>, form?: 'portal' | 'spoken') => Promise<string>;
  aDemand: (given: Record<string, unknown>) => Promise<string>;
}

// What a route answers is checked by its schema; the tests read what they are about.
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = { status: number; body: any };

export const note = (body: string) => ({ notes: [{ id: newId(), body }] });

export async function openMatchingHouse(): Promise<MatchingHouse> {
  const house = await openTestHouse();
  const ask: MatchingHouse['ask'] = async (method, path, body, role = 'recruiter') => {
    const answer = await house.request(role, method, path, body);
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const text = await ask('POST', '/consent/texts', {
    purpose: 'talent_pool',
    language: 'de',
    body: 'Ja, ich möchte im Talentpool bleiben und von Ihnen hören.',
    channels: ['mail'],
  });
  return {
    house,
    ask,
    aTalent: (given, form = 'portal') => keepTalent(house, text.body.id, given, form),
    aDemand: async (given) =>
      (await ask('POST', '/demands', { kind: 'planned', title: 'Data Engineer', ...given })).body.id,
  };
}

async function keepTalent(house: TestHouse, textId: string, given: Partial<NewPerson>, form: 'portal' | 'spoken') {
  const person = aPerson(house.entityId, { role: null, employer: null, ...given } as Partial<NewPerson>);
  const on = house.clock.now.toISOString().slice(0, 10);
  await inTransaction(house.ctxFor('recruiter'), async (ctx) => {
    await insertPeople(ctx, [person]);
    const consent = { textId, on, form, evidence: 'Formular im Portal' };
    await recordGrounds(ctx, [
      {
        talentId: person.id,
        ground: { segment: 'sign_up', basis: 'consent', source: 'Portal', obtainedOn: on, consent },
      },
    ]);
  });
  return person.id;
}
