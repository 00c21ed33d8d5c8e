import { describe, expect, it } from 'vitest';
import { anAssessment, ask, consentForTests, importFile, NOBODY } from './testing.ts';

const room = consentForTests();

// LB-3
describe('another period', () => {
  const inForce = async () => (await ask(room.house, room.recruiter, 'GET', '/consent/periods')).body;
  const officer = () => room.house.actorFor('privacy_officer');
  const set = async (change: Record<string, number>, actor = officer()) => {
    const { version, monthsAfterRejection, consentMonths, interestMonths } = await inForce();
    return ask(room.house, actor, 'PUT', '/consent/periods', {
      monthsAfterRejection,
      consentMonths,
      interestMonths,
      basedOnVersion: version,
      ...change,
    });
  };
  const eraseOnOf = async (id: string) =>
    (await ask(room.house, room.recruiter, 'GET', `/talents/${id}`)).body['talent'].eraseOn;

  it('keeps nobody longer who is here already, and is a version of its own', async () => {
    const before = await inForce();
    const { body: old } = await room.add(room.byConsent());
    const eraseOn = await eraseOnOf(old['id']);

    expect((await set({ consentMonths: 24 })).status).toBe(204);

    expect(await eraseOnOf(old['id'])).toBe(eraseOn);
    const { body: young } = await room.add(room.byConsent(), 'Ostertag');
    expect([eraseOn, await eraseOnOf(young['id'])]).toEqual(['2027-11-20', '2028-11-20']);
    const now = await inForce();
    expect([now['version'], now['consentMonths'], now['history'].length]).toEqual([
      before['version'] + 1,
      24,
      before['history'].length + 1,
    ]);
    await set({ consentMonths: 12 });
  });

  it('is set by who may, and never over the version of somebody else', async () => {
    expect((await set({ consentMonths: 6 }, room.recruiter)).status).toBe(403);
    const stale = await set({ basedOnVersion: 0 });
    expect([stale.status, stale.body['code']]).toEqual([409, 'consent.periods_changed_meanwhile']);
  });

  it.each([0, 25, 1.5, null, ''])('is never "%s" months', async (months) => {
    expect((await set({ consentMonths: months as number })).status).toBe(422);
  });

  it('is written down with who set it', async () => {
    await set({ interestMonths: 11 });
    await set({ interestMonths: 12 });

    const entry = await room.house.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'consent.periods_set')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();

    expect(entry).toMatchObject({ member_id: officer().memberId, details: { interestMonths: 12 } });
  });
});

// LB-6
describe('an assessment past its day of review', () => {
  const byInterest = (assessmentId: string) =>
    room.byConsent({ segment: 'passive_contact', basis: 'legitimate_interest', consent: undefined, assessmentId });

  it('carries nobody new, and those it carried stay', async () => {
    const assessmentId = await anAssessment(room.house, room.recruiter, '2026-12-01');
    const first = await room.add(byInterest(assessmentId));
    room.house.clock.now = new Date('2026-12-02T09:00:00Z');

    const late = await room.add(byInterest(assessmentId), 'Ostertag');

    expect([first.status, late.status, late.body['code']]).toEqual([201, 409, 'consent.assessment_overdue']);
    expect((await room.counted())?.people).toBe(1);
    const [shown] = (await ask(room.house, room.recruiter, 'GET', '/consent/assessments')).body['items'];
    expect(shown.isOverdue).toBe(true);
  });

  it('stops an import with a reason instead of keeping people on it', async () => {
    const assessmentId = await anAssessment(room.house, room.recruiter, '2026-12-01');
    room.house.clock.now = new Date('2026-12-02T09:00:00Z');
    const text =
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Meier,https://www.linkedin.com/in/anna,anna@mail.example,Muster AG,Head of HR,12 Mar 2026';

    const { body } = await importFile(room.house, room.recruiter, {
      name: 'Connections.csv',
      text,
      basis: { passive_contact: { kind: 'legitimate_interest', assessmentId } },
    });

    expect((await room.counted())?.people).toBe(0);
    expect(JSON.stringify(body)).toContain('consent.assessment_overdue');
  });

  it('is never of another legal entity, and never of another relationship', async () => {
    const foreign = await anAssessment(room.house, room.house.actorFor('recruiter', [room.house.otherEntityId]));
    const own = await anAssessment(room.house, room.recruiter);

    const answers = [await room.add(byInterest(foreign)), await room.add({ ...byInterest(own), segment: 'referral' })];

    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      answers.map(() => [404, 'consent.assessment_missing']),
    );
    expect(await room.counted()).toEqual(NOBODY);
  });

  it('begins with a day of review that lies ahead', async () => {
    const input = {
      segment: 'referral',
      purpose: 'Kontakt',
      reasoning: 'Empfohlen von Kolleginnen und Kollegen im Haus.',
      reviewOn: '2026-11-23',
    };

    expect((await ask(room.house, room.recruiter, 'POST', '/consent/assessments', input)).body['code']).toBe(
      'consent.review_in_past',
    );
  });
});
