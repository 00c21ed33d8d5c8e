import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LanguageModelServerForTests } from '#ground/testing/language-model-server.ts';
import { languageModelServerForTests } from '#ground/testing/language-model-server.ts';
import { isThisMachine, modelAddressOf } from './address.ts';
import { forgetFailures } from './breaker.ts';
import type { LanguageModelError } from './failure.ts';
import { openLanguageModel } from './language-model.ts';

let server: LanguageModelServerForTests;
beforeAll(async () => {
  server = await languageModelServerForTests();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.mood = 'well';
  server.asked.length = 0;
  forgetFailures(server.baseUrl, 'small');
});

const model = (timeoutMs = 5_000, now?: () => number) =>
  openLanguageModel({ baseUrl: server.baseUrl, apiKey: 'geheim', model: 'small', timeoutMs, ...(now ? { now } : {}) });
const hello = { system: 'Antworte kurz.', messages: [{ role: 'user' as const, content: 'Hallo' }], maxTokens: 20 };
const reasonOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'answered',
    (error: LanguageModelError) => error.reason,
  );

describe('a model at an address', () => {
  it('gives one vector per text in the order of the texts, however many there are', async () => {
    const texts = Array.from({ length: 70 }, (_, at) => `Text Nummer ${at}`);

    const vectors = await model().embed(texts);
    const [last] = await model().embed(texts.slice(-1));

    expect(vectors).toHaveLength(70);
    expect(vectors.at(-1)).toEqual(last);
    expect(server.asked[0]).toMatchObject({
      path: '/v1/embeddings',
      authorization: 'Bearer geheim',
      body: { model: 'small' },
    });
  });

  it('gives words, and JSON without the fence around it', async () => {
    server.words = 'Guten Tag';
    const words = await model().chat(hello);
    server.words = '```json\n{"betreff":"Hallo"}\n```';
    const json = await model().chat({ ...hello, json: true });

    expect([words, json]).toEqual(['Guten Tag', '{"betreff":"Hallo"}']);
    expect(server.asked[0]?.body).not.toHaveProperty('tools');
  });

  it('is refused when JSON was asked for and words came', async () => {
    server.words = 'Gern: hier ist es.';

    expect(await reasonOf(model().chat({ ...hello, json: true }))).toBe('nonsense');
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
  ] as const)('that %s ends with "%s"', async (mood, reason) => {
    server.mood = mood;

    expect(await reasonOf(model(200).embed(['Datenbank', 'Pflege']))).toBe(reason);
    expect(await reasonOf(model(200).chat(hello))).toBe(reason);
  });

  it('where nobody listens is unreachable', async () => {
    const nobody = openLanguageModel({ baseUrl: 'http://127.0.0.1:9/v1', model: 'small', timeoutMs: 2_000 });

    expect(await reasonOf(nobody.embed(['Datenbank']))).toBe('unreachable');
  });

  it('is left alone for a minute after three failures, and asked again then', async () => {
    let clock = 0;
    const asked = () => reasonOf(model(5_000, () => clock).embed(['Datenbank']));
    server.mood = 'broken';
    const first = [await asked(), await asked(), await asked(), await asked()];
    server.mood = 'well';
    clock = 59_000;
    const resting = await asked();
    clock = 61_000;

    expect(first).toEqual(['server_failed', 'server_failed', 'server_failed', 'resting']);
    expect(resting).toBe('resting');
    expect(await asked()).toBe('answered');
  });
});

describe('the address of a model', () => {
  it.each([
    'http://169.254.169.254/v1',
    'https://169.254.169.254/latest/meta-data',
    'http://2852039166/v1',
    'http://0xa9.0xfe.0xa9.0xfe/v1',
    'http://[::ffff:169.254.169.254]/v1',
    'http://[fd00:ec2::254]/v1',
    'http://[fe80::1]/v1',
    'http://0.0.0.0:11434/v1',
    'http://100.100.100.200/v1',
    'http://168.63.129.16/v1',
    'http://93.184.215.14/v1',
    'ftp://models.example/v1',
    'file:///etc/passwd',
    'http://user:password@localhost/v1',
    'http://localhost/v1?x=1',
    'models.example',
    '',
  ])('%s is refused', (address) => {
    expect(() => modelAddressOf(address)).toThrow('address_refused');
  });

  it.each([
    'http://localhost:11434/v1',
    'http://10.1.2.3:8000/v1/',
    'http://[::1]:11434/v1',
    'https://93.184.215.14/v1',
  ])('%s may be asked', (address) => {
    expect(modelAddressOf(address).href).not.toMatch(/\/$/);
  });

  it('says whether words stay on this machine', () => {
    const here = ['http://localhost:11434/v1', 'http://127.0.0.2/v1', 'http://[::1]/v1'].map(modelAddressOf);

    expect(here.map(isThisMachine)).toEqual([true, true, true]);
    expect(isThisMachine(modelAddressOf('http://10.0.0.1/v1'))).toBe(false);
    expect(isThisMachine(modelAddressOf('https://models.example/v1'))).toBe(false);
  });
});
