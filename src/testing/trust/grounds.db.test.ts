import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '#ground/context.ts';
import { insertPeople } from '#rooms/talents/index.ts';
import { aPerson } from '#rooms/talents/testing.ts';
import type { GroundInput } from '#rooms/consent/testing.ts';
import { consentForTests, failureOf, groundRow, importFile, NOBODY } from '#rooms/consent/testing.ts';

const room = consentForTests();

// LB-1
describe('nobody is kept without a whole ground', () => {
  const FIELDS = [
    'segment',
    'basis',
    'source',
    'obtainedOn',
    'consent',
    'consent.textId',
    'consent.on',
    'consent.form',
    'consent.evidence',
  ];

  function lacking(field: string, how: 'absent' | 'null' | 'empty'): GroundInput {
    const ground = room.byConsent();
    const [part = '', inner] = field.split('.');
    const owner = inner === undefined ? ground : (ground.consent ?? {});
    const value = how === 'null' ? null : '';
    if (how === 'absent') delete owner[inner ?? part];
    else owner[inner ?? part] = value;
    return ground;
  }

  it('accepts the whole ground', async () => {
    expect((await room.add(room.byConsent())).status).toBe(201);
  });

  it.each(['absent', 'null', 'empty'] as const)(
    'refuses by the form and the API when any field is %s, and leaves nothing',
    async (how) => {
      const answers: Record<string, number> = {};
      for (const field of FIELDS) answers[field] = (await room.add(lacking(field, how))).status;

      expect(answers).toEqual(Object.fromEntries(FIELDS.map((field) => [field, 422])));
      expect(await room.counted()).toEqual(NOBODY);
    },
  );

  it('begins the day where the member works, and puts no consent after what the person says next', async () => {
    room.house.clock.now = new Date('2026-11-29T23:30:00Z');
    const ground = room.byConsent({ obtainedOn: '2026-11-30' });

    const answer = await room.add({ ...ground, consent: { ...ground.consent, on: '2026-11-30' } });
    const { rows } = await sql<{ is_ahead: boolean }>`
      select occurred_at > ${room.house.clock.now} as is_ahead from consent_events`.execute(room.house.db);

    expect([answer.status, rows]).toEqual([201, [{ is_ahead: false }]]);
  });

  it('refuses an interest without its assessment', async () => {
    const answer = await room.add(
      room.byConsent({ segment: 'passive_contact', basis: 'legitimate_interest', consent: undefined }),
    );

    expect([answer.status, answer.body['code']]).toEqual([422, 'consent.proof_missing']);
    expect(await room.counted()).toEqual(NOBODY);
  });

  it.each([
    ['consent.dated_in_future', { on: '2026-11-24' }],
    ['consent.consent_is_over', { on: '2025-11-23' }],
    ['consent.consent_is_over', { on: '2026-11-01', until: '2026-11-23' }],
  ])('refuses with %s what does not carry today', async (code, change) => {
    const ground = room.byConsent();

    const answer = await room.add({ ...ground, consent: { ...ground.consent, ...change } });

    expect([answer.status, answer.body['code']]).toEqual([422, code]);
    expect(await room.counted()).toEqual(NOBODY);
  });

  it('refuses people written without a ground, when their transaction ends', async () => {
    const failure = await failureOf(
      inTransaction(room.house.systemCtx(), (ctx) => insertPeople(ctx, [aPerson(room.house.entityId)])),
    );

    expect(failure).toContain('has no ground');
    expect(await room.counted()).toEqual(NOBODY);
  });

  it('refuses to take the last ground away', async () => {
    const talentId = await room.keepOne();

    expect(await failureOf(room.house.db.deleteFrom('grounds').where('talent_id', '=', talentId).execute())).toContain(
      'has no ground',
    );
  });

  it('refuses to hand the last ground over to somebody else', async () => {
    const [one, other] = [await room.keepOne(), await room.keepOne()];

    expect(
      await failureOf(
        room.house.db.updateTable('grounds').set({ talent_id: other }).where('talent_id', '=', one).execute(),
      ),
    ).toContain('has no ground');
  });

  it('refuses a ground without any of its columns in the database itself', async () => {
    const row = await groundRow(room.house, await room.keepOne());
    const columns = [
      'segment',
      'purpose',
      'basis',
      'country_profile',
      'source',
      'obtained_on',
      'erase_on',
      'erase_reason',
      'created_at',
    ];
    const failures: string[] = [];
    for (const column of columns)
      failures.push(
        await failureOf(
          room.house.db
            .insertInto('grounds')
            .values({ ...row, [column]: null })
            .execute(),
        ),
      );

    expect(failures).toEqual(columns.map((column) => expect.stringContaining(`"${column}"`)));
  });

  it('lets imported people wait who bring no ground', async () => {
    const text =
      'Nachname;Vorname;E-Mail;Beworben auf;Bewerbung vom;Ergebnis\nFrei;Sandra;sandra@mail.example;Montage;04.11.2025;Absage';

    const { body } = await importFile(room.house, room.recruiter, { name: 'bewerbungen.csv', text });

    expect(body['counts']).toMatchObject({ created: 0, held: 1 });
    expect(await room.counted()).toEqual(NOBODY);
  });
});
