import { describe, expect, it } from 'vitest';
import { accountsForTests, ELSEWHERE, mara } from '../../testing/accounts-house.ts';
import { setupCodeFor } from './setup.ts';

const here = accountsForTests();

describe('the first start', () => {
  it('makes company, entity and administrator, signs in and tells the other rooms', async () => {
    expect((await here.browser().send('GET', '/setup')).body).toEqual({ needed: true, codeNeeded: false });

    const { admin, session } = await here.setUp();

    expect(session).toMatchObject({
      member: { name: 'Mara Đurić', email: 'mara@kellermatt.example', role: 'administrator', language: 'de-CH' },
      company: { name: 'Kellermatt Antriebe AG', countryProfile: 'CH', isDemo: false },
    });
    expect(session.permissions).toContain('accounts.manage_team');
    expect(here.house.news).toEqual([{ entityId: session.entities[0].id, countryProfile: 'CH' }]);
    expect((await admin.send('GET', '/session')).body).toEqual(session);
    expect((await here.browser().send('GET', '/setup')).body).toEqual({ needed: false, codeNeeded: false });
  });

  it('happens once, also when two do it at the same time', async () => {
    const answers = await Promise.all([
      here.browser().send('POST', '/setup', mara),
      here.browser().send('POST', '/setup', { ...mara, email: 'eve@kellermatt.example' }),
    ]);

    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect(await here.db.selectFrom('members').select('id').execute()).toHaveLength(1);
  });

  it('asks a stranger from elsewhere for the code in the server log', async () => {
    const stranger = here.browser({ from: ELSEWHERE });
    expect((await stranger.send('GET', '/setup')).body).toEqual({ needed: true, codeNeeded: true });

    expect((await stranger.send('POST', '/setup', mara)).body).toMatchObject({ code: 'accounts.setup_code_wrong' });
    expect(
      (await stranger.send('POST', '/setup', { ...mara, setupCode: setupCodeFor(here.house.keys).toLowerCase() }))
        .status,
    ).toBe(201);
  });

  it('asks for the code through a proxy on the same machine, and does not let it be guessed', async () => {
    const stranger = here.browser({ headers: { 'x-forwarded-for': '127.0.0.1' } });

    const answers = await Promise.all(
      Array.from({ length: 11 }, async () => stranger.send('POST', '/setup', { ...mara, setupCode: 'ABCD-EFGH-JKMN' })),
    );

    expect(new Set(answers.map(({ body }) => body.code))).toEqual(
      new Set(['accounts.setup_code_wrong', 'accounts.too_many_tries']),
    );
  });

  it('refuses an obvious password and unknown fields, and keeps nothing', async () => {
    expect((await here.browser().send('POST', '/setup', { ...mara, password: 'Kellermatt2026' })).body).toMatchObject({
      status: 422,
      code: 'accounts.password_too_obvious',
    });
    expect((await here.browser().send('POST', '/setup', { ...mara, role: 'auditor' })).status).toBe(422);
    expect(await here.db.selectFrom('installation').select('id').execute()).toHaveLength(0);
  });
});
