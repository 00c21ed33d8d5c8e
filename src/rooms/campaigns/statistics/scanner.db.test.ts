import PostalMime from 'postal-mime';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { appForActor } from '../../../testing/app-for-actor.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Letter } from '../schema-letter.ts';
import { workOnCampaigns } from '../sending/jobs.ts';
import { aScene, aWrittenLetter, plantReaders } from '../testing.ts';

let house: TestHouse;
let server: MailServerForTests;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  server = await mailServerForTests();
});
afterEach(() => server.stop());

const anybody = (method: string, url: string, body?: string) => {
  const { pathname, search } = new URL(url);
  return appForActor(house.parts, undefined).request(`${pathname}${search}`, {
    method,
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  });
};

/** Everything that a link could change. */
async function everything(): Promise<unknown> {
  const { rows } = await sql`
    select (select jsonb_agg(to_jsonb(e) order by e.id) from consent_events e) as consent, (select jsonb_agg(to_jsonb(u)) from unsubscribes u) as unsubscribes,
      (select jsonb_agg(to_jsonb(r) order by r.talent_id) from campaign_recipients r) as recipients,
      (select jsonb_agg(to_jsonb(p) order by p.talent_id) from preference_links p) as preferences,
      (select jsonb_agg(to_jsonb(t) order by t.id) from talents t) as talents, (select count(*) from touchpoints) as touchpoints`.execute(
    house.db,
  );
  return rows[0];
}

async function linksIn(raw: string): Promise<string[]> {
  const { html = '', text = '', headers } = await PostalMime.parse(raw);
  const listed = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  const found = `${html} ${text} ${listed}`.replaceAll('&amp;', '&').matchAll(/https?:\/\/[^\s"<>)]+/g);
  return [...new Set([...found].map(([link]) => link))].filter((link) => link.startsWith(house.parts.config.baseUrl));
}

const aLetterWithButton = (): Letter => {
  const letter = aWrittenLetter();
  const words = { de: { formal: [{ kind: 'words' as const, text: 'Zur Halle' }] } };
  const link = { de: 'https://kellermatt.example/halle' };
  return { ...letter, blocks: [...letter.blocks, { id: 'b-0002', kind: 'button', words, link }] };
};

describe('a program that follows every link of every letter', () => {
  it.each([
    ['', false],
    [' but the count of scanners', true],
  ])('changes nothing%s, and the links still work for the reader', async (_, counts) => {
    await emptyTables(house.db, 'campaigns', 'sender_identities', 'talents', 'pools');
    const scene = await aScene(house.systemCtx(), { entityId: house.entityId, smtpUrl: server.url });
    await plantReaders(house.systemCtx(), { ...scene, entityId: house.entityId, count: 4 });
    await sql`update campaign_versions set letter = ${JSON.stringify(aLetterWithButton())}::jsonb`.execute(house.db);
    await sql`update campaigns set counts_clicks = ${counts}`.execute(house.db);
    await workOnCampaigns(house.systemCtx());
    const links = (await Promise.all(server.received.map(({ raw }) => linksIn(raw)))).flat();
    const before = await everything();

    for (const link of links) for (const method of ['GET', 'HEAD', 'OPTIONS']) await anybody(method, link);

    expect(server.received).toHaveLength(4);
    expect(links.length).toBeGreaterThanOrEqual(12);
    expect(await everything()).toEqual(before);
    expect(await house.db.selectFrom('clicks').select(['by_whom', 'count']).execute()).toEqual(
      counts ? [{ by_whom: 'scanner', count: 4 }] : [],
    );
    const leave = links.find((link) => link.endsWith('/unsubscribe')) ?? '';
    expect((await anybody('POST', leave, 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await house.db.selectFrom('unsubscribes').select('via').execute()).toEqual([{ via: 'one_click' }]);
  });
});
