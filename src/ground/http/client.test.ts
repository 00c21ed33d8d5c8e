import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { addressOf, ApiProblem, call, currentReach } from './client.ts';
import { defineRoute } from './contract.ts';

const readTalent = defineRoute({
  method: 'get',
  path: '/talents/:talentId',
  allow: 'talents.read',
  summary: 'One talent',
  params: z.object({ talentId: z.string() }),
  query: z.object({ tag: z.array(z.string()).optional(), before: z.string().optional() }),
  answer: z.object({ name: z.string() }),
});

const answering = (body: string, status: number) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));

describe('calling the server', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('writes parameters into the path and lists into the query', () => {
    const address = addressOf(readTalent, { params: { talentId: 'a/b' }, query: { tag: ['Java', 'C++'] } });

    expect(address).toBe('/api/v1/talents/a%2Fb?tag=Java&tag=C%2B%2B');
  });

  it('hands on the code and the reference of a refusal', async () => {
    answering(JSON.stringify({ code: 'talents.not_found', params: { days: 3 }, id: '7F2-041' }), 404);

    const problem = await call(readTalent, { params: { talentId: 'x' } }).catch((error: unknown) => error);

    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ code: 'talents.not_found', status: 404, id: '7F2-041', params: { days: 3 } });
  });

  it('says that no one answered when the connection fails', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));

    const problem = await call(readTalent, { params: { talentId: 'x' } }).catch((error: unknown) => error);

    expect(problem).toMatchObject({ code: 'http.unreachable', status: 0 });
    expect(currentReach()).toBe('unreachable');
  });
});
