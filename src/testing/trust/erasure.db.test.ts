import { describe, expect, it } from 'vitest';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { jobsOfAllRooms } from '../../rooms.ts';
import { anAssessment, ask, consentForTests, dumpOf, FIRST_DAY, importFile } from '#rooms/consent/testing.ts';

const room = consentForTests();

const DAY_MS = 86_400_000;
const atDay = (days: number) => new Date(FIRST_DAY.getTime() + days * DAY_MS);

/** Runs the jobs of one night. */
async function night(day: number) {
  room.house.clock.now = atDay(day);
  for (const name of ['talents.erase_due', 'inventory.clean_up'])
    await jobsOfAllRooms.find((job) => job.name === name)?.run(room.house.systemCtx(), {});
}

/** One person per day whose consent ends 1, 2, 3 … days from now. */
async function twelvePeople() {
  for (let day = 1; day <= 12; day += 1) {
    const consent = { ...room.byConsent().consent, until: atDay(day).toISOString().slice(0, 10) };
    await room.add(room.byConsent({ consent }), `Person ${String(day).padStart(2, '0')}`);
  }
}

const namesLeft = async () =>
  (await room.house.db.selectFrom('talents').select('last_name').orderBy('last_name').execute()).map(
    (row) => row.last_name,
  );

// RE-1, RE-2
describe('the day of erasure', () => {
  const dayOf = async (id: string) => (await ask(room.house, room.recruiter, 'GET', `/talents/${id}`)).body;

  it('is shown with its reason', async () => {
    const { body } = await room.add(room.byConsent());

    const { talent, grounds } = await dayOf(body['id']);

    expect(talent.eraseOn).toBe('2027-11-20');
    expect(grounds).toMatchObject([
      { eraseOn: '2027-11-20', eraseReason: 'consent_ends', source: 'Messe Winterthur', basis: 'consent' },
    ]);
  });

  it('stays, however often and however late somebody works on the record', async () => {
    const { body } = await room.add(room.byConsent());
    for (const day of [1, 30, 100, 300]) {
      room.house.clock.now = atDay(day);
      const { talent } = await dayOf(body['id']);
      const edited = await ask(room.house, room.recruiter, 'PATCH', `/talents/${body['id']}`, {
        version: talent.version,
        changes: { city: `Baden ${day}` },
      });
      expect(edited.status).toBe(200);
      await ask(room.house, room.recruiter, 'POST', `/talents/${body['id']}/notes`, { body: `Gespräch am Tag ${day}` });
    }

    expect((await dayOf(body['id'])).talent.eraseOn).toBe('2027-11-20');
  });

  it('stays when the same contacts are imported again later, with news', async () => {
    const assessmentId = await anAssessment(room.house, room.recruiter, '2028-01-01');
    const basis = { passive_contact: { kind: 'legitimate_interest', assessmentId } };
    const file = (position: string) => ({
      name: 'Connections.csv',
      basis,
      text: `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Meier,https://www.linkedin.com/in/anna,anna@mail.example,Muster AG,${position},12 Mar 2026\n`,
    });
    await importFile(room.house, room.recruiter, file('Monteurin'));
    const before = await room.house.db.selectFrom('talents').select(['id', 'erase_on']).executeTakeFirstOrThrow();
    room.house.clock.now = atDay(200);

    const { body } = await importFile(room.house, room.recruiter, file('Meisterin'));

    const after = await room.house.db.selectFrom('talents').select(['id', 'erase_on']).execute();
    expect([body['state'], after]).toEqual(['done', [before]]);
    expect(before.erase_on).toBe('2027-11-23');
  });
});

// RE-2, RE-3
describe('the nightly erasure', () => {
  it('takes everybody on their day, and nobody before', async () => {
    await twelvePeople();

    await night(4);

    expect((await namesLeft())[0]).toBe('Person 05');
  });

  it('changes nothing when it runs twice', async () => {
    await twelvePeople();
    await night(4);
    const after = await dumpOf(room.house.db);

    await night(4);

    expect(await dumpOf(room.house.db)).toBe(after);
  });

  it('ends the same after ten days of standstill as without them', async () => {
    await twelvePeople();
    for (let day = 1; day <= 11; day += 1) await night(day);
    const steady = await namesLeft();
    room.house.clock.now = FIRST_DAY;
    await emptyTables(room.house.db, 'talents');
    await twelvePeople();
    await night(1);

    await night(11);

    expect(await namesLeft()).toEqual(steady);
    expect(steady).toEqual(['Person 12']);
  });

  it('goes on where it was killed', async () => {
    await twelvePeople();
    room.house.clock.now = atDay(11);
    const broken = { ...room.house.systemCtx(), emit: async () => Promise.reject(new Error('killed')) };
    const job = jobsOfAllRooms.find(({ name }) => name === 'talents.erase_due');

    await expect(job?.run(broken, {})).rejects.toThrow('talents.erase_failed: 11');
    expect(await namesLeft()).toHaveLength(12);
    await night(11);

    expect(await namesLeft()).toEqual(['Person 12']);
  });

  it('leaves no word of who was erased in any table', async () => {
    const { body } = await room.add(room.byConsent({ source: 'Quellwort Messe' }), 'Markwort');
    await ask(room.house, room.recruiter, 'POST', `/talents/${body['id']}/notes`, { body: 'Notizwort' });
    await ask(room.house, room.recruiter, 'POST', `/talents/${body['id']}/addresses`, {
      kind: 'email',
      value: 'mailwort@mail.example',
    });
    expect(await dumpOf(room.house.db)).toMatch(/Markwort/);

    await night(400);

    expect(await dumpOf(room.house.db)).not.toMatch(/Markwort|Notizwort|mailwort|Quellwort/i);
  });
});

// LB-4
describe('people who wait for their invitation', () => {
  const text =
    'Nachname;Vorname;E-Mail;Beworben auf;Bewerbung vom;Ergebnis\nFrei;Sandra;sandra@mail.example;Montage;04.11.2025;Absage';
  const waiting = async () =>
    (await room.house.db.selectFrom('held_people').select('erase_on').execute()).map((row) => row.erase_on);

  it('are erased on their day without any click', async () => {
    await importFile(room.house, room.recruiter, { name: 'bewerbungen.csv', text });
    expect(await waiting()).toEqual(['2027-02-23']);

    await night(91);
    expect(await waiting()).toHaveLength(1);
    await night(92);

    expect(await waiting()).toEqual([]);
    expect(await dumpOf(room.house.db)).not.toMatch(/sandra@mail/);
  });

  it('do not wait longer because they are imported again', async () => {
    await importFile(room.house, room.recruiter, { name: 'bewerbungen.csv', text });
    room.house.clock.now = atDay(60);

    await importFile(room.house, room.recruiter, { name: 'neu.csv', text: text.replace('Montage', 'Lager') });

    expect(await waiting()).toEqual(['2027-02-23']);
  });
});
