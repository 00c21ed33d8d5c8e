import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { appForActor } from '../../../testing/app-for-actor.ts';
import { aSender, aWrittenLetter } from '../testing.ts';

const START = new Date('2026-11-23T09:00:00Z');
let house: TestHouse;
let topicId: string;
let poolId: string;

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
type Answer = { status: number; body: any };
type Role = Parameters<TestHouse['request']>[0];

beforeAll(async () => {
  house = await openTestHouse(START);
});
beforeEach(async () => {
  house.clock.now = START;
  await emptyTables(
    house.db,
    'campaigns',
    'campaign_templates',
    'campaign_settings',
    'sender_identities',
    'talents',
    'pools',
    'topics',
    'saved_segments',
  );
  poolId = (await ask('POST', '/pools', { name: 'Antriebe', mode: 'volume' })).body.id;
  topicId = (await ask('POST', '/topics', { names: { de: 'Technik', en: 'Technology' } }, 'administrator')).body.id;
});
afterAll(() => house.close());

async function ask(method: string, path: string, body?: unknown, role: Role = 'recruiter'): Promise<Answer> {
  const answer = await house.request(role, method, path, body);
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: isJson ? await answer.json() : {} };
}
async function begin(given: Record<string, unknown> = {}, role: Role = 'recruiter') {
  const { status, body } = await ask(
    'POST',
    '/campaigns',
    { name: 'Brief im Winter', topicId, poolId, ...given },
    role,
  );
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}
const save = (
  { id, version }: { id: string; version: number },
  letter: unknown = aWrittenLetter(),
  role: Role = 'recruiter',
) => ask('PUT', `/campaigns/${id}/letter`, { version, letter }, role);
const refusal = ({ status, body }: Answer) => [status, body.code];
const later = (minutes: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + minutes * 60_000);
};
const settingsOf = (one: Answer['body'], given: Record<string, unknown> = {}) => ({
  version: one.version,
  name: one.name,
  topicId: one.topicId,
  poolId: one.poolId,
  segmentId: one.segmentId,
  senderId: one.senderId,
  brandId: one.brandId,
  mainLanguage: one.mainLanguage,
  window: one.window,
  ...given,
});

describe('a letter that is begun', () => {
  it('is empty, is a draft, and says what each role may do with it', async () => {
    const made = await begin();

    expect(made).toMatchObject({
      name: 'Brief im Winter',
      state: 'draft',
      topic: { de: 'Technik', en: 'Technology' },
      audience: { id: poolId, name: 'Antriebe', kind: 'pool' },
      languages: [],
      letterVersion: 1,
      letter: { blocks: [], subject: {} },
      fourEyesFrom: 200,
      progress: null,
    });
    expect(made.may).toMatchObject({ write: true, askForReview: true, approve: false, remove: true, schedule: false });
    const seen = (await ask('GET', `/campaigns/${made.id}`, undefined, 'hiring_manager')).body;
    expect(Object.values(seen.may)).not.toContain(true);
  });

  it('begins with a template of ours, in the spelling of the country', async () => {
    const { items } = (await ask('GET', '/campaign-templates')).body;
    const made = await begin({ templateId: items[0].id });

    expect(items.map(({ origin }: { origin: string }) => origin)).toContain('ours');
    expect(made.letter.blocks.length).toBeGreaterThan(2);
    expect(made.languages).toEqual(['de', 'en']);
    expect(JSON.stringify(made.letter)).not.toContain('ß');
  });

  it('begins with a letter that the company kept, until it is put away', async () => {
    const first = await begin();
    await save(first);
    const kept = await ask('POST', '/campaign-templates', { name: 'Unser Brief', campaignId: first.id });
    const made = await begin({ templateId: kept.body.id });

    expect(made.letter).toEqual(aWrittenLetter());
    expect((await ask('DELETE', `/campaign-templates/${kept.body.id}`)).status).toBe(204);
    expect(refusal(await ask('DELETE', `/campaign-templates/${kept.body.id}`))).toEqual([
      404,
      'campaigns.template_not_found',
    ]);
    const again = await ask('POST', '/campaigns', { name: 'Noch einer', topicId, poolId, templateId: kept.body.id });
    expect(refusal(again)).toEqual([404, 'campaigns.template_not_found']);
  });

  it('is copied with its words and settings, and removed while nobody got it', async () => {
    const first = await begin();
    const { body: saved } = await save(first);
    const copied = await ask('POST', `/campaigns/${saved.id}/copies`);

    expect(copied.body).toMatchObject({ name: 'Brief im Winter (Kopie)', topicId, poolId, letter: saved.letter });
    expect((await ask('DELETE', `/campaigns/${saved.id}`)).status).toBe(204);
    expect((await ask('GET', `/campaigns/${saved.id}`)).status).toBe(404);
    await sql`update campaigns set state = 'finished', started_at = now()`.execute(house.db);
    expect(refusal(await ask('DELETE', `/campaigns/${copied.body.id}`))).toEqual([409, 'campaigns.wrong_state']);
  });

  it.each([
    ['a topic that is not there', { topicId: newId() }, [422, 'campaigns.topic_missing']],
    ['a pool that is not there', { poolId: newId() }, [422, 'campaigns.audience_missing']],
    ['a segment that is not there', { poolId: null, segmentId: newId() }, [422, 'campaigns.audience_missing']],
    ['a template that is not there', { templateId: newId() }, [404, 'campaigns.template_not_found']],
    ['a template that is no word of ours', { templateId: 'x' }, [404, 'campaigns.template_not_found']],
    ['another legal entity', { entityId: newId() }, [404, 'campaigns.entity_unknown']],
  ])('refuses %s', async (_, given, expected) => {
    const body = { name: 'Brief', topicId, poolId, ...given };

    expect(refusal(await ask('POST', '/campaigns', body))).toEqual(expected);
  });

  it('never goes to a Boutique pool, nor to a pool that its writer may not see', async () => {
    const boutique = (await ask('POST', '/pools', { name: 'Wenige', mode: 'boutique' })).body.id;
    const secret = (
      await ask('POST', '/pools', { name: 'Still', mode: 'volume', visibility: 'confidential' }, 'administrator')
    ).body.id;

    const answers = [boutique, secret].map((id) => ask('POST', '/campaigns', { name: 'Brief', topicId, poolId: id }));

    expect((await Promise.all(answers)).map(refusal)).toEqual([
      [422, 'campaigns.audience_boutique'],
      [422, 'campaigns.audience_missing'],
    ]);
  });
});

describe('the settings of a letter', () => {
  it('are changed as a whole, and not over what somebody else changed meanwhile', async () => {
    const made = await begin();
    const senderId = await aSender(house.systemCtx(), {
      entityId: house.entityId,
      smtpUrl: 'smtp://127.0.0.1:1?from=a@b.example',
    });
    const body = settingsOf(made, { name: 'Brief im März', senderId, window: { fromHour: 8, untilHour: 18 } });

    const [first, second] = [
      await ask('PUT', `/campaigns/${made.id}`, body),
      await ask('PUT', `/campaigns/${made.id}`, body, 'administrator'),
    ];

    expect(first.body).toMatchObject({ name: 'Brief im März', senderId, window: { fromHour: 8, untilHour: 18 } });
    expect(refusal(second)).toEqual([409, 'campaigns.changed_meanwhile']);
  });

  it('count no links until somebody wants it, and keep that when it is left out and when the letter is copied', async () => {
    const made = await begin();
    const set = async (given: Record<string, unknown>) => {
      const now = await ask('GET', `/campaigns/${made.id}`);
      return ask('PUT', `/campaigns/${made.id}`, settingsOf(now.body, given));
    };

    expect(made.countsClicks).toBe(false);
    expect((await set({ countsClicks: true })).body.countsClicks).toBe(true);
    expect((await set({ name: 'Anders' })).body).toMatchObject({ name: 'Anders', countsClicks: true });
    expect((await ask('POST', `/campaigns/${made.id}/copies`)).body.countsClicks).toBe(true);
    expect((await set({ countsClicks: false })).body.countsClicks).toBe(false);
  });

  it('keep a topic that was retired since, and take no other such one', async () => {
    const made = await begin();
    await sql`update topics set retired_at = now()`.execute(house.db);

    expect((await ask('PUT', `/campaigns/${made.id}`, settingsOf(made))).status).toBe(200);
    const other = await ask('POST', '/campaigns', { name: 'Brief', topicId, poolId });
    expect(refusal(other)).toEqual([422, 'campaigns.topic_missing']);
  });

  it('stay as they are while somebody is asked to agree', async () => {
    const { body: saved } = await save(await begin());
    await ask('PUT', `/campaigns/${saved.id}/review`, {});
    const seen = (await ask('GET', `/campaigns/${saved.id}`)).body;

    expect(refusal(await ask('PUT', `/campaigns/${saved.id}`, settingsOf(seen)))).toEqual([
      409,
      'campaigns.wrong_state',
    ]);
  });
});

describe('saving a letter', () => {
  const versionsOf = async (id: string) =>
    (await ask('GET', `/campaigns/${id}/versions`)).body.items.map(
      ({ number, state }: { number: number; state: string }) => [number, state],
    );

  it('never overwrites what somebody else saved meanwhile', async () => {
    const made = await begin();
    const mine = await save(made, aWrittenLetter('Von mir'));
    const theirs = await save(made, aWrittenLetter('Von mir nicht'), 'administrator');

    expect(mine.status).toBe(200);
    expect(refusal(theirs)).toEqual([409, 'campaigns.changed_meanwhile']);
    expect((await ask('GET', `/campaigns/${made.id}`)).body.letter).toEqual(aWrittenLetter('Von mir'));
  });

  it('goes into the version at work, and begins the next one for somebody else or after a pause', async () => {
    let { body } = await save(await begin());
    ({ body } = await save(body, aWrittenLetter('Zweiter Satz')));
    expect(body.letterVersion).toBe(1);
    ({ body } = await save(body, aWrittenLetter('Dritter Satz'), 'administrator'));
    expect(body.letterVersion).toBe(2);
    later(61);
    ({ body } = await save(body, aWrittenLetter('Vierter Satz'), 'administrator'));

    expect(body.letterVersion).toBe(3);
    expect(await versionsOf(body.id)).toEqual([
      [3, 'at_work'],
      [2, 'earlier'],
      [1, 'earlier'],
    ]);
  });

  it('changes nothing, not even a version, when the letter is the same', async () => {
    const { body: saved } = await save(await begin());
    later(120);

    expect((await save(saved, aWrittenLetter(), 'administrator')).body).toMatchObject({
      version: saved.version,
      letterVersion: 1,
      updatedAt: saved.updatedAt,
    });
  });

  it('goes on with the words of an earlier version, and loses none', async () => {
    const { body: first } = await save(await begin(), aWrittenLetter('Erster'));
    const { body: second } = await save(first, aWrittenLetter('Zweiter'), 'administrator');
    const restored = await ask('POST', `/campaigns/${first.id}/versions/1/restorations`);

    expect(restored.body).toMatchObject({ letterVersion: 3, letter: aWrittenLetter('Erster') });
    expect((await versionsOf(second.id)).length).toBe(3);
    expect(refusal(await ask('POST', `/campaigns/${first.id}/versions/9/restorations`))).toEqual([
      404,
      'campaigns.version_not_found',
    ]);
  });

  it('is refused by shape for what is no letter', async () => {
    const made = await begin();
    const letter = { ...aWrittenLetter(), blocks: [{ id: 'b-0001', kind: 'script', words: {} }] };

    expect((await save(made, letter)).status).toBe(422);
  });
});

type Now = { id: string; version: number; letterVersion: number };
const decideAs = (decision: string) => (now: Now) =>
  ask(
    'POST',
    `/campaigns/${now.id}/approvals`,
    { decision, letterVersion: now.letterVersion, note: 'Warum' },
    'administrator',
  );
/** What people do with a letter; whether it is refused is not asked here. */
const ACTS = {
  save: (now: Now, sentence: string) => save(now, aWrittenLetter(sentence)),
  save_other: (now: Now, sentence: string) => save(now, aWrittenLetter(sentence), 'administrator'),
  ask: ({ id }: Now) => ask('PUT', `/campaigns/${id}/review`, {}),
  take_back: ({ id }: Now) => ask('DELETE', `/campaigns/${id}/review`),
  restore: ({ id }: Now) => ask('POST', `/campaigns/${id}/versions/1/restorations`),
  approve: decideAs('approved'),
  return: decideAs('returned'),
  wait: async () => later(70),
};

describe('asking somebody to agree', () => {
  it('needs a letter that is ready', async () => {
    const made = await begin();

    expect(refusal(await ask('PUT', `/campaigns/${made.id}/review`, {}))).toEqual([422, 'campaigns.letter_not_ready']);
  });

  it('leads to approval, keeps the note, and puts nothing else into the version', async () => {
    const { body: saved } = await save(await begin());
    const asked = await ask('PUT', `/campaigns/${saved.id}/review`, { note: 'Bitte die Zahlen prüfen.' });

    expect(asked.body).toMatchObject({ state: 'in_review', may: { write: false, approve: true, takeBack: true } });
    expect(refusal(await save(asked.body, aWrittenLetter('Schnell noch')))).toEqual([409, 'campaigns.wrong_state']);
    const seen = (await ask('GET', `/campaigns/${saved.id}/versions`)).body.items[0];
    expect(seen).toMatchObject({ state: 'in_review', note: 'Bitte die Zahlen prüfen.' });
    const decided = await ask(
      'POST',
      `/campaigns/${saved.id}/approvals`,
      { decision: 'approved', letterVersion: 1 },
      'privacy_officer',
    );
    expect(decided.status).toBe(201);
    expect(decided.body).toMatchObject({ state: 'approved', approvals: [{ decision: 'approved', letterVersion: 1 }] });
  });

  it('is taken back with the approval: the next version begins, and the old one stays as it was', async () => {
    const { body: saved } = await save(await begin());
    await ask('PUT', `/campaigns/${saved.id}/review`, {});
    await ask(
      'POST',
      `/campaigns/${saved.id}/approvals`,
      { decision: 'approved', letterVersion: 1 },
      'privacy_officer',
    );
    const back = await ask('DELETE', `/campaigns/${saved.id}/review`);
    await save(back.body, aWrittenLetter('Ganz anders'));

    const { rows } = await sql<{ number: number; letter: unknown }>`
      select number, letter from campaign_versions order by number`.execute(house.db);
    expect(back.body).toMatchObject({ state: 'draft', letterVersion: 2 });
    expect(rows.map(({ letter }) => letter)).toEqual([aWrittenLetter(), aWrittenLetter('Ganz anders')]);
  });

  it('is sent back with a reason, without one it is not', async () => {
    const { body: saved } = await save(await begin());
    await ask('PUT', `/campaigns/${saved.id}/review`, {});
    const decide = (body: object) =>
      ask('POST', `/campaigns/${saved.id}/approvals`, { letterVersion: 1, ...body }, 'administrator');

    expect((await decide({ decision: 'returned' })).status).toBe(422);
    const returned = await decide({ decision: 'returned', note: 'Der zweite Absatz stimmt nicht.' });
    expect(returned.body).toMatchObject({
      state: 'draft',
      letterVersion: 2,
      approvals: [{ decision: 'returned', note: 'Der zweite Absatz stimmt nicht.' }],
    });
    expect(refusal(await decide({ decision: 'approved' }))).toEqual([409, 'campaigns.wrong_state']);
  });

  it('refuses to decide about another version than the one that is there', async () => {
    const { body: saved } = await save(await begin());
    await ask('PUT', `/campaigns/${saved.id}/review`, {});
    await ask('DELETE', `/campaigns/${saved.id}/review`);
    await ask('PUT', `/campaigns/${saved.id}/review`, {});

    const late = { decision: 'approved', letterVersion: 1 };
    expect(refusal(await ask('POST', `/campaigns/${saved.id}/approvals`, late, 'administrator'))).toEqual([
      409,
      'campaigns.changed_meanwhile',
    ]);
  });

  it('never changes a version that was looked at, whatever is done in whatever order', async () => {
    const act = fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[]));
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        let now = (await save(await begin())).body;
        const shown = new Map<number, unknown>();
        for (const [i, one] of acts.entries()) {
          await ACTS[one](now, `Satz ${i}`);
          now = (await ask('GET', `/campaigns/${now.id}`)).body;
          if (now.state !== 'draft') shown.set(now.letterVersion, now.letter);
        }
        const kept = await house.db
          .selectFrom('campaign_versions')
          .select(['number', 'letter'])
          .where('campaign_id', '=', now.id)
          .execute();
        for (const { number, letter } of kept) expect(letter).toEqual(shown.get(number) ?? letter);
        if (now.state === 'draft') expect(shown.has(now.letterVersion)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the list of letters', () => {
  const page = async (query = '') => (await ask('GET', `/campaigns${query}`)).body;
  const plant = async (count: number, state = 'draft') => {
    for (let i = 0; i < count; i += 1) {
      later(1);
      const { id } = await begin({ name: `Brief ${i}` });
      await sql`update campaigns set state = ${state} where id = ${id}::uuid`.execute(house.db);
    }
  };

  it('comes page by page, newest first, each once', async () => {
    await plant(65);
    const names: string[] = [];
    let cursor: string | null = '';
    do {
      const { items, nextCursor } = await page(`?cursor=${cursor}`);
      names.push(...items.map(({ name }: { name: string }) => name));
      cursor = nextCursor;
    } while (cursor);

    expect(names).toEqual(Array.from({ length: 65 }, (_, i) => `Brief ${64 - i}`));
    expect((await ask('GET', '/campaigns?cursor=x')).status).toBe(422);
  });

  it('asks the database the same number of statements for two as for thirty', async () => {
    await plant(2);
    const few = await statementsOf(() => page());
    await plant(30);

    expect(await statementsOf(() => page())).toBe(few);
    expect(few).toBeLessThan(4);
  });

  it('is searched by name and narrowed to what is written, under way, or over', async () => {
    await plant(2);
    await plant(1, 'sending');
    await plant(3, 'finished');
    await begin({ name: '100 % Technik' });
    const countOf = async (query: string) => (await page(query)).items.length;

    expect(await Promise.all(['', '?state=writing', '?state=under_way', '?state=over'].map(countOf))).toEqual([
      7, 3, 1, 3,
    ]);
    expect((await page('?search=100%20%25')).items.map(({ name }: { name: string }) => name)).toEqual([
      '100 % Technik',
    ]);
    expect(await countOf('?search=_')).toBe(0);
  });

  it('says how far a letter is, from its rows and, when it is over, from what was counted', async () => {
    const { id } = await begin();
    await sql`update campaigns set state = 'sending', started_at = now(), prepared_at = now()`.execute(house.db);
    await sql`
      insert into campaign_recipients (campaign_id, talent_id, language, zone, state, not_before, changed_at)
      select ${id}::uuid, gen_random_uuid(), 'de', 'Europe/Zurich', s, now(), now() from unnest(array['accepted', 'accepted', 'failed', 'left_out', 'queued']) s`.execute(
      house.db,
    );
    const running = (await page()).items[0].progress;
    await sql`update campaigns set state = 'finished', figures = '{"queued":0,"claimed":0,"handing_over":0,"accepted":900,"failed":5,"uncertain":1,"left_out":94,"leftOut":{}}'`.execute(
      house.db,
    );

    expect(running).toEqual({ done: 4, all: 5 });
    expect((await page()).items[0].progress).toEqual({ done: 1000, all: 1000 });
  });

  it('names no pool that its reader may not see, and shows no letters from one person to another', async () => {
    const secret = (
      await ask('POST', '/pools', { name: 'Still', mode: 'volume', visibility: 'confidential' }, 'administrator')
    ).body.id;
    const { id } = await begin({ poolId: secret }, 'administrator');
    await begin({ name: 'Persönlich' });
    await sql`update campaigns set kind = 'personal' where name = 'Persönlich'`.execute(house.db);

    expect((await page()).items).toMatchObject([{ id, audience: null }]);
  });
});

describe('a letter of another legal entity', () => {
  it('does not exist, by any route', async () => {
    const made = await begin();
    const actor = house.actorFor('administrator', [house.otherEntityId]);
    const app = appForActor(house.parts, actor);
    const knock = async (method: string, path: string, body?: unknown) => {
      const answer = await app.request(`/api/v1${path}`, {
        method,
        headers: { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return answer.status;
    };
    const url = `/campaigns/${made.id}`;

    const statuses = await Promise.all([
      knock('GET', url),
      knock('PUT', url, settingsOf(made)),
      knock('DELETE', url),
      knock('POST', `${url}/copies`),
      knock('PUT', `${url}/letter`, { version: made.version, letter: aWrittenLetter() }),
      knock('GET', `${url}/versions`),
      knock('POST', `${url}/versions/1/restorations`),
      knock('PUT', `${url}/review`, {}),
      knock('DELETE', `${url}/review`),
      knock('POST', `${url}/approvals`, { decision: 'approved', letterVersion: 1 }),
      knock('POST', `${url}/tests`, { memberIds: [actor.memberId], reader: { kind: 'sees_least', language: 'de' } }),
      knock('POST', '/campaign-templates', { name: 'Meins', campaignId: made.id }),
    ]);

    expect([...new Set(statuses)]).toEqual([404]);
  });
});

/** Statements that the database was asked while it ran. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const executor = house.db.getExecutor();
  const real = executor.executeQuery.bind(executor);
  executor.executeQuery = (...given) => {
    count += 1;
    return real(...given);
  };
  try {
    await work();
  } finally {
    executor.executeQuery = real;
  }
  return count;
}
