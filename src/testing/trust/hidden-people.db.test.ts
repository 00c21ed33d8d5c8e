import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { TestHouse } from '../test-house.ts';
import { openTestHouse } from '../test-house.ts';
import { ask, aText, FIRST_DAY, importFile, scanReads } from '#rooms/consent/testing.ts';

const HELD = 'Zwicknagel';
const KEPT = 'Quendoline';
/** Every column of both people carries one of these words. */
const MARKS = new RegExp(`${HELD}|${KEPT}`, 'i');

let house: TestHouse;
let importer: Actor;
let ids: Record<string, string>;

beforeAll(async () => {
  house = await openTestHouse(FIRST_DAY);
  importer = house.actorFor('recruiter');
  const textId = await aText(house, importer);
  const text = [
    'Nachname;Vorname;E-Mail;Ort;Beworben auf;Bewerbung vom;Letzte Stufe;Ergebnis;Bewertung;Einwilligung Talentpool',
    `${HELD};${HELD}ine;${HELD}@mail.example;${HELD}hausen;${HELD}bau;03.11.2025;Assessment;Absage;4,9;`,
    `${KEPT};${KEPT}a;${KEPT}@mail.example;${KEPT}ingen;${KEPT}bau;16.01.2026;Zweitgespräch;Absage;4,6;ja (14.03.2026)`,
  ].join('\n');
  const basis = { rejected_applicant: { kind: 'consent_column', textId } };
  const { body } = await importFile(house, importer, { name: 'bewerbungen.csv', text, basis });
  const talent = await house.db.selectFrom('talents').select('id').executeTakeFirstOrThrow();
  const held = await house.db.selectFrom('held_people').select('id').executeTakeFirstOrThrow();
  ids = { talentId: talent.id, importId: body['id'], heldId: held.id, line: '2' };
});
afterAll(() => house.close());

const scan = (actor: Actor, word: string) => scanReads(house, actor, { ids, word });
/** Which routes gave an answer that holds the mark. */
const showing = (found: Awaited<ReturnType<typeof scan>>, mark: RegExp) => [
  ...new Set(found.filter(({ text }) => mark.test(text)).map(({ path }) => path)),
];

// LB-4
describe('people who wait for their invitation', () => {
  const waiting = new RegExp(HELD, 'i');
  const anotherRecruiter = (): Actor => ({ ...importer, memberId: newId() });

  it('are found nowhere by who imported them, but in their import and in the list of those who wait', async () => {
    const found = await scan(importer, HELD);

    expect(found.filter(({ status }) => status === 200).length).toBeGreaterThan(25);
    expect(showing(found, waiting)).toEqual(['/imports/:importId/rows', '/held-people']);
  });

  it('are found nowhere at all by another recruiter', async () => {
    expect(showing(await scan(anotherRecruiter(), HELD), waiting)).toEqual([]);
  });

  it.each(['hiring_manager', 'privacy_officer', 'auditor'] as const)(
    'are found nowhere by the role %s',
    async (role) => {
      expect(showing(await scan(house.actorFor(role), HELD), waiting)).toEqual([]);
    },
  );

  it('are counted for those who imported them, without a name', async () => {
    const summary = await ask(house, importer, 'GET', '/inventory/summary');

    expect(summary.status).toBe(200);
    expect(summary.text).not.toMatch(waiting);
  });

  it('leave nothing of their application behind', async () => {
    const row = await house.db.selectFrom('held_people').selectAll().executeTakeFirstOrThrow();

    expect(JSON.stringify(row)).not.toMatch(/hausen|bau|Assessment|4[.,]9/);
  });
});

// LB-5
describe('people of another legal entity', () => {
  const stranger = (role: 'administrator' | 'recruiter'): Actor => house.actorFor(role, [house.otherEntityId]);

  it('are shown by many routes to who works for their own entity', async () => {
    expect(showing(await scan(importer, KEPT), /Quendoline/).length).toBeGreaterThan(5);
  });

  it.each(['administrator', 'recruiter'] as const)(
    'are found by no route by the role %s of the other',
    async (role) => {
      const found = await scan(stranger(role), KEPT);

      expect(found.filter(({ status }) => status === 200).length).toBeGreaterThan(15);
      expect(showing(found, MARKS)).toEqual([]);
    },
  );

  it('do not exist for the other, by any address that names them', async () => {
    const found = await scan(stranger('administrator'), KEPT);
    const named = found.filter(({ path }) => /:(talentId|importId|heldId)/.test(path));

    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(({ status }) => status < 400)).toEqual([]);
    expect(named.filter(({ status }) => status === 404).length).toBeGreaterThan(6);
  });

  it('are counted for nobody else', async () => {
    const talents = await ask(house, stranger('administrator'), 'GET', '/talents');
    const own = await ask(house, importer, 'GET', '/talents');

    expect([own.body['count'].value, talents.body['count'].value]).toEqual([1, 0]);
  });

  it('cannot be invited, changed, erased or joined from there', async () => {
    const acts = [
      ['POST', `/held-people/${ids['heldId']}/invitation`, { textId: newId(), language: 'de', delivery: 'by_hand' }],
      ['PATCH', `/talents/${ids['talentId']}`, { version: 1, changes: { city: 'Aarau' } }],
      ['DELETE', `/talents/${ids['talentId']}`, undefined],
      ['POST', `/talents/${ids['talentId']}/notes`, { body: 'fremd' }],
      ['POST', `/imports/${ids['importId']}/undo`, undefined],
    ] as const;
    const answers = await Promise.all(
      acts.map(([method, url, body]) => ask(house, stranger('administrator'), method, url, body)),
    );

    expect(answers.map(({ status }) => status)).toEqual(acts.map(() => 404));
  });
});
