import { describe, expect, it } from 'vitest';
import { ask, consentForTests } from '../testing.ts';

const room = consentForTests();

const object = (talentId: string, scope: 'direct_contact' | 'processing') =>
  ask(room.house, room.recruiter, 'POST', `/talents/${talentId}/objections`, { scope, via: 'phone' });
const decide = (objectionId: string, decision: 'upheld' | 'taken_back') =>
  ask(room.house, room.recruiter, 'PUT', `/objections/${objectionId}/decision`, { decision });
const standing = async (talentId: string) =>
  (await ask(room.house, room.recruiter, 'GET', `/talents/${talentId}/permission`)).body['objections'];

async function zoe(): Promise<string> {
  return (await room.add(room.byConsent())).body['id'];
}

describe('an objection', () => {
  it('is logged once while it is open, and while it is upheld', async () => {
    const id = await zoe();
    const first = await object(id, 'direct_contact');
    expect(first.status).toBe(201);
    const refusal = { code: 'consent.objection_stands', params: { on: '2026-11-23' } };

    expect((await object(id, 'direct_contact')).body).toMatchObject(refusal);
    await decide(first.body['id'], 'upheld');
    expect((await object(id, 'direct_contact')).body).toMatchObject(refusal);

    expect(await standing(id)).toHaveLength(1);
  });

  it('stands beside one of another scope', async () => {
    const id = await zoe();
    await object(id, 'direct_contact');

    expect((await object(id, 'processing')).status).toBe(201);

    expect(await standing(id)).toHaveLength(2);
  });

  it('can be logged again after the person took it back', async () => {
    const id = await zoe();
    const first = await object(id, 'direct_contact');
    await decide(first.body['id'], 'taken_back');

    expect((await object(id, 'direct_contact')).status).toBe(201);
  });

  it('of two people at once is logged once', async () => {
    const id = await zoe();

    const both = await Promise.all([object(id, 'processing'), object(id, 'processing')]);

    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409]);
  });

  it('and a silence of the same person are one person in the list of the quiet', async () => {
    const id = await zoe();
    await object(id, 'direct_contact');
    const silence = { reason: 'family', from: '2026-11-23', until: '2027-03-01' };
    await ask(room.house, room.recruiter, 'POST', `/talents/${id}/silences`, silence);

    const { body } = await ask(room.house, room.recruiter, 'GET', '/consent/quiet');

    expect(body['items']).toHaveLength(2);
    expect(body['count']).toBe(1);
  });
});
