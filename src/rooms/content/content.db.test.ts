import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { Role } from '#rooms/accounts/index.ts';
import { appForActor } from '../../testing/app-for-actor.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { listUsableContents } from './index.ts';
import type { ContentItem } from './schema.ts';
import { stateOn } from './usable.ts';

const TODAY = '2026-11-23';

describe('the library', () => {
  let house: TestHouse;

  beforeAll(async () => {
    house = await openTestHouse(new Date(`${TODAY}T09:00:00Z`));
  });
  afterAll(() => house.close());
  beforeEach(() => emptyTables(house.db, 'content_items', 'topics'));

  const anArticle = (changes: Record<string, unknown> = {}) => ({
    kind: 'article',
    title: 'Das Umrichter-Labor in Winterthur',
    summary: 'Was im neuen Labor gemessen wird.',
    link: 'https://kellermatt.example/labor',
    language: 'de',
    keywords: ['Prüffeld', 'Leistungselektronik'],
    ...changes,
  });
  const send = (body: unknown, role: Role = 'recruiter') => house.request(role, 'POST', '/contents', body);
  /** Each a second after the one before, as people add them. */
  async function added(changes: Record<string, unknown> = {}): Promise<ContentItem> {
    house.clock.now = new Date(house.clock.now.getTime() + 1000);
    return (await send(anArticle(changes))).json();
  }
  const refusal = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
  const list = async (query = ''): Promise<{ items: ContentItem[]; total: number; nextCursor: string | null }> =>
    (await house.request('recruiter', 'GET', `/contents${query}`)).json();
  const titles = async (query = '') => (await list(query)).items.map(({ title }) => title);

  async function aTopic(entityId = house.entityId, retiredAt: Date | null = null): Promise<string> {
    const id = newId();
    await sql`insert into topics (id, entity_id, name_de, name_en, created_at, retired_at)
      values (${id}, ${entityId}, 'Technik', 'Technology', now(), ${retiredAt})`.execute(house.db);
    return id;
  }

  it('keeps words as they were written and finds people by their folded form', async () => {
    const { id } = await added();

    const stored = await house.db
      .selectFrom('content_view')
      .select('keywords')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

    expect((await list()).items[0]?.keywords).toEqual(['Prüffeld', 'Leistungselektronik']);
    expect(stored.keywords).toEqual(['pruffeld', 'leistungselektronik']);
  });

  it('takes links to the web only', async () => {
    const answers = await Promise.all(
      ['javascript:alert(1)', 'ftp://kellermatt.example', 'kellermatt.example', 'data:text/html,x'].map((link) =>
        send(anArticle({ link })),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
  });

  it('wants the day of an event', async () => {
    expect(await refusal(await send(anArticle({ kind: 'event' })))).toEqual([422, 'content.event_needs_day']);
  });

  it('takes nothing that is over before it begins, or already', async () => {
    const odd = await send(anArticle({ onDate: '2026-12-10', usableUntil: '2026-12-01' }));
    const over = await send(anArticle({ usableUntil: '2026-11-22' }));

    expect([await refusal(odd), await refusal(over)]).toEqual([
      [422, 'content.over_before_it_begins'],
      [422, 'content.already_over'],
    ]);
  });

  it('takes topics of the own legal entity that are still asked about', async () => {
    const own = await aTopic();
    const foreign = await aTopic(house.otherEntityId);
    const retired = await aTopic(house.entityId, new Date(`${TODAY}T08:00:00Z`));

    const answers = [];
    for (const topicId of [own, foreign, retired, newId()])
      answers.push(await send(anArticle({ topicIds: [topicId] })));

    expect(answers.map(({ status }) => status)).toEqual([201, 404, 404, 404]);
  });

  it('may still be edited when one of its topics is asked about no more', async () => {
    const topic = await aTopic();
    const { id, version } = await added({ topicIds: [topic] });
    await sql`update topics set retired_at = now()`.execute(house.db);

    const answer = await house.request('recruiter', 'PUT', `/contents/${id}`, {
      ...anArticle({ title: 'Neuer Titel', topicIds: [topic] }),
      version,
    });

    expect(answer.status).toBe(200);
  });

  it('shows what may be told today unless asked for more', async () => {
    await added({ title: 'Gilt' });
    await added({ title: 'Später', onDate: '2026-12-01' });
    const { id } = await added({ title: 'Weg' });
    await house.request('recruiter', 'PUT', `/contents/${id}/archive`);

    expect(await titles()).toEqual(['Gilt']);
    expect(await titles('?state=all')).toEqual(['Später', 'Gilt']);
    expect(await titles('?state=archived')).toEqual(['Weg']);
  });

  it('is found by kind, topic, language and words of its title', async () => {
    const topic = await aTopic();
    await added({ title: 'Labor', topicIds: [topic] });
    await added({ title: 'Lernwoche 100 %', kind: 'learning_offer', language: 'en' });

    expect(await titles('?kind=learning_offer')).toEqual(['Lernwoche 100 %']);
    expect(await titles(`?topic=${topic}`)).toEqual(['Labor']);
    expect(await titles('?language=en')).toEqual(['Lernwoche 100 %']);
    expect(await titles('?search=100%20%25')).toEqual(['Lernwoche 100 %']);
    expect(await titles('?search=nichts')).toEqual([]);
  });

  it('comes in pages that miss nothing and show nothing twice', async () => {
    for (let n = 0; n < 53; n++) await added({ title: `Artikel ${n}` });

    const first = await list();
    const second = await list(`?cursor=${first.nextCursor}`);

    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 3, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(53);
    expect(first.total).toBe(53);
  });

  it('comes back out of the archive', async () => {
    const { id } = await added();
    await house.request('recruiter', 'PUT', `/contents/${id}/archive`);

    await house.request('recruiter', 'DELETE', `/contents/${id}/archive`);

    expect((await list()).total).toBe(1);
  });

  it('does not overwrite what somebody else changed', async () => {
    const { id, version } = await added();
    const put = (title: string) =>
      house.request('recruiter', 'PUT', `/contents/${id}`, { ...anArticle({ title }), version });

    const [first, second] = [await put('Meins'), await put('Deins')];

    expect(first.status).toBe(200);
    expect(await refusal(second)).toEqual([409, 'content.changed_meanwhile']);
    expect(await titles()).toEqual(['Meins']);
  });

  it('is read but not written by hiring managers', async () => {
    await added();

    expect((await house.request('hiring_manager', 'GET', '/contents')).status).toBe(200);
    expect((await send(anArticle(), 'hiring_manager')).status).toBe(403);
  });

  it('of another legal entity does not exist', async () => {
    const { id, version } = await added();
    const app = appForActor(house.parts, house.actorFor('recruiter', [house.otherEntityId]));
    const ask = (method: string, path: string, body?: unknown) =>
      app.request(`/api/v1/contents${path}`, {
        method,
        headers: { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });

    const answers = await Promise.all([
      ask('GET', `/${id}`),
      ask('PUT', `/${id}`, { ...anArticle(), version }),
      ask('PUT', `/${id}/archive`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await (await ask('GET', '')).json()).total).toBe(0);
  });

  it('says in the database and in the program alike what may be told', async () => {
    const days = [null, '2026-11-22', TODAY, '2026-11-24'];
    for (const kind of ['event', 'article'])
      for (const onDate of days)
        for (const usableUntil of days)
          await sql`insert into content_items (id, entity_id, kind, title, language, on_date, usable_until, created_at, updated_at)
            values (${newId()}, ${house.entityId}, ${kind}, ${`${kind} ${onDate} ${usableUntil}`}, 'de', ${onDate}, ${usableUntil}, now(), now())`.execute(
            house.db,
          );

    const { items } = await list('?state=all');
    const ctx = house.ctxFor('recruiter');
    const usable = await listUsableContents(ctx, { kinds: [], topicIds: [], on: TODAY });

    const expected = items.filter((item) => stateOn({ ...item, isArchived: false }, TODAY) === 'usable');
    expect(items).toHaveLength(32);
    expect(new Set(usable.map(({ title }) => title))).toEqual(new Set(expected.map(({ title }) => title)));
  });

  it('offers other rooms what fits a kind, a topic and a language', async () => {
    const [technology, marketing] = [await aTopic(), await aTopic()];
    await added({ title: 'Technik', topicIds: [technology] });
    await added({ title: 'Marketing', topicIds: [marketing] });
    await added({ title: 'Für alle' });
    await added({ title: 'Auf Englisch', language: 'en' });
    await added({ title: 'Anlass', kind: 'event', onDate: '2026-12-01' });

    const found = await listUsableContents(house.ctxFor('recruiter'), {
      kinds: ['article'],
      topicIds: [technology],
      language: 'de',
      on: TODAY,
    });

    expect(found.map(({ title }) => title)).toEqual(['Für alle', 'Technik']);
  });
});
