import { describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { isAllowedBasis, LEGAL_BASES, LEGAL_SEGMENTS } from './policy.ts';
import { recordGrounds } from './service.ts';
import { anAssessment, aText, consentForTests, failureOf, groundRow, NOBODY } from './testing.ts';

const room = consentForTests();

// LB-2
describe('only the basis of the policy carries a relationship', () => {
  const PAIRS = LEGAL_SEGMENTS.flatMap((segment) => LEGAL_BASES.map((basis) => ({ segment, basis })));
  const FORBIDDEN = PAIRS.filter(({ segment, basis }) => !isAllowedBasis(segment, basis));

  it.each(FORBIDDEN)('refuses $segment by $basis in the service', async ({ segment, basis }) => {
    const answer = await room.add(
      room.byConsent({ segment, basis, assessmentId: await anAssessment(room.house, room.recruiter) }),
    );

    expect([answer.status, answer.body['code']]).toEqual([422, 'consent.basis_not_allowed']);
    expect(await room.counted()).toEqual(NOBODY);
  });

  it('holds the same table in the database', async () => {
    const talentId = await room.keepOne();
    const found: Record<string, boolean> = {};
    for (const { segment, basis } of PAIRS) {
      const failure = await failureOf(
        room.house.db
          .insertInto('grounds')
          .values(await groundRow(room.house, talentId, segment, basis))
          .execute(),
      );
      found[`${segment} ${basis}`] = failure === 'accepted';
    }

    expect(found).toEqual(
      Object.fromEntries(PAIRS.map(({ segment, basis }) => [`${segment} ${basis}`, isAllowedBasis(segment, basis)])),
    );
  });

  it.each(['legitimate_interest', 'consent'] as const)(
    'refuses %s without its proof in the database',
    async (basis) => {
      const row = {
        ...(await groundRow(room.house, await room.keepOne(), 'passive_contact', basis)),
        consent_event_id: null,
        assessment_id: null,
      };

      expect(await failureOf(room.house.db.insertInto('grounds').values(row).execute())).toContain('check constraint');
    },
  );

  it('replaces a withdrawn consent by nothing but a later consent', async () => {
    const talentId = await room.keepOne();
    await room.house.db
      .insertInto('consent_events')
      .values({
        id: newId(),
        talent_id: talentId,
        kind: 'withdrawn',
        purpose: 'talent_pool',
        channel: 'portal',
        form: 'portal',
        occurred_at: '2026-11-22T10:00:00Z',
      })
      .execute();
    const alumniText = await aText(room.house, room.recruiter, 'alumni_network');
    const assessmentId = await anAssessment(room.house, room.recruiter);
    const since = (on: string, id = room.textId) => ({
      textId: id,
      on,
      form: 'paper' as const,
      evidence: 'Formular 18',
    });
    const grounds = [
      { segment: 'passive_contact' as const, basis: 'legitimate_interest' as const, assessmentId },
      { segment: 'alumni' as const, basis: 'user_agreement' as const, consent: since('2026-11-23', alumniText) },
      { segment: 'sign_up' as const, basis: 'consent' as const, consent: since('2026-11-21') },
    ];

    const recorded = await Promise.all(
      grounds.map((ground) =>
        recordGrounds(room.house.ctxFor('recruiter'), [
          { talentId, ground: { source: 'Messe', obtainedOn: '2026-11-21', ...ground } },
        ]),
      ),
    );
    const later = {
      segment: 'rejected_applicant' as const,
      basis: 'consent' as const,
      source: 'Messe',
      obtainedOn: '2026-11-23',
      consent: since('2026-11-23'),
    };
    const again = await recordGrounds(room.house.ctxFor('recruiter'), [{ talentId, ground: later }]);

    expect(recorded.map(({ size }) => size)).toEqual([0, 0, 0]);
    expect(again.size).toBe(1);
  });
});
