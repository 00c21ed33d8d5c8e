import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#rooms/accounts/index.ts';
import { appForActor } from '../../testing/app-for-actor.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { erasePeople } from './erase.ts';
import { setFileText, talentFilesFolder } from './files.ts';
import { aPerson, keepPeople } from './testing.ts';

let house: TestHouse;
let talentId: string;

beforeAll(async () => {
  house = await openTestHouse();
  const ilse = aPerson(house.entityId, { firstName: 'Ilse', lastName: 'Brunner' });
  await keepPeople(house.ctxFor('recruiter'), [ilse]);
  talentId = ilse.id;
});
afterAll(() => house.close());

const PDF = '%PDF-1.7\n1 0 obj << >> endobj\n%%EOF';

const request = (role: Role, method: string, address: string, body?: string) =>
  appForActor(house.parts, house.actorFor(role)).request(`/api/v1/talents/${talentId}/files${address}`, {
    method,
    headers: { 'x-requested-with': 'wiedersehen', 'content-type': 'application/octet-stream' },
    ...(body === undefined ? {} : { body }),
  });

async function keep(content: string, name: string): Promise<{ status: number; id: string; code: string }> {
  const answer = await request('recruiter', 'POST', `?fileName=${encodeURIComponent(name)}`, content);
  const { id = '', code = '' } = (await answer.json()) as { id?: string; code?: string };
  return { status: answer.status, id, code };
}

const storedFiles = () => {
  const folder = talentFilesFolder({ filesDir: house.parts.filesDir });
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
};

describe('papers of a person', () => {
  it('come back byte by byte, as a download that no page can run', async () => {
    const { id, status } = await keep(PDF, 'Zeugnis Ägypten.pdf');

    const answer = await request('recruiter', 'GET', `/${id}`);

    expect(status).toBe(201);
    expect(await answer.text()).toBe(PDF);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Zeugnis%20%C3%84gypten.pdf");
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
  });

  it.each([
    ['a page that calls itself PDF', '<html><script>alert(1)</script>', 'lebenslauf.pdf'],
    ['a PDF that calls itself a page', PDF, 'lebenslauf.html'],
    ['a picture', '\u0089PNG\r\n', 'foto.png'],
  ])('are refused when the file is %s, and nothing stays', async (_what, content, name) => {
    const before = storedFiles().length;

    const answer = await keep(content, name);

    expect(answer).toMatchObject({ status: 422, code: 'talents.file_kind_unknown' });
    expect(storedFiles()).toHaveLength(before);
  });

  it('are not for hiring managers, who see no contact data', async () => {
    const { id } = await keep(PDF, 'cv.pdf');

    expect((await request('hiring_manager', 'GET', `/${id}`)).status).toBe(403);
  });

  it('are found by their words once the text was read', async () => {
    const { id } = await keep(PDF, 'cv.pdf');
    await setFileText(house.systemCtx(), talentId, id, 'Erfahrung mit Siliziumkarbid und Gate-Treibern');

    const answer = await house.request('recruiter', 'GET', '/talents?q=Siliziumkarbid');

    expect(((await answer.json()) as { items: { id: string }[] }).items.map((one) => one.id)).toEqual([talentId]);
  });

  it('are gone from the disk when they are removed, and when the person is erased', async () => {
    const { id } = await keep(PDF, 'cv.pdf');
    const before = storedFiles().length;

    await request('recruiter', 'DELETE', `/${id}`);
    const afterRemoval = storedFiles().length;
    await erasePeople(house.systemCtx(), [talentId]);

    expect(afterRemoval).toBe(before - 1);
    expect(storedFiles()).toEqual([]);
  });
});
