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

  it('is never deleted by itself, and goes with the person', async () => {
    const talentId = await room.keepOne();
    const events = () =>
      room.house.db.selectFrom('consent_events').select('id').where('talent_id', '=', talentId).execute();

    const failure = await failureOf(
      sql`delete from consent_events where talent_id = ${talentId}`.execute(room.house.db),
    );
    const before = await events();
    await sql`delete from talents where id = ${talentId}`.execute(room.house.db);

    expect(failure).toBe('consent events are never deleted');
    expect(before).toHaveLength(1);
    expect(await events()).toEqual([]);
  });

  it('keeps the wording it was given for when the text changes', async () => {
    const { body } = await room.add(room.byConsent());
    const second = await newText('Ja, ich möchte bleiben und zusätzlich Einladungen bekommen.');

    const profile = await ask(room.house, room.recruiter, 'GET', `/talents/${body['id']}`);
    const texts = (await ask(room.house, room.recruiter, 'GET', '/consent/texts')).body['items'];

    expect(second.body['version']).toBe(2);
    expect(profile.body['grounds'][0].consent.textVersion).toBe(1);
    expect(texts.map((one: { version: number }) => one.version)).toEqual([2, 1]);
    expect(texts[1].body).toContain('(talent_pool)');
  });

  it('has one version for the same wording, however often it is recorded', async () => {
    const words = 'Ja, ich möchte bleiben und zusätzlich Einladungen bekommen.';

    const answers = await Promise.all([newText(words), newText(words), newText(words)]);

    expect(new Set(answers.map(({ body }) => `${body['id']} ${body['version']}`)).size).toBe(1);
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
