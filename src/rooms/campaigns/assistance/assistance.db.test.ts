import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { forgetFailures } from '#ground/language-models/breaker.ts';
import type { LanguageModelServerForTests } from '#ground/testing/language-model-server.ts';
import { languageModelServerForTests } from '#ground/testing/language-model-server.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { dumpOf } from '#rooms/consent/testing.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { aScene, aWrittenLetter, plantReaders } from '../testing.ts';
import { assistanceBody } from '../schema-writing.ts';
import { assist } from './assist.ts';

const KEY = 'sk-geheim-4711';
let house: TestHouse;
let server: LanguageModelServerForTests;

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read as they come
type Answer = { status: number; body: any };
type Role = Parameters<TestHouse['request']>[0];

beforeAll(async () => {
  house = await openTestHouse();
});
beforeEach(async () => {
  server = await languageModelServerForTests();
  house.parts.config.modelAddresses = [server.baseUrl, 'https://models.company.example/v1'];
  says('Ein Satz.');
  forgetFailures(server.baseUrl, 'mistral-small');
  await emptyTables(
    house.db,
    'campaign_settings',
    'content_items',
    'campaigns',
    'talents',
    'pools',
    'topics',
    'sender_identities',
    'rate_limits',
  );
});
afterEach(() => server.stop());
afterAll(() => house.close());

async function ask(method: string, path: string, body?: unknown, role: Role = 'recruiter'): Promise<Answer> {
  const answer = await house.request(role, method, path, body);
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: isJson ? await answer.json() : {} };
}
const refusal = ({ status, body }: Answer) => [status, body.code];
const settings = (assistance: Record<string, unknown> = {}, role: Role = 'administrator') =>
  ask(
    'PUT',
    '/campaign-settings',
    {
      fourEyesFrom: 200,
      assistance: { isOn: true, url: server.baseUrl, model: 'mistral-small', key: KEY, ...assistance },
    },
    role,
  );
const draft = (given: Record<string, unknown> = {}) =>
  ask('POST', '/campaign-drafts', { task: 'draft', language: 'de', wish: 'Die neue Halle in Koblenz', ...given });
const says = (text: string) => {
  server.words = JSON.stringify({ text });
};
const runs = async () => {
  const { rows } = await sql<{ member_id: string; details: Record<string, unknown> }>`
    select member_id, details from audit_entries where action = 'campaigns.draft_asked' order by seq desc`.execute(
    house.db,
  );
  return rows;
};

describe('help with writing', () => {
  it('is off on a fresh installation, and calls nobody', async () => {
    expect((await ask('GET', '/campaign-settings')).body.assistance).toMatchObject({
      isOn: false,
      url: null,
      hasKey: false,
    });
    expect(refusal(await draft())).toEqual([409, 'campaigns.assistance_off']);
    expect(server.asked).toEqual([]);
  });

  it('prepares words from the wish and the chosen contents, and says what it cannot vouch for', async () => {
    await settings();
    const content = {
      kind: 'event',
      title: 'Werkstattabend',
      summary: 'Führung durch die Halle',
      language: 'de',
      onDate: '2026-12-10',
    };
    const { body: item } = await ask('POST', '/contents', content);
    says(
      'Am 10. Dezember führen wir durch die neue Halle in Koblenz. 300 Gäste kamen letztes Jahr; Anna Meier begrüsst Sie.',
    );

    const { status, body } = await draft({ contentIds: [item.id] });

    expect(status).toBe(200);
    expect(body).toMatchObject({ model: 'mistral-small', doubts: ['300', 'Anna Meier'] });
    expect(server.asked[0]?.authorization).toBe(`Bearer ${KEY}`);
    expect(server.asked[0]?.body.messages?.[1]?.content).toContain('Werkstattabend');
  });

  it('names the phrases that anybody could have written', async () => {
    await settings();
    says('In der heutigen schnelllebigen Zeit sind wir stolz, Ihnen die neue Halle in Koblenz zu zeigen.');

    expect((await draft()).body.stockPhrases.length).toBeGreaterThan(0);
  });

  it('changes the form of a text that is there', async () => {
    await settings();
    says('Komm vorbei.');

    expect((await draft({ task: 'to_du', text: 'Kommen Sie vorbei.', wish: '' })).body.text).toBe('Komm vorbei.');
    expect(refusal(await draft({ task: 'to_du', text: '' }))).toEqual([422, 'campaigns.assistance_text_missing']);
    expect(refusal(await draft({ wish: ' ' }))).toEqual([422, 'campaigns.assistance_wish_missing']);
    expect(refusal(await draft({ contentIds: [newId()] }))).toEqual([404, 'campaigns.content_not_found']);
  });

  it('puts nothing into a letter by itself', async () => {
    await settings();
    const scene = await aScene(house.systemCtx(), {
      entityId: house.entityId,
      smtpUrl: 'smtp://127.0.0.1:1?from=a@b.example',
      state: 'draft',
    });
    const before = await dumpOf(house.db);
    await draft();
    const after = await dumpOf(house.db);
    const letters = (dump: string) =>
      dump.split('\n').filter((line) => /^public\.campaign(s|_versions|_templates) /.test(line));

    expect(letters(after)).toEqual(letters(before));
    expect(letters(after).join()).toContain(scene.campaignId);
  });

  it('sends nothing of the people who will read, whatever is known of them', async () => {
    await settings();
    const scene = await aScene(house.systemCtx(), {
      entityId: house.entityId,
      smtpUrl: 'smtp://127.0.0.1:1?from=a@b.example',
      state: 'draft',
    });
    await plantReaders(house.systemCtx(), { ...scene, entityId: house.entityId, count: 5 });
    await sql`update talents set city = 'Markerstadt', employer = 'Marker AG', role = 'Markerin'`.execute(house.db);
    await sql`update campaign_versions set letter = ${JSON.stringify(aWrittenLetter())}::jsonb`.execute(house.db);
    for (const task of ['topics', 'draft', 'shorten', 'to_du', 'to_sie', 'translate'])
      await draft({ task, text: 'Guten Tag {{first_name}}', wish: 'Ein Satz an ilse1@mail.example' });

    const sent = JSON.stringify(server.asked);
    expect(server.asked).toHaveLength(6);
    for (const marker of ['Ilse 1', 'Aebischer', 'Marker', '@mail.example']) expect(sent).not.toContain(marker);
    expect(sent).toContain('{{first_name}}');
  });

  it('is written down: who, when, for what, which model and how much, and of the words only a hash', async () => {
    await settings();
    says('Ein Satz, den niemand aufbewahrt.');
    await draft();
    server.mood = 'not_let_in';
    await draft();

    const [failed, answered] = await runs();
    expect(answered).toMatchObject({
      member_id: house.actorFor('recruiter').memberId,
      details: {
        task: 'draft',
        model: 'mistral-small',
        outcome: 'answered',
        promptVersion: expect.any(String),
        askedCharacters: expect.any(Number),
      },
    });
    expect(failed?.details).toMatchObject({ outcome: 'not_let_in', answeredHash: null });
    expect(await dumpOf(house.db)).not.toContain('Ein Satz, den niemand aufbewahrt');
  });

  it.each([
    ['not_let_in', 'campaigns.model_not_let_in'],
    ['unknown_model', 'campaigns.model_unknown_model'],
    ['busy', 'campaigns.model_busy'],
    ['broken', 'campaigns.model_server_failed'],
    ['nonsense', 'campaigns.model_nonsense'],
    ['not_json', 'campaigns.model_nonsense'],
    ['too_few', 'campaigns.model_nonsense'],
    ['cut', 'campaigns.model_unreachable'],
  ] as const)('says what is wrong when the model is %s', async (mood, code) => {
    await settings();
    server.mood = mood;

    expect(refusal(await draft())).toEqual([503, code]);
  });

  it.each([
    ['no JSON', 'Gern! Hier ist Ihr Text.'],
    ['JSON of another kind', '{"antwort": "Ein Satz"}'],
    ['an empty text', '{"text": "  "}'],
    ['a text without an end', JSON.stringify({ text: 'x'.repeat(8001) })],
  ])('takes no answer that is %s', async (_, words) => {
    await settings();
    server.words = words;

    expect(refusal(await draft())).toEqual([503, 'campaigns.model_nonsense']);
  });

  it.each(['hangs', 'trickles'] as const)('waits no longer than it may for a model that %s', async (mood) => {
    await settings();
    server.mood = mood;
    const body = assistanceBody.parse({ task: 'draft', language: 'de', wish: 'Die Halle' });

    await expect(assist(house.ctxFor('recruiter'), body, { timeoutMs: 200 })).rejects.toMatchObject({
      code: 'campaigns.model_timed_out',
    });
  });

  it('waits for a slow one, and follows none to another address', async () => {
    await settings();
    server.mood = 'late';
    server.lateMs = 300;
    says('Langsam, aber da.');
    expect((await draft()).body.text).toBe('Langsam, aber da.');
    server.mood = 'elsewhere';
    expect((await draft()).status).toBe(503);
  });

  it('has an end for the day, so that nobody runs up a bill', async () => {
    await settings();
    says('Ein Satz.');
    const statuses: number[] = [];
    for (let i = 0; i < 41; i += 1) statuses.push((await draft()).status);

    expect(statuses.slice(0, 40).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  it('takes what directs the reading of a text out of an answer', async () => {
    await settings();
    says('Ein\u0007 Satz\u202E rückwärts\r\n\r\n\r\n\r\nund noch einer');

    expect((await draft()).body.text).toBe('Ein Satz rückwärts\n\nund noch einer');
  });
});

describe('choosing a language model', () => {
  it('is an administrator’s, among the addresses that the operator allows', async () => {
    expect((await settings({}, 'recruiter')).status).toBe(403);
    expect(refusal(await settings({ url: 'http://127.0.0.1:9/v1' }))).toEqual([
      422,
      'campaigns.assistance_address_not_allowed',
    ]);
    expect(refusal(await settings({ url: 'http://169.254.169.254/v1' }))).toEqual([
      422,
      'campaigns.assistance_address_not_allowed',
    ]);
    expect(refusal(await settings({ url: null }))).toEqual([422, 'campaigns.assistance_address_not_allowed']);
    expect(refusal(await settings({ model: '' }))).toEqual([422, 'campaigns.assistance_model_missing']);
    expect((await settings()).body.assistance).toMatchObject({
      isOn: true,
      hasKey: true,
      staysHere: true,
      addresses: house.parts.config.modelAddresses,
    });
  });

  it('needs the country and the contract of a provider elsewhere', async () => {
    const elsewhere = { url: 'https://models.company.example/v1/' };

    expect(refusal(await settings(elsewhere))).toEqual([422, 'campaigns.assistance_provider_missing']);
    expect((await settings({ ...elsewhere, country: 'CH', contractOn: '2026-10-01' })).body.assistance).toMatchObject({
      url: 'https://models.company.example/v1',
      staysHere: false,
      country: 'CH',
      contractOn: '2026-10-01',
    });
  });

  it('keeps the key sealed, shows it never again, and gives it to no other address', async () => {
    await settings();
    expect(await dumpOf(house.db)).not.toContain(KEY);
    expect(JSON.stringify((await ask('GET', '/campaign-settings')).body)).not.toContain(KEY);
    expect((await settings({ key: undefined })).body.assistance.hasKey).toBe(true);
    const moved = await settings({
      key: undefined,
      url: 'https://models.company.example/v1',
      country: 'CH',
      contractOn: '2026-10-01',
    });
    expect(moved.body.assistance.hasKey).toBe(false);
    await settings();
    expect((await settings({ key: null })).body.assistance.hasKey).toBe(false);
  });

  it('ends when the operator allows the address no more', async () => {
    await settings();
    house.parts.config.modelAddresses = [];

    expect(refusal(await draft())).toEqual([409, 'campaigns.assistance_off']);
    expect(server.asked).toEqual([]);
  });
});
