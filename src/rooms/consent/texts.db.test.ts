import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { newId } from '#ground/ids.ts';
import { ask, aText, consentForTests, failureOf, NOBODY } from './testing.ts';

const room = consentForTests();

// CO-1, CO-7
describe('a consent once given', () => {
  const newText = (body: string, actor = room.recruiter) =>
    ask(room.house, actor, 'POST', '/consent/texts', { purpose: 'talent_pool', language: 'de', body });

  it('is never rewritten, not one of its facts', async () => {
    const talentId = await room.keepOne();
    const changes: Record<string, string | null> = {
      kind: 'confirmed',
      purpose: 'alumni_network',
      text_id: null,
      channel: 'mail',
      form: 'portal',
      evidence: 'Formular 99',
      recorded_by: null,
      occurred_at: '2020-01-01T00:00:00Z',
      expires_on: '2040-01-01',
      created_at: '2020-01-01T00:00:00Z',
    };
    const failures: Record<string, string> = {};
    for (const [column, value] of Object.entries(changes))
      failures[column] = await failureOf(
        sql`update consent_events set ${sql.ref(column)} = ${value} where talent_id = ${talentId}`.execute(
          room.house.db,
        ),
      );

    expect(failures).toEqual(
      Object.fromEntries(Object.keys(changes).map((column) => [column, 'consent events are never changed'])),
    );
  });

  it('does not serve a purpose that its text does not name', async () => {
    const answer = await room.add(room.byConsent({ segment: 'alumni' }));

    expect([answer.status, answer.body['code']]).toEqual([422, 'consent.text_of_other_purpose']);
    expect(await room.counted()).toEqual(NOBODY);
  });

  it('was never given for the text of another legal entity', async () => {
    const foreign = await aText(room.house, room.house.actorFor('recruiter', [room.house.otherEntityId]));
    const unknown = newId();

    const answers = [];
    for (const id of [foreign, unknown])
      answers.push(await room.add(room.byConsent({ consent: { ...room.byConsent().consent, textId: id } })));

    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      answers.map(() => [404, 'consent.text_missing']),
    );
    expect(await room.counted()).toEqual(NOBODY);
  });
});
