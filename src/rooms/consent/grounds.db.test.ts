import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Actor } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import { insertPeople } from '#rooms/talents/index.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import type { LegalBasis, LegalSegment } from './policy.ts';
import { isAllowedBasis, LEGAL_BASES, LEGAL_SEGMENTS, purposeOf } from './policy.ts';
import { recordGrounds } from './service.ts';
import { anAssessment, ask, aText, emptyPeople, importFile } from './testing.ts';

let house: TestHouse;
let recruiter: Actor;
let textId: string;
const FIRST_DAY = new Date('2026-11-23T09:00:00Z');

beforeAll(async () => {
  house = await openTestHouse(FIRST_DAY);
  recruiter = house.actorFor('recruiter');
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.now = FIRST_DAY;
  house.sentJobs.length = 0;
  await emptyPeople(house.db);
  textId = await aText(house, recruiter);
});

type GroundInput = Record<string, unknown> & { consent?: Record<string, unknown> };

const byConsent = (given: Partial<GroundInput> = {}): GroundInput => ({
  segment: 'sign_up',
  basis: 'consent',
  source: 'Messe Winterthur',
  obtainedOn: '2026-11-20',
  consent: { textId, on: '2026-11-20', form: 'paper', evidence: 'Formular 17' },
  ...given,
});

const add = (ground: unknown, lastName = 'Brändli') =>
  ask(house, recruiter, 'POST', '/talents', { firstName: 'Zoë', lastName, ground });

async function counted() {
  const { rows } = await sql<{ people: number; grounds: number; events: number }>`
    select (select count(*)::int from talents) as people, (select count(*)::int from grounds) as grounds, (select count(*)::int from consent_events) as events`.execute(
    house.db,
  );
  return rows[0];
}
const NOBODY = { people: 0, grounds: 0, events: 0 };

async function keepOne(): Promise<string> {
  const person = aPerson(house.entityId);
  await keepPeople(house.systemCtx(), [person]);
  return person.id;
}

/** Columns of a ground that the database accepts. */
async function groundRow(talentId: string, segment: LegalSegment = 'sign_up', basis: LegalBasis = 'consent') {
  const event = await house.db
    .selectFrom('consent_events')
    .select('id')
    .where('talent_id', '=', talentId)
    .executeTakeFirstOrThrow();
  return {
    id: newId(),
    talent_id: talentId,
    segment,
    purpose: purposeOf(segment),
    basis,
    country_profile: 'CH',
    source: 'Messe',
    obtained_on: '2026-11-20',
    erase_on: '2027-11-20',
    erase_reason: 'consent_ends',
    consent_event_id: event.id,
    assessment_id: basis === 'legitimate_interest' ? await anAssessment(house, recruiter) : null,
    created_at: FIRST_DAY,
  };
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: Error) => error.message,
  );

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
  const LACKS = FIELDS.flatMap((field) => (['absent', 'null', 'empty'] as const).map((how) => [field, how] as const));

  function lacking(field: string, how: 'absent' | 'null' | 'empty'): GroundInput {
    const ground = byConsent();
    const [part = '', inner] = field.split('.');
    const owner = inner === undefined ? ground : (ground.consent ?? {});
    const value = how === 'null' ? null : '';
    if (how === 'absent') delete owner[inner ?? part];
    else owner[inner ?? part] = value;
    return ground;
  }

  it('accepts the whole ground', async () => {
    expect((await add(byConsent())).status).toBe(201);
  });

  it.each(LACKS)('refuses by the form and the API when %s is %s, and leaves nothing', async (field, how) => {
    expect((await add(lacking(field, how))).status).toBe(422);
    expect(await counted()).toEqual(NOBODY);
  });

  it('refuses an interest without its assessment', async () => {
    const answer = await add(
      byConsent({ segment: 'passive_contact', basis: 'legitimate_interest', consent: undefined }),
    );

    expect([answer.status, answer.body['code']]).toEqual([422, 'consent.proof_missing']);
    expect(await counted()).toEqual(NOBODY);
  });

  it.each([
    ['consent.dated_in_future', { on: '2026-11-24' }],
    ['consent.consent_is_over', { on: '2025-11-23' }],
    ['consent.consent_is_over', { on: '2026-11-01', until: '2026-11-23' }],
  ])('refuses with %s what does not carry today', async (code, change) => {
    const ground = byConsent();

    const answer = await add({ ...ground, consent: { ...ground.consent, ...change } });

    expect([answer.status, answer.body['code']]).toEqual([422, code]);
    expect(await counted()).toEqual(NOBODY);
  });

  it('refuses people written without a ground, when their transaction ends', async () => {
    const failure = await failureOf(
      inTransaction(house.systemCtx(), (ctx) => insertPeople(ctx, [aPerson(house.entityId)])),
    );

    expect(failure).toContain('has no ground');
    expect(await counted()).toEqual(NOBODY);
  });

  it('refuses to take the last ground away', async () => {
    const talentId = await keepOne();

    expect(await failureOf(house.db.deleteFrom('grounds').where('talent_id', '=', talentId).execute())).toContain(
      'has no ground',
    );
  });

  it('refuses to hand the last ground over to somebody else', async () => {
    const [one, other] = [await keepOne(), await keepOne()];

    expect(
      await failureOf(house.db.updateTable('grounds').set({ talent_id: other }).where('talent_id', '=', one).execute()),
    ).toContain('has no ground');
  });

  it.each([
    'segment',
    'purpose',
    'basis',
    'country_profile',
    'source',
    'obtained_on',
    'erase_on',
    'erase_reason',
    'created_at',
  ])('refuses a ground without %s in the database itself', async (column) => {
    const row = await groundRow(await keepOne());

    expect(
      await failureOf(
        house.db
          .insertInto('grounds')
          .values({ ...row, [column]: null })
          .execute(),
      ),
    ).toContain(`"${column}"`);
  });

  it('lets imported people wait who bring no ground', async () => {
    const text =
      'Nachname;Vorname;E-Mail;Beworben auf;Bewerbung vom;Ergebnis\nFrei;Sandra;sandra@mail.example;Montage;04.11.2025;Absage';

    const { body } = await importFile(house, recruiter, { name: 'bewerbungen.csv', text });

    expect(body['counts']).toMatchObject({ created: 0, held: 1 });
    expect(await counted()).toEqual(NOBODY);
  });
});

// LB-2
describe('only the basis of the policy carries a relationship', () => {
  const PAIRS = LEGAL_SEGMENTS.flatMap((segment) => LEGAL_BASES.map((basis) => ({ segment, basis })));
  const FORBIDDEN = PAIRS.filter(({ segment, basis }) => !isAllowedBasis(segment, basis));

  it.each(FORBIDDEN)('refuses $segment by $basis in the service', async ({ segment, basis }) => {
    const answer = await add(byConsent({ segment, basis, assessmentId: await anAssessment(house, recruiter) }));

    expect([answer.status, answer.body['code']]).toEqual([422, 'consent.basis_not_allowed']);
    expect(await counted()).toEqual(NOBODY);
  });

  it('holds the same table in the database', async () => {
    const talentId = await keepOne();
    const found: Record<string, boolean> = {};
    for (const { segment, basis } of PAIRS) {
      const failure = await failureOf(
        house.db
          .insertInto('grounds')
          .values(await groundRow(talentId, segment, basis))
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
        ...(await groundRow(await keepOne(), 'passive_contact', basis)),
        consent_event_id: null,
        assessment_id: null,
      };

      expect(await failureOf(house.db.insertInto('grounds').values(row).execute())).toContain('check constraint');
    },
  );

  it('replaces a withdrawn consent by nothing but a later consent', async () => {
    const talentId = await keepOne();
    await house.db
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
    const alumniText = await aText(house, recruiter, 'alumni_network');
    const assessmentId = await anAssessment(house, recruiter);
    const since = (on: string, id = textId) => ({ textId: id, on, form: 'paper' as const, evidence: 'Formular 18' });
    const grounds = [
      { segment: 'passive_contact' as const, basis: 'legitimate_interest' as const, assessmentId },
      { segment: 'alumni' as const, basis: 'user_agreement' as const, consent: since('2026-11-23', alumniText) },
      { segment: 'sign_up' as const, basis: 'consent' as const, consent: since('2026-11-21') },
    ];

    const recorded = await Promise.all(
      grounds.map((ground) =>
        recordGrounds(house.ctxFor('recruiter'), [
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
    const again = await recordGrounds(house.ctxFor('recruiter'), [{ talentId, ground: later }]);

    expect(recorded.map(({ size }) => size)).toEqual([0, 0, 0]);
    expect(again.size).toBe(1);
  });
});

// LB-3
describe('another period', () => {
  const inForce = async () => (await ask(house, recruiter, 'GET', '/consent/periods')).body;
  const officer = () => house.actorFor('privacy_officer');
  const set = async (change: Record<string, number>, actor = officer()) => {
    const { version, monthsAfterRejection, consentMonths, interestMonths } = await inForce();
    return ask(house, actor, 'PUT', '/consent/periods', {
      monthsAfterRejection,
      consentMonths,
      interestMonths,
      basedOnVersion: version,
      ...change,
    });
  };
  const eraseOnOf = async (id: string) => (await ask(house, recruiter, 'GET', `/talents/${id}`)).body['talent'].eraseOn;

  it('keeps nobody longer who is here already, and is a version of its own', async () => {
    const before = await inForce();
    const { body: old } = await add(byConsent());
    const eraseOn = await eraseOnOf(old['id']);

    expect((await set({ consentMonths: 24 })).status).toBe(204);

    expect(await eraseOnOf(old['id'])).toBe(eraseOn);
    const { body: young } = await add(byConsent(), 'Ostertag');
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
    expect((await set({ consentMonths: 6 }, recruiter)).status).toBe(403);
    const stale = await set({ basedOnVersion: 0 });
    expect([stale.status, stale.body['code']]).toEqual([409, 'consent.periods_changed_meanwhile']);
  });

  it.each([0, 25, 1.5, null, ''])('is never "%s" months', async (months) => {
    expect((await set({ consentMonths: months as number })).status).toBe(422);
  });

  it('is written down with who set it', async () => {
    await set({ interestMonths: 11 });
    await set({ interestMonths: 12 });

    const entry = await house.db
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
    byConsent({ segment: 'passive_contact', basis: 'legitimate_interest', consent: undefined, assessmentId });

  it('carries nobody new, and those it carried stay', async () => {
    const assessmentId = await anAssessment(house, recruiter, '2026-12-01');
    const first = await add(byInterest(assessmentId));
    house.clock.now = new Date('2026-12-02T09:00:00Z');

    const late = await add(byInterest(assessmentId), 'Ostertag');

    expect([first.status, late.status, late.body['code']]).toEqual([201, 409, 'consent.assessment_overdue']);
    expect((await counted())?.people).toBe(1);
    const [shown] = (await ask(house, recruiter, 'GET', '/consent/assessments')).body['items'];
    expect(shown.isOverdue).toBe(true);
  });

  it('stops an import with a reason instead of keeping people on it', async () => {
    const assessmentId = await anAssessment(house, recruiter, '2026-12-01');
    house.clock.now = new Date('2026-12-02T09:00:00Z');
    const text =
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Meier,https://www.linkedin.com/in/anna,anna@mail.example,Muster AG,Head of HR,12 Mar 2026';

    const { body } = await importFile(house, recruiter, {
      name: 'Connections.csv',
      text,
      basis: { passive_contact: { kind: 'legitimate_interest', assessmentId } },
    });

    expect((await counted())?.people).toBe(0);
    expect(JSON.stringify(body)).toContain('consent.assessment_overdue');
  });

  it('is never of another legal entity, and never of another relationship', async () => {
    const foreign = await anAssessment(house, house.actorFor('recruiter', [house.otherEntityId]));
    const own = await anAssessment(house, recruiter);

    const answers = [await add(byInterest(foreign)), await add({ ...byInterest(own), segment: 'referral' })];

    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      answers.map(() => [404, 'consent.assessment_missing']),
    );
    expect(await counted()).toEqual(NOBODY);
  });

  it('begins with a day of review that lies ahead', async () => {
    const input = {
      segment: 'referral',
      purpose: 'Kontakt',
      reasoning: 'Empfohlen von Kolleginnen und Kollegen im Haus.',
      reviewOn: '2026-11-23',
    };

    expect((await ask(house, recruiter, 'POST', '/consent/assessments', input)).body['code']).toBe(
      'consent.review_in_past',
    );
  });
});

// CO-1, CO-7
describe('a consent once given', () => {
  const newText = (body: string, actor = recruiter) =>
    ask(house, actor, 'POST', '/consent/texts', { purpose: 'talent_pool', language: 'de', body });

  it.each(['kind', 'purpose', 'channel', 'form', 'evidence', 'occurred_at', 'expires_on', 'text_id'])(
    'is never rewritten: not its %s',
    async (column) => {
      const talentId = await keepOne();
      const other = {
        kind: 'confirmed',
        purpose: 'alumni_network',
        occurred_at: '2020-01-01T00:00:00Z',
        expires_on: '2040-01-01',
        text_id: null,
      }[column];

      const failure = await failureOf(
        sql`update consent_events set ${sql.ref(column)} = ${other ?? 'other'} where talent_id = ${talentId}`.execute(
          house.db,
        ),
      );

      expect(failure).toBe(
        other === null ? 'consent events are never changed' : expect.stringContaining('never changed'),
      );
    },
  );

  it('keeps the wording it was given for when the text changes', async () => {
    const { body } = await add(byConsent());
    const second = await newText('Ja, ich möchte bleiben und zusätzlich Einladungen bekommen.');

    const profile = await ask(house, recruiter, 'GET', `/talents/${body['id']}`);
    const texts = (await ask(house, recruiter, 'GET', '/consent/texts')).body['items'];

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
    const answer = await add(byConsent({ segment: 'alumni' }));

    expect([answer.status, answer.body['code']]).toEqual([422, 'consent.text_of_other_purpose']);
    expect(await counted()).toEqual(NOBODY);
  });

  it('was never given for the text of another legal entity', async () => {
    const foreign = await aText(house, house.actorFor('recruiter', [house.otherEntityId]));
    const unknown = newId();

    const answers = [];
    for (const id of [foreign, unknown])
      answers.push(await add(byConsent({ consent: { ...byConsent().consent, textId: id } })));

    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      answers.map(() => [404, 'consent.text_missing']),
    );
    expect(await counted()).toEqual(NOBODY);
  });
});

// SC-1, SC-2, SC-3
describe('what is never collected', () => {
  const SENSITIVE =
    'religion health disability disabled ethnicity ethnic nationality citizenship union politics party sexual sexuality pregnancy pregnant marital married children family gender sex criminal conviction salary pay wage wages compensation income bonus lohn gehalt religionszugehoerigkeit krankheit behinderung staatsangehoerigkeit zivilstand geschlecht schwangerschaft';

  it('has no column in the whole database', async () => {
    const { rows } = await sql<{
      name: string;
    }>`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`.execute(
      house.db,
    );
    const words = new Set(SENSITIVE.split(' '));
    const found = rows.filter(({ name }) => name.split(/[._]/).some((word) => words.has(word)));

    expect(rows.length).toBeGreaterThan(150);
    expect(found).toEqual([]);
  });

  it('has no birth date, only keyed hashes for the comparison of duplicates', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
      where table_schema = 'public' and (table_name || column_name) ~ 'birth|geburt' order by 1`.execute(house.db);

    expect(rows.map(({ name }) => name)).toEqual([
      'birth_date_keys.keys jsonb',
      'birth_date_keys.talent_id uuid',
      'talents.birth_name text',
    ]);
  });

  it('is refused as a field of a new talent', async () => {
    const answers = await Promise.all(
      ['religion', 'birthDate', 'nationality', 'gender', 'salary'].map((field) =>
        ask(house, recruiter, 'POST', '/talents', {
          firstName: 'Zoë',
          lastName: 'Brändli',
          ground: byConsent(),
          [field]: 'x',
        }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 422));
  });
});
