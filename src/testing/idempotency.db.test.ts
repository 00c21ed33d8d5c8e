import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHouse } from './test-house.ts';
import { openTestHouse } from './test-house.ts';
import { appForActor } from './app-for-actor.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const TEXT = {
  purpose: 'talent_pool',
  language: 'de',
  body: 'Ja, ich möchte im Talentpool bleiben und von Ihnen hören.',
};

function post(key: string, body: unknown, path = '/consent/texts') {
  const app = appForActor(house.parts, house.actorFor('recruiter'));
  return app.request(`/api/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-requested-with': 'wiedersehen', 'idempotency-key': key },
  });
}
const countTexts = async () => (await house.db.selectFrom('consent_texts').select('id').execute()).length;

describe('a request with an idempotency key', () => {
  it('acts once and answers the same when it is sent again', async () => {
    const first = await post('one', TEXT);
    const again = await post('one', TEXT);

    expect(again.status).toBe(first.status);
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await countTexts()).toBe(1);
  });

  it('is refused when the key is used for something else', async () => {
    await post('two', TEXT);

    const other = await post('two', { ...TEXT, body: 'Ein anderer Text, dem niemand zugestimmt hat.' });

    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'http.idempotency_key_reused' });
  });

  it('may be tried again after a refusal', async () => {
    const refused = await post('three', { ...TEXT, body: 'kurz' });
    const mended = await post('three', { ...TEXT, body: 'Jetzt ist der Text lang genug, um etwas zu sagen.' });

    expect(refused.status).toBe(422);
    expect(mended.status).toBe(201);
  });

  it('lets only one of ten at once act', async () => {
    const before = await countTexts();
    const text = { ...TEXT, language: 'en', body: 'Yes, please keep me in the talent pool.' };
    const answers = Array.from({ length: 10 }, async () => (await post('four', text)).status);
    const statuses = await Promise.all(answers);

    expect(await countTexts()).toBe(before + 1);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
  });
});
