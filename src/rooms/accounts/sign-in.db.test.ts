import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountsForTests, ELSEWHERE, mara, PASSWORD } from '../../testing/accounts-house.ts';
import { setupCodeFor } from './setup.ts';

const here = accountsForTests();

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    await here.setUp();

    const { status, cookies } = await here.browser().send('POST', '/session', {
      email: 'MARA@kellermatt.example ',
      password: PASSWORD,
    });

    expect(status).toBe(201);
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^wiedersehen\.session_token=[^;]{60,}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('binds the cookie to host and https where the house is served by https', async () => {
    here.restart({ BASE_URL: 'https://wiedersehen.example' });
    const { status, cookies } = await here
      .browser({
        from: ELSEWHERE,
        headers: { origin: 'https://wiedersehen.example' },
      })
      .send('POST', '/setup', { ...mara, setupCode: setupCodeFor(here.house.keys) });

    expect(status).toBe(201);
    expect(cookies[0]).toMatch(
      /^__Host-wiedersehen\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('answers an unknown address like a wrong password, and takes as long', async () => {
    await here.setUp();
    const took = async (body: unknown) => {
      const started = performance.now();
      const answer = await here.browser().send('POST', '/session', body);
      const { id: _, ...problem } = answer.body;
      return { ms: performance.now() - started, problem };
    };

    const wrong = await took({ email: 'mara@kellermatt.example', password: 'vierzehn Störche am Kanal' });
    const unknown = await took({ email: 'niemand@kellermatt.example', password: 'vierzehn Störche am Kanal' });

    expect(unknown.problem).toEqual(wrong.problem);
    expect(wrong.problem).toMatchObject({ status: 401, code: 'accounts.wrong_email_or_password' });
    // Both derive one argon2id key, which takes tens of milliseconds; a short cut would take two.
    expect(Math.min(unknown.ms, wrong.ms)).toBeGreaterThan(Math.max(unknown.ms, wrong.ms) / 8);
  });

  it('takes a new token each time and leaves the one before in the same browser worthless', async () => {
    const { admin } = await here.setUp();
    const before = new Map(admin.jar);

    await admin.send('POST', '/session', { email: mara.email, password: PASSWORD });

    expect([...admin.jar.values()]).not.toEqual([...before.values()]);
    expect(
      (await here.browser({ headers: { cookie: [...before.values()].join('') } }).send('GET', '/session')).status,
    ).toBe(401);
    expect((await admin.send('GET', '/session')).status).toBe(200);
  });

  it('believes no cookie without its signature, whatever stands in the database', async () => {
    await here.setUp();
    const { token } = await here.db.selectFrom('sessions').select('token').executeTakeFirstOrThrow();

    for (const value of [token, `${token}.${randomBytes(32).toString('base64')}`]) {
      expect(
        (
          await here
            .browser({ headers: { cookie: `wiedersehen.session_token=${encodeURIComponent(value)}` } })
            .send('GET', '/session')
        ).body,
      ).toMatchObject({ code: 'accounts.sign_in_needed' });
    }
  });

  it('slows down who tries many passwords, and believes no made-up address', async () => {
    await here.setUp();
    const tries = Array.from({ length: 12 }, (_, i) =>
      here.browser({ from: ELSEWHERE, headers: { 'x-forwarded-for': `198.51.100.${i}` } }).send('POST', '/session', {
        email: mara.email,
        password: `falsch ${i}`,
      }),
    );

    const answers = await Promise.all(tries);

    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
    expect((await here.browser().send('POST', '/session', { email: mara.email, password: PASSWORD })).status).toBe(201);
    here.house.clock.now = new Date(Date.now() + 16 * 60_000);
    expect(
      (await here.browser({ from: ELSEWHERE }).send('POST', '/session', { email: mara.email, password: PASSWORD }))
        .status,
    ).toBe(201);
  });

  it('writes down who signed in and who was refused, without an address', async () => {
    await here.setUp();
    await here.browser().send('POST', '/session', { email: mara.email, password: 'falsch und lang genug' });

    const entries = await here.db.selectFrom('audit_entries').select(['action', 'details']).orderBy('seq').execute();

    expect(entries.map(({ action }) => action)).toEqual([
      'accounts.installed',
      'accounts.signed_in',
      'accounts.sign_in_refused',
    ]);
    expect(JSON.stringify(entries)).not.toContain('kellermatt');
  });
});
