import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { appForActor } from '../../../testing/app-for-actor.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { provideLetters } from '../sending/letter-source.ts';
import { tendCampaigns } from '../sending/tend.ts';
import type { TokenUse } from '../sending/token.ts';
import { deliveryToken } from '../sending/token.ts';
import { aLetter, always, aScene, plantReaders } from '../testing.ts';
import type { Scene } from '../testing.ts';

let house: TestHouse;
let scene: Scene;
let talentId: string;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(house.db, 'campaigns', 'sender_identities', 'talents', 'pools');
  scene = await aScene(house.systemCtx(), { entityId: house.entityId, smtpUrl: 'smtp://127.0.0.1:1?from=a@b.example' });
  await plantReaders(house.systemCtx(), { ...scene, entityId: house.entityId, count: 2 });
  await tendCampaigns(house.systemCtx());
  await sql`update campaign_recipients set state = 'accepted'`.execute(house.db);
  ({ id: talentId } = await house.db
    .selectFrom('talents')
    .select('id')
    .orderBy('first_name')
    .limit(1)
    .executeTakeFirstOrThrow());
  provideLetters(always(aLetter()));
});

const linkFor = (use: TokenUse, way = '') =>
  `/api/v1/letters/${deliveryToken(house.parts.keys, use, { campaignId: scene.campaignId, talentId })}${way}`;

/** As a mail provider or a browser of anybody: no cookie, no header of ours. */
const ask = (method: string, url: string, body?: string, headers: Record<string, string> = {}) =>
  appForActor(house.parts, undefined).request(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
    ...(body === undefined ? {} : { body }),
  });

async function topicState(): Promise<string | undefined> {
  const { rows } = await sql<{
    kind: string;
  }>`select kind from consent_view where talent_id = ${talentId}::uuid and purpose = 'newsletter'`.execute(house.db);
  return rows[0]?.kind;
}

describe('the link to leave', () => {
  it('acts at once on one click of a mail provider, without a cookie and without a detour', async () => {
    const answer = await ask('POST', linkFor('unsubscribe', '/unsubscribe'), 'List-Unsubscribe=One-Click', {
      origin: 'https://mail.provider.example',
      'sec-fetch-site': 'cross-site',
    });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await topicState()).toBe('withdrawn');
    expect(await house.db.selectFrom('unsubscribes').select('via').execute()).toEqual([{ via: 'one_click' }]);
  });

  it('changes nothing when a program only looks, however often and in whatever way', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const url of [linkFor('unsubscribe', '/unsubscribe'), linkFor('view')]) await ask(method, url);
    await ask('POST', linkFor('unsubscribe', '/unsubscribe'), '');

    expect(await topicState()).toBe('confirmed');
    expect(await house.db.selectFrom('unsubscribes').select('via').execute()).toEqual([]);
  });

  it('shows a page with a button that does the same', async () => {
    const page = await (await ask('GET', linkFor('unsubscribe', '/unsubscribe'))).text();

    expect(page).toContain('<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">');
    expect(page).toContain('«Technik»');
  });

  it('speaks with Du to whom the team does, and with Sie to everybody else', async () => {
    const asked = async () => (await ask('GET', linkFor('unsubscribe', '/unsubscribe'))).text();
    await house.db.updateTable('campaign_recipients').set({ language: 'de' }).execute();
    const formal = await asked();
    await house.db.updateTable('talents').set({ address_form: 'du' }).where('id', '=', talentId).execute();

    const informal = await asked();
    const left = await (await ask('POST', linkFor('unsubscribe', '/unsubscribe'), 'List-Unsubscribe=One-Click')).text();

    expect(formal).toMatch(/Möchten Sie/);
    expect(informal).toMatch(/Möchtest du/);
    expect(left).toMatch(/Du bekommst/);
  });

  it('changes nothing twice', async () => {
    await ask('POST', linkFor('unsubscribe', '/unsubscribe'), 'List-Unsubscribe=One-Click');
    await ask('POST', linkFor('unsubscribe', '/unsubscribe'), 'List-Unsubscribe=One-Click');

    const { rows } =
      await sql`select 1 from consent_events where talent_id = ${talentId}::uuid and kind = 'withdrawn'`.execute(
        house.db,
      );
    expect(rows).toHaveLength(1);
  });

  it.each(['message', 'view'] as const)('cannot be made from the word of the %s', async (use) => {
    const answer = await ask('POST', linkFor(use, '/unsubscribe'), 'List-Unsubscribe=One-Click');

    expect(answer.status).toBe(200);
    expect(await topicState()).toBe('confirmed');
  });

  it('works for who is in the bin and for who is not here any more', async () => {
    await sql`update talents set deleted_at = now() where id = ${talentId}::uuid`.execute(house.db);

    expect((await ask('POST', linkFor('unsubscribe', '/unsubscribe'), 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await topicState()).toBe('withdrawn');
    await sql`delete from talents where id = ${talentId}::uuid`.execute(house.db);
    expect((await ask('POST', linkFor('unsubscribe', '/unsubscribe'), 'List-Unsubscribe=One-Click')).status).toBe(200);
  });
});

describe('a letter as a page', () => {
  it('is the same letter, and nothing in it runs or tells anybody', async () => {
    const answer = await ask('GET', linkFor('view'));

    expect(await answer.text()).toContain('Grüezi Ilse 1<');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is not there for a letter that has not left', async () => {
    await sql`update campaign_recipients set state = 'queued'`.execute(house.db);

    const answer = await ask('GET', linkFor('view'), undefined, { 'accept-language': 'en' });

    expect(answer.status).toBe(410);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('This letter can no longer be shown');
  });
});
