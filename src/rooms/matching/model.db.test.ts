import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { forgetFailures } from '#ground/language-models/breaker.ts';
import type { LanguageModelServerForTests } from '#ground/testing/language-model-server.ts';
import { languageModelServerForTests } from '#ground/testing/language-model-server.ts';
import type { Answer, MatchingHouse } from './testing.ts';
import { note, openMatchingHouse } from './testing.ts';
import { loadDirectory } from './directory/load.ts';

let here: MatchingHouse;
let server: LanguageModelServerForTests;
beforeAll(async () => {
  here = await openMatchingHouse();
  server = await languageModelServerForTests();
  here.house.parts.config.modelAddresses.push(server.baseUrl, 'https://models.example/v1', 'http://10.1.2.3/v1');
});
afterAll(async () => {
  await server.stop();
  await here.house.close();
});
beforeEach(() => {
  server.mood = 'well';
  server.asked.length = 0;
  forgetFailures(server.baseUrl, 'small');
});

const ON = () => ({
  isOn: true,
  address: server.baseUrl,
  model: 'small',
  weight: 20,
  timeoutMs: 400,
  country: null,
  contractOn: null,
  apiKey: 'sk-geheim',
});
const set = (change: object) => here.ask('PUT', '/matching/model', { ...ON(), ...change }, 'administrator');
const read = async () => (await here.ask('GET', '/matching/model', undefined, 'privacy_officer')).body;
const matchesOf = async (demandId: string, query = '') =>
  (await here.ask('GET', `/demands/${demandId}/matches?limit=100${query}`)).body;
const idsOf = (page: { items: { talentId: string }[] }) => page.items.map(({ talentId }) => talentId);
const orderOf = (page: { items: { talentId: string; points: number }[] }) =>
  page.items.map(({ talentId, points }) => [talentId, points]);

async function agree(talentId: string, form = 'portal', kind = 'given') {
  await here.house.db
    .insertInto('consent_events')
    .values({
      id: newId(),
      talent_id: talentId,
      kind,
      purpose: 'learned_matching',
      channel: 'portal',
      form,
      occurred_at: here.house.clock.now,
    })
    .execute();
}

/** Switched on, and the directory seen. */
async function prepared() {
  await set({});
  await here.house.runJobs();
}

describe('the optional model', () => {
  it('is never asked on a fresh installation', async () => {
    await here.aTalent({ lastName: 'Frisch', ...note('Kann Python.') });
    const demandId = await here.aDemand({ must: [{ label: 'Python' }] });

    const page = await matchesOf(demandId);
    await here.house.runJobs();

    expect([page.level, page.model, server.asked.length]).toEqual(['B', null, 0]);
    expect((await read()).settings).toBeNull();
  });

  it('is switched on by administrators alone, at an address that the operator allows', async () => {
    expect((await here.ask('PUT', '/matching/model', ON(), 'recruiter')).status).toBe(403);
    expect((await here.ask('GET', '/matching/model', undefined, 'recruiter')).status).toBe(403);
    const refused = [
      await set({ address: 'http://169.254.169.254/v1' }),
      await set({ address: 'https://elsewhere.example/v1' }),
      await set({ address: 'https://models.example/v1' }),
      await set({ address: 'http://10.1.2.3/v1', country: 'DE', contractOn: '2026-01-01' }),
    ];

    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'matching.model_address_not_allowed'],
      [422, 'matching.model_address_not_allowed'],
      [422, 'matching.model_contract_missing'],
      [422, 'matching.model_key_in_the_clear'],
    ]);
    expect((await read()).settings).toBeNull();
  });

  it('keeps its key sealed, shows it to nobody, and forgets it with the address', async () => {
    await set({});
    const { settings } = await read();
    const row = await here.house.db.selectFrom('match_model').select('sealed_key').executeTakeFirst();
    await set({ apiKey: undefined, weight: 21 });
    const kept = (await read()).settings;
    await set({ isOn: false, address: 'https://models.example/v1', apiKey: undefined });
    const moved = (await read()).settings;

    expect(JSON.stringify(settings)).not.toContain('geheim');
    expect(row?.sealed_key).not.toContain('geheim');
    expect([settings.hasKey, kept.hasKey, moved.hasKey]).toEqual([true, true, false]);
  });

  it('sees the names of the directory and of demands, and no word of anybody', async () => {
    const talentId = await here.aTalent({
      lastName: 'Zwergwels',
      firstName: 'Melusine',
      city: 'Hinterfultigen',
      ...note('Zwergwelsmarkierung: baut Datenstrecken mit Python.'),
    });
    await agree(talentId);
    await prepared();
    const demandId = await here.aDemand({
      title: 'Zitronenfalter',
      must: [{ label: 'Python' }, { label: 'Quaxomat Sieben' }],
    });

    await matchesOf(demandId);

    const sent = server.asked.flatMap(({ body }) => body.input ?? []);
    const names = new Set(loadDirectory('own').labels.text);
    const strange = [...new Set(sent)].filter((text) => !text.split(' / ').every((name) => names.has(name)));
    expect(sent.length).toBeGreaterThan(1000);
    expect(strange).toEqual(['Quaxomat Sieben']);
    expect(JSON.stringify(server.asked)).not.toMatch(/Zwergwels|Melusine|Hinterfultigen|Zitronenfalter|mail\.example/u);
    expect(server.asked[0]?.authorization).toBe('Bearer sk-geheim');
  });

  it('adds a criterion of its own for those who agreed, takes nothing away, and the points add up', async () => {
    const near = await here.aTalent({ lastName: 'Nah', ...note('Arbeitet mit Leistungselektronik.') });
    const silent = await here.aTalent({ lastName: 'Still', ...note('Arbeitet mit Leistungselektronik.') });
    await agree(near);
    await prepared();
    const demandId = await here.aDemand({
      title: 'Sonderaufgabe',
      must: [{ label: 'Leistungselektronischer Kram' }],
    });

    const without = await matchesOf(demandId, '&model=no');
    const page = await matchesOf(demandId);

    const of = (one: Answer['body'], id: string) =>
      one.items.find(({ talentId }: { talentId: string }) => talentId === id);
    const criterionOf = (one: Answer['body']) => one.criteria.find(({ name }: { name: string }) => name === 'model');
    expect([without.level, page.level, page.model]).toEqual([
      'B',
      'C',
      { model: 'small', weight: 20, state: 'answered' },
    ]);
    expect(criterionOf(of(without, near))).toBeUndefined();
    expect(criterionOf(of(page, near))).toMatchObject({ weight: 20, state: 'partly' });
    expect(criterionOf(of(page, near)).wishes[0]).toMatchObject({ why: 'model_near' });
    expect(criterionOf(of(page, near)).wishes[0].evidence[0].sentence).toContain('Leistungselektronik');
    expect(criterionOf(of(page, silent))).toMatchObject({
      points: 0,
      weight: 0,
      wishes: [{ why: 'model_not_agreed' }],
    });
    for (const { points, criteria } of page.items)
      expect(criteria.reduce((sum: number, one: { points: number }) => sum + one.points, 0)).toBeCloseTo(points, 3);
    for (const { talentId, points } of page.items)
      expect(points).toBeGreaterThanOrEqual(of(without, talentId).points - 1e-6);
    expect(of(page, silent).points).toBe(of(without, silent).points);
  });

  it('counts for nobody whose yes only a recruiter noted, and not any more after a no', async () => {
    const noted = await here.aTalent({ lastName: 'Notiert' });
    const gone = await here.aTalent({ lastName: 'Zurückgezogen' });
    const before = (await read()).agreedCount;
    await agree(noted, 'spoken');
    await agree(gone);
    const between = (await read()).agreedCount;
    here.house.clock.now = new Date(here.house.clock.now.getTime() + 86_400_000);
    await agree(gone, 'portal', 'withdrawn');

    expect([between - before, (await read()).agreedCount - before]).toEqual([1, 0]);
  });

  it('gives the same order for the same question, and is asked for a text only once', async () => {
    await prepared();
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Etwas ganz Seltenes' }] });
    server.asked.length = 0;

    const first = await matchesOf(demandId);
    const second = await matchesOf(demandId);

    expect(orderOf(second)).toEqual(orderOf(first));
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    ['hangs', 'timed_out'],
    ['late', 'timed_out'],
    ['trickles', 'timed_out'],
    ['nonsense', 'nonsense'],
    ['not_json', 'nonsense'],
    ['too_few', 'nonsense'],
    ['elsewhere', 'nonsense'],
    ['not_let_in', 'not_let_in'],
    ['unknown_model', 'unknown_model'],
    ['busy', 'busy'],
    ['broken', 'server_failed'],
    ['cut', 'unreachable'],
  ] as const)('that %s leaves the list as the visible rules have it, and says so', async (mood, state) => {
    await prepared();
    const demandId = await here.aDemand({
      title: 'Sonderaufgabe',
      must: [{ label: 'Python' }, { label: `Unbekanntes ${mood}` }],
    });
    const rules = await matchesOf(demandId, '&model=no');
    server.mood = mood;
    server.lateMs = 2_000;
    here.house.clock.now = new Date(here.house.clock.now.getTime() + 60_000);

    const page = await matchesOf(demandId);
    const { items } = (await here.ask('GET', '/matching/runs', undefined, 'auditor')).body;
    const { calls } = await read();

    expect(page).toMatchObject({ level: 'B', model: { model: 'small', state } });
    expect(orderOf(page)).toEqual(orderOf(rules));
    expect(idsOf(page).length).toBe(page.rankedCount - page.recall.length);
    expect(items.find(({ id }: { id: string }) => id === page.runId)).toMatchObject({
      level: 'B',
      model: 'small',
      modelOutcome: state,
    });
    const length = `Unbekanntes ${mood}`.length;
    expect(calls).toContainEqual(expect.objectContaining({ outcome: state, texts: 1, characters: length }));
  });

  it('rests after three failures, and nobody waits for it meanwhile', async () => {
    await prepared();
    const demandId = await here.aDemand({ title: 'Sonderaufgabe', must: [{ label: 'Noch etwas Unbekanntes' }] });
    server.mood = 'broken';
    const states = [];
    for (let at = 0; at < 4; at += 1) states.push((await matchesOf(demandId)).model.state);
    server.asked.length = 0;

    await matchesOf(demandId);

    expect(states).toEqual(['server_failed', 'server_failed', 'server_failed', 'resting']);
    expect(server.asked).toEqual([]);
  });

  it('is tried with one word, and what comes back is said', async () => {
    await set({});
    const well = (await here.ask('POST', '/matching/model/trial', undefined, 'administrator')).body;
    server.mood = 'not_json';
    const bad = (await here.ask('POST', '/matching/model/trial', undefined, 'administrator')).body;

    expect(well).toMatchObject({ state: 'answered', dimensions: 64 });
    expect(bad).toMatchObject({ state: 'nonsense', dimensions: null });
  });

  it('stops at once when it is switched off, or when the operator takes the address away', async () => {
    await prepared();
    const demandId = await here.aDemand({ must: [{ label: 'Python' }] });
    const on = await matchesOf(demandId);
    const { modelAddresses } = here.house.parts.config;
    const taken = modelAddresses.splice(0, 1);
    const withoutAddress = await matchesOf(demandId);
    modelAddresses.unshift(...taken);
    await set({ isOn: false });
    const off = await matchesOf(demandId);
    const trial = await here.ask('POST', '/matching/model/trial', undefined, 'administrator');

    expect([on.level, withoutAddress.level, off.level]).toEqual(['C', 'B', 'B']);
    expect(trial.body.code).toBe('matching.model_is_off');
  });
});
