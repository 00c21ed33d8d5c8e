import { describe, expect, it } from 'vitest';
import { accountsForTests, ELSEWHERE, PASSWORD_OF_RETO } from '../../testing/accounts-house.ts';

const here = accountsForTests();

describe('the team', () => {
  it('invites by a link that shows whom it is for, works once and signs in', async () => {
    const { admin } = await here.setUp();
    const { token, memberId } = await here.invite(admin);
    const reto = here.browser({ from: ELSEWHERE });

    expect((await reto.send('POST', '/invitations/lookups', { token })).body).toEqual({
      name: 'Reto Hüsler',
      email: 'reto@kellermatt.example',
      companyName: 'Kellermatt Antriebe AG',
      language: 'de',
    });
    expect(
      (await reto.send('POST', '/invitations/acceptances', { token, password: 'RetoHuesler1234' })).body,
    ).toMatchObject({ code: 'accounts.password_too_obvious' });
    const accepted = await reto.send('POST', '/invitations/acceptances', {
      token,
      password: PASSWORD_OF_RETO,
    });

    expect(accepted).toMatchObject({ status: 201, body: { member: { id: memberId, role: 'recruiter' } } });
    expect((await reto.send('GET', '/session')).status).toBe(200);
    expect(
      (await here.browser().send('POST', '/invitations/acceptances', { token, password: PASSWORD_OF_RETO })).body,
    ).toMatchObject({ status: 410, code: 'accounts.invitation_over' });
  });

  it('keeps no token in the database, and lets a link end after seven days or by a newer one', async () => {
    const { admin } = await here.setUp();
    const first = await here.invite(admin);
    const second = (await admin.send('POST', `/members/${first.memberId}/invitation`)).body.link.split('#')[1];

    expect(JSON.stringify(await here.db.selectFrom('verifications').selectAll().execute())).not.toContain(second);
    expect((await here.browser().send('POST', '/invitations/lookups', { token: first.token })).status).toBe(410);
    expect((await here.browser().send('POST', '/invitations/lookups', { token: second })).status).toBe(200);
    here.house.clock.now = new Date(Date.now() + 7 * 86_400_000 + 1000);
    expect((await here.browser().send('POST', '/invitations/lookups', { token: second })).status).toBe(410);
  });

  it('lists members and refuses a second one with the same address', async () => {
    const { admin } = await here.setUp();
    await here.invite(admin);

    expect(
      (await admin.send('GET', '/members')).body.items.map(({ name, state }: Record<string, string>) => [name, state]),
    ).toEqual([
      ['Mara Đurić', 'active'],
      ['Reto Hüsler', 'invited'],
    ]);
    expect(
      (await admin.send('POST', '/members', { name: 'R. H.', email: 'RETO@kellermatt.example', role: 'auditor' })).body,
    ).toMatchObject({ status: 409, code: 'accounts.email_taken' });
  });

  it('puts a disabled member out at once, and gives the same answer as for a wrong password', async () => {
    const { admin } = await here.setUp();
    const { memberId, reto } = await here.join(admin);

    expect((await admin.send('PUT', `/members/${memberId}/disabled`)).status).toBe(204);

    expect((await reto.send('GET', '/session')).status).toBe(401);
    expect(
      (await reto.send('POST', '/session', { email: 'reto@kellermatt.example', password: PASSWORD_OF_RETO })).body,
    ).toMatchObject({ code: 'accounts.wrong_email_or_password' });
    expect((await admin.send('DELETE', `/members/${memberId}/disabled`)).status).toBe(204);
    expect(
      (await reto.send('POST', '/session', { email: 'reto@kellermatt.example', password: PASSWORD_OF_RETO })).status,
    ).toBe(201);
  });

  it('lets a new role begin with a new sign-in', async () => {
    const { admin } = await here.setUp();
    const { memberId, reto } = await here.join(admin);

    expect((await admin.send('PATCH', `/members/${memberId}`, { role: 'auditor' })).status).toBe(204);

    expect((await reto.send('GET', '/session')).status).toBe(401);
  });

  it('always keeps one administrator who can sign in', async () => {
    const { admin, session } = await here.setUp();
    await here.invite(admin, 'administrator', 'ilse@kellermatt.example');

    expect((await admin.send('PUT', `/members/${session.member.id}/disabled`)).body).toMatchObject({
      status: 409,
      code: 'accounts.last_administrator',
    });
    expect((await admin.send('PATCH', `/members/${session.member.id}`, { role: 'recruiter' })).body).toMatchObject({
      code: 'accounts.last_administrator',
    });
    const { memberId } = await here.join(admin, 'administrator');
    expect((await admin.send('PATCH', `/members/${session.member.id}`, { role: 'recruiter' })).status).toBe(204);
    expect(memberId).toBeDefined();
  });

  it('does not let two administrators remove each other at the same time', async () => {
    const { admin, session } = await here.setUp();
    const { memberId, reto } = await here.join(admin, 'administrator');

    const answers = await Promise.all([
      admin.send('PUT', `/members/${memberId}/disabled`),
      reto.send('PUT', `/members/${session.member.id}/disabled`),
    ]);

    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await here.db.selectFrom('members').select('id').where('disabled_at', 'is', null).execute()).toHaveLength(1);
  });

  it('lets an administrator give away only entities of their own', async () => {
    const { admin } = await here.setUp();
    const { memberId } = await here.invite(admin);
    const service = '0193570a-0000-7000-8000-000000000001';
    await here.db
      .insertInto('entities')
      .values({ id: service, name: 'Kellermatt Service GmbH', country_profile: 'DE' })
      .execute();

    expect((await admin.send('PATCH', `/members/${memberId}`, { entityIds: [service] })).body).toMatchObject({
      status: 403,
      code: 'accounts.entity_not_yours',
    });
  });
});

describe('looking into the audit log', () => {
  it('needs a reason, pages backwards and is recorded itself', async () => {
    const { admin } = await here.setUp();
    const { reto } = await here.join(admin, 'auditor');

    expect((await reto.send('GET', '/audit')).status).toBe(422);
    expect((await admin.send('GET', '/audit?reason=Neugier')).status).toBe(403);
    const first = (await reto.send('GET', '/audit?reason=Jahrespr%C3%BCfung&limit=2')).body;
    const second = (await reto.send('GET', `/audit?reason=Jahrespr%C3%BCfung&limit=2&before=${first.nextBefore}`)).body;

    expect(first.items[0]).toMatchObject({
      action: 'accounts.audit_read',
      memberName: 'Reto Hüsler',
      details: { reason: 'Jahresprüfung' },
    });
    expect(second.items[0].seq).toBeLessThan(first.items[1].seq);
  });
});
