import { describe, expect, it } from 'vitest';
import { accountsForTests, ELSEWHERE, mara, PASSWORD } from '../../testing/accounts-house.ts';

const here = accountsForTests();

describe('sessions', () => {
  it('ends after twelve hours without use, and after thirty days in any case', async () => {
    const { admin } = await here.setUp();
    const start = here.house.clock.now.getTime();
    const hours = (count: number) => new Date(start + count * 3_600_000);

    here.house.clock.now = hours(11.9);
    expect((await admin.send('GET', '/session')).status).toBe(200);
    here.house.clock.now = hours(23);
    expect((await admin.send('GET', '/session')).status).toBe(200);
    here.house.clock.now = hours(35.1);
    expect((await admin.send('GET', '/session')).status).toBe(401);

    await here.db
      .updateTable('sessions')
      .set({ updated_at: hours(30 * 24) })
      .execute();
    here.house.clock.now = hours(30 * 24 + 1);
    expect((await admin.send('GET', '/session')).status).toBe(401);
  });

  it('shows own sessions with their device and ends one of them', async () => {
    const { admin } = await here.setUp();
    const other = here.browser({ from: ELSEWHERE });
    await other.send('POST', '/session', { email: mara.email, password: PASSWORD });

    const { items } = (await admin.send('GET', '/sessions')).body;
    expect(
      items.map(({ device, isCurrent, address }: Record<string, unknown>) => ({ device, isCurrent, address })),
    ).toContainEqual({ device: 'Firefox, Linux', isCurrent: false, address: '203.0.113.7' });
    const foreign = items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);

    expect((await admin.send('DELETE', `/sessions/${foreign.id}`)).status).toBe(204);
    expect((await other.send('GET', '/session')).status).toBe(401);
    expect((await admin.send('GET', '/session')).status).toBe(200);
  });

  it('ends no session of somebody else', async () => {
    const { admin } = await here.setUp();
    const { reto } = await here.join(admin);
    const [own] = (await admin.send('GET', '/sessions')).body.items;

    expect((await reto.send('DELETE', `/sessions/${own.id}`)).status).toBe(404);
    expect((await admin.send('GET', '/session')).status).toBe(200);
  });

  it('ends at sign-out', async () => {
    const { admin } = await here.setUp();
    const before = [...admin.jar.values()].join('');

    expect((await admin.send('DELETE', '/session')).status).toBe(204);

    expect((await here.browser({ headers: { cookie: before } }).send('GET', '/session')).status).toBe(401);
  });

  it('ends everywhere else when the password changes', async () => {
    const { admin } = await here.setUp();
    const other = here.browser();
    await other.send('POST', '/session', { email: mara.email, password: PASSWORD });

    expect(
      (await admin.send('PUT', '/password', { currentPassword: 'falsch', newPassword: 'vierzig Gabeln aus Holz' }))
        .body,
    ).toMatchObject({ status: 422, code: 'accounts.wrong_password' });
    expect(
      (await admin.send('PUT', '/password', { currentPassword: PASSWORD, newPassword: 'Passwort1234' })).body,
    ).toMatchObject({ code: 'accounts.password_too_obvious' });
    expect(
      (await admin.send('PUT', '/password', { currentPassword: PASSWORD, newPassword: 'vierzig Gabeln aus Holz' }))
        .status,
    ).toBe(204);

    expect((await other.send('GET', '/session')).status).toBe(401);
    expect((await admin.send('GET', '/session')).status).toBe(200);
    expect((await here.browser().send('POST', '/session', { email: mara.email, password: PASSWORD })).status).toBe(401);
    expect(
      (await here.browser().send('POST', '/session', { email: mara.email, password: 'vierzig Gabeln aus Holz' }))
        .status,
    ).toBe(201);
  });

  it('keeps own language, appearance and time zone', async () => {
    const { admin } = await here.setUp();

    const { body } = await admin.send('PATCH', '/session', {
      theme: 'dark',
      density: 'tight',
      language: 'en',
      timeZone: 'Europe/Vienna',
      name: 'Mara D.',
    });

    expect(body.member).toMatchObject({
      theme: 'dark',
      density: 'tight',
      language: 'en',
      timeZone: 'Europe/Vienna',
      name: 'Mara D.',
    });
    expect((await admin.send('PATCH', '/session', { role: 'auditor' })).status).toBe(422);
    expect((await admin.send('PATCH', '/session', { timeZone: 'Mond/Krater' })).status).toBe(422);
  });
});
