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
import { findCampaignAtWork } from '../sending/campaign-at-work.ts';
import { workOnCampaigns } from '../sending/jobs.ts';
import { letterFor } from '../sending/letter-source.ts';
import { aScene, aWrittenLetter, plantReaders } from '../testing.ts';
import type { Scene } from '../testing.ts';

const HALL = 'https://kellermatt.example/halle?a=1&b=2';
const ROLES = 'https://kellermatt.example/stellen';
const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  accept: 'text/html,application/xhtml+xml',
};

let house: TestHouse;
let server: MailServerForTests;
let scene: Scene;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(house.db, 'campaigns', 'sender_identities', 'talents', 'pools', 'rate_limits');
  server = await mailServerForTests();
  scene = await aScene(house.systemCtx(), { entityId: house.entityId, smtpUrl: server.url });
});
afterEach(() => server.stop());

/** Two addresses, one of them twice, and links that are never counted. */
function aLetterWithLinks(): Letter {
  const letter = aWrittenLetter();
  const run = (text: string, link: string) => ({ kind: 'words' as const, text, link });
  const runs = [
    run('Die Halle', HALL),
    run('www.kellermatt.example/halle', HALL),
    run('Schreiben', 'mailto:talente@kellermatt.example'),
    run('Ihre Wahl', 'preferences'),
  ];
  return {
    ...letter,
    blocks: [
      ...letter.blocks,
      { id: 'b-0002', kind: 'text', words: { de: { formal: [{ kind: 'paragraph', runs }] } } },
      { id: 'b-0003', kind: 'button', words: { de: { formal: [run('Stellen', ROLES)] } }, link: { de: ROLES } },
      { id: 'b-0004', kind: 'button', words: { de: { formal: [run('Zur Halle', HALL)] } }, link: { de: HALL } },
    ],
  };
}

async function send({ count = 12, counts = true } = {}): Promise<void> {
  await plantReaders(house.systemCtx(), { ...scene, entityId: house.entityId, count });
  await sql`update campaign_versions set letter = ${JSON.stringify(aLetterWithLinks())}::jsonb`.execute(house.db);
  await sql`update campaigns set counts_clicks = ${counts}`.execute(house.db);
  await workOnCampaigns(house.systemCtx());
  expect(server.received).toHaveLength(count);
}

const addressOf = (number: number | string) =>
  `${house.parts.config.baseUrl}/api/v1/letter-links/${scene.campaignId}/${number}`;

async function received(): Promise<{ html: string; text: string }[]> {
  return Promise.all(
    server.received.map(async ({ raw }) => {
      const { html = '', text = '' } = await PostalMime.parse(raw);
      return { html: html.replaceAll('&amp;', '&'), text };
    }),
  );
}

const follow = async (url: string, headers: Record<string, string> = BROWSER, method = 'GET') =>
  appForActor(house.parts, undefined).request(new URL(url).pathname, { method, headers });

async function shownClicks() {
  const answer = await house.request('recruiter', 'GET', `/campaigns/${scene.campaignId}/result`);
  const { clicks } = (await answer.json()) as {
    clicks: { url: string; byPeople: number | null; byScanners: number | null }[];
  };
  return Object.fromEntries(clicks.map(({ url, byPeople, byScanners }) => [url, [byPeople, byScanners]]));
}

/** What is kept, however little it is. */
async function countedClicks() {
  const { rows } = await sql<{ url: string; people: number; programs: number }>`
    select l.url, coalesce(sum(c.count) filter (where c.by_whom = 'person'), 0)::int as people, coalesce(sum(c.count) filter (where c.by_whom = 'scanner'), 0)::int as programs
    from campaign_links l left join clicks c on c.campaign_id = l.campaign_id and c.link_number = l.number group by l.url`.execute(
    house.db,
  );
  return Object.fromEntries(rows.map(({ url, people, programs }) => [url, [people, programs]]));
}

describe('a letter whose links are counted', () => {
  it('leads all readers the same way, past the counter to the address', async () => {
    await send();
    const letters = await received();
    const ways = letters.map(({ html, text }) => `${html} ${text}`.match(/https?:\/\/\S+?\/letter-links\/[\w/-]+/g));

    expect(new Set(ways.map((all) => [...new Set(all)].sort().join()))).toEqual(
      new Set([[addressOf(1), addressOf(2)].join()]),
    );
    const [link = ''] = ways[0] ?? [];
    const answer = await follow(link);

    expect([answer.status, answer.headers.get('location')]).toEqual([302, HALL]);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await countedClicks()).toEqual({ [HALL]: [1, 0], [ROLES]: [0, 0] });
  });

  it('tells its readers, and leaves alone what is their own, what is mail, and words that are an address', async () => {
    await send();

    for (const { html, text } of await received()) {
      expect(text).toContain('aber nicht, von');
      expect(text).toMatch(/www\.kellermatt\.example\/halle\s<https:\/\/kellermatt\.example\/halle\?a=1&b=2>/);
      expect(html).toContain('href="mailto:talente@kellermatt.example"');
      expect(html).not.toContain(`href="${ROLES}"`);
      expect(html).toMatch(/href="[^"]+\/unsubscribe"/);
    }
  });

  it('leads the same way when it is read in a browser, and looking gives no numbers', async () => {
    await send();
    const [letter] = await received();
    const view = letter?.text.match(/Im Browser ansehen:\s(\S+)/)?.[1] ?? '';

    expect(await (await follow(view)).text()).toContain(`href="${addressOf(2)}"`);
    await sql`delete from campaign_links where number = 2`.execute(house.db);
    expect(await (await follow(view)).text()).toContain(`href="${ROLES}"`);
    expect(await house.db.selectFrom('campaign_links').select('number').execute()).toEqual([{ number: 1 }]);
  });

  it('says since when its reader agrees, in the mail and in a browser', async () => {
    await send();
    const [letter] = await received();
    const view = letter?.text.match(/Im Browser ansehen:\s(\S+)/)?.[1] ?? '';
    const since = /Sie haben am \d+\. \S+ 2\d{3} zugestimmt, zum Thema/;

    expect(letter?.text.replaceAll(/\s+/g, ' ')).toMatch(since);
    expect(await (await follow(view)).text()).toMatch(since);
  });

  it('leads straight to the address where nobody asked to count, and in everything that is only looked at', async () => {
    await send({ counts: false });
    const [letter] = await received();

    expect(letter?.html).toContain(`href="${ROLES}"`);
    expect(letter?.text).not.toContain('wie oft ein Link');
    expect(await house.db.selectFrom('campaign_links').selectAll().execute()).toEqual([]);
    await sql`update campaigns set counts_clicks = true`.execute(house.db);
    const reader = { kind: 'all_blocks', language: 'de', form: 'formal' };
    const preview = await house.request('recruiter', 'POST', `/campaigns/${scene.campaignId}/previews`, { reader });
    const { made } = (await preview.json()) as { made: { html: string } };
    expect(made.html).toContain(`href="${ROLES}"`);
    expect(made.html).toContain('wie oft ein Link');
    expect(await house.db.selectFrom('campaign_links').selectAll().execute()).toEqual([]);
  });

  it('gives every address one number, however many processes begin at once', async () => {
    await sql`update campaign_versions set letter = ${JSON.stringify(aLetterWithLinks())}::jsonb`.execute(house.db);
    await sql`update campaigns set counts_clicks = true`.execute(house.db);
    const campaign = await findCampaignAtWork(house.db, scene.campaignId);
    const compile = async () => campaign && letterFor(house.systemCtx(), campaign, 'to_send');

    await Promise.all(Array.from({ length: 12 }, compile));
    await compile();

    expect(await house.db.selectFrom('campaign_links').select(['number', 'url']).orderBy('number').execute()).toEqual([
      { number: 1, url: HALL },
      { number: 2, url: ROLES },
    ]);
  });
});

describe('the counter', () => {
  it('counts people and programs apart, and nobody who only asks what is there', async () => {
    await send();

    await Promise.all(Array.from({ length: 20 }, () => follow(addressOf(2))));
    const programs: Record<string, string>[] = [
      {},
      { ...BROWSER, 'sec-purpose': 'prefetch' },
      { 'user-agent': 'curl/8.14.1' },
    ];
    for (const headers of programs) expect((await follow(addressOf(2), headers)).headers.get('location')).toBe(ROLES);
    expect((await follow(addressOf(2), BROWSER, 'HEAD')).status).toBe(302);

    expect(await countedClicks()).toEqual({ [HALL]: [0, 0], [ROLES]: [20, 3] });
    const { rows } = await sql`select count(*)::int as rows from clicks`.execute(house.db);
    expect(rows).toEqual([{ rows: 2 }]);
  });

  it.each(['3', '0', '-1', '1e3', 'x', '99999999999'])('leads nowhere for the unknown number %s', async (number) => {
    await send({ count: 1 });
    const answer = await follow(addressOf(number), { ...BROWSER, 'accept-language': 'en' });

    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This link leads nowhere');
  });

  it('leads only to the web, and never where an address in the request would have it', async () => {
    await send({ count: 1 });
    await sql`update campaign_links set url = 'javascript:alert(1)' where number = 1`.execute(house.db);

    expect((await follow(addressOf(1))).status).toBe(404);
    expect((await follow(addressOf('https:%2F%2Fevil.example'))).status).toBe(404);
    const led = await appForActor(house.parts, undefined).request(
      `${new URL(addressOf(2)).pathname}?url=https://evil.example`,
    );
    expect(led.headers.get('location')).toBe(ROLES);
  });

  it('still leads on when too many come, and does not count them', async () => {
    await send();
    await follow(addressOf(2));
    await sql`update rate_limits set count = 1000000`.execute(house.db);

    expect((await follow(addressOf(2))).headers.get('location')).toBe(ROLES);
    expect(await countedClicks()).toMatchObject({ [ROLES]: [1, 0] });
  });

  it('shows nothing of fewer than ten readers', async () => {
    await send({ count: 9 });
    await follow(addressOf(1));

    expect(await shownClicks()).toEqual({});
  });

  it('shows no number of a link that was opened fewer than ten times', async () => {
    await send();
    for (let i = 0; i < 9; i += 1) await follow(addressOf(1));
    for (let i = 0; i < 10; i += 1) await follow(addressOf(2));

    expect(await shownClicks()).toEqual({ [HALL]: [null, null], [ROLES]: [10, null] });
  });

  it('keeps nothing about who came', async () => {
    await send();
    const traces = () =>
      sql`select (select jsonb_agg(to_jsonb(t) order by t.id) from talents t) as talents, (select jsonb_agg(to_jsonb(r) order by r.talent_id) from campaign_recipients r) as recipients,
        (select count(*) from touchpoints) as touchpoints, (select count(*) from rate_limits) as limits`.execute(
        house.db,
      );
    await follow(addressOf(1), { ...BROWSER, 'x-forwarded-for': '192.0.2.1' });
    const before = await traces();

    for (const n of [2, 3, 4])
      await follow(addressOf(1), { ...BROWSER, 'x-forwarded-for': `192.0.2.${n}`, cookie: 'a=b' });

    expect((await traces()).rows).toEqual(before.rows);
  });
});
