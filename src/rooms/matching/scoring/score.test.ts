import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../schema-matches.ts';
import { CRITERIA } from '../schema-matches.ts';
import { explain } from './explain.ts';
import { aPassage, aPerson, aQuery, DATA_ENGINEER, recogniser, skills, WEIGHTS } from './people.test-support.ts';
import { compareScores, scorePerson } from './score.ts';

const reader = { recogniser, language: 'de' };
const query = aQuery(DATA_ENGINEER);

function criterion(
  texts: Parameters<typeof aPerson>[0],
  name: Criterion['name'],
  more: Parameters<typeof aPerson>[1] = {},
): Criterion {
  const found = explain(aPerson(texts, more), query, WEIGHTS, reader).find((one) => one.name === name);
  if (!found) throw new Error('Every criterion is explained.');
  return found;
}

const wish = (texts: Parameters<typeof aPerson>[0], label: string) =>
  criterion(texts, 'must').wishes.find((one) => one.label === label);

describe('a start that is wished', () => {
  const start = (language: string) =>
    explain(aPerson(['Python.']), aQuery({ ...DATA_ENGINEER, fromOn: '2027-07-28' }), WEIGHTS, { recogniser, language })
      .find(({ name }) => name === 'availability')
      ?.wishes.at(-1)?.label;

  it('is named by its day as the reader writes it', () => {
    expect([start('de'), start('en')]).toEqual(['28. Juli 2027', '28 July 2027']);
  });
});

describe('one wish', () => {
  it('is met where the person names the skill, with the words', () => {
    expect(wish(['Fünf Jahre Python in der Produktion.'], 'Python')).toMatchObject({
      state: 'met',
      evidence: [{ sentence: 'Fünf Jahre Python in der Produktion.', spanFrom: 11, spanTo: 17, concept: 'Python' }],
    });
  });

  it('is unknown, not missed, where the papers are silent', () => {
    expect(wish(['Fünf Jahre Python in der Produktion.'], 'SQL')).toMatchObject({
      state: 'unknown',
      why: null,
      evidence: [],
    });
  });

  it('is unknown where it is only an interest, and the interest is quoted', () => {
    expect(wish(['Ich möchte SQL lernen.'], 'SQL')).toMatchObject({ state: 'unknown', why: 'interest_only' });
  });

  it('is not met where the person says so', () => {
    expect(wish(['Python ja, kein SQL.'], 'SQL')).toMatchObject({ state: 'not_met', why: 'denied' });
  });

  it('is partly met by what stands near, which is named', () => {
    const partly = wish(['Drei Jahre Java und Spring.'], 'Python');

    expect(partly).toMatchObject({ state: 'partly', why: 'related', params: { label: 'Java' } });
    expect(partly?.evidence).toHaveLength(1);
  });

  it('counts once, however often it is said', () => {
    const [once, often] = [aPerson(['Python.']), aPerson(Array.from({ length: 30 }, () => 'Python.'))];

    expect(scorePerson(often, query, WEIGHTS)).toEqual(scorePerson(once, query, WEIGHTS));
  });

  it('that the directory lacks is met by the same words in a text or field', () => {
    const rare = aQuery({ title: 'Data Engineer', must: skills('Kellermatt X3-Umrichter') });
    const said = (person: ReturnType<typeof aPerson>) => explain(person, rare, WEIGHTS, reader)[0]?.wishes[0]?.state;

    expect(said(aPerson(['Betreuung der Kellermatt X3 Umrichter.']))).toBe('met');
    expect(said(aPerson([aPassage('Kellermatt X3-Umrichter', { source: 'skill', given: 'skill' })]))).toBe('met');
    expect(said(aPerson(['Keine Erfahrung mit Kellermatt X3 Umrichtern.', 'Kein Kellermatt X3 Umrichter.']))).toBe(
      'not_met',
    );
    expect(said(aPerson(['Kellermatt X3']))).toBe('unknown');
    // What stands inside the wish and is known speaks for it in part.
    expect(said(aPerson(['Umrichter']))).toBe('partly');
  });
});

describe('occupation, languages, place and hours', () => {
  it('an occupation in the same field is partly the one wanted', () => {
    expect(criterion([aPassage('Data Engineer', { source: 'role' })], 'occupation')).toMatchObject({
      state: 'met',
      points: 20,
    });
    expect(criterion([aPassage('Data Scientist', { source: 'role' })], 'occupation')).toMatchObject({
      state: 'partly',
    });
    expect(criterion([aPassage('Bäckerin', { source: 'role' })], 'occupation')).toMatchObject({
      state: 'not_met',
      points: 0,
      unknownPoints: 0,
    });
    expect(criterion(['Guten Tag.'], 'occupation')).toMatchObject({ state: 'unknown', unknownPoints: 20 });
  });

  it('what somebody applied for is a wish, not what they did', () => {
    expect(criterion([aPassage('Data Engineer', { source: 'application' })], 'occupation')).toMatchObject({
      state: 'unknown',
    });
    expect(criterion([aPassage('Data Engineer', { source: 'application' })], 'interest')).toMatchObject({
      state: 'met',
      points: 5,
    });
  });

  it('a language below the level is partly met, without a level half known', () => {
    expect(criterion(['Deutsch C1'], 'languages')).toMatchObject({ state: 'met' });
    expect(criterion(['Deutsch B1'], 'languages')).toMatchObject({ state: 'partly', unknownPoints: 0 });
    expect(criterion(['Sprachen: Deutsch'], 'languages')).toMatchObject({
      state: 'partly',
      points: 2.5,
      unknownPoints: 2.5,
    });
    expect(criterion(['Python'], 'languages')).toMatchObject({ state: 'unknown' });
  });

  it('a town counts as it is stated, and a wish to move as well', () => {
    const wishes = (text: string) => [aPassage(text, { source: 'wishes' })];

    expect(criterion([], 'place', { city: 'Winterthur' })).toMatchObject({ state: 'met', points: 5 });
    expect(criterion([], 'place', { city: 'Graz' })).toMatchObject({ state: 'not_met' });
    expect(criterion(wishes('Am liebsten in Winterthur.'), 'place', { city: 'Graz' })).toMatchObject({ state: 'met' });
    expect(criterion(wishes('Nicht nach Winterthur.'), 'place', { city: 'Graz' })).toMatchObject({ state: 'not_met' });
    expect(criterion(wishes('Ich bin umzugsbereit.'), 'place', { city: 'Graz' })).toMatchObject({ state: 'partly' });
    expect(criterion([], 'place')).toMatchObject({ state: 'unknown', unknownPoints: 5 });
  });

  it.each([
    ['80 bis 90 %', 'met'],
    ['Teilzeit 60%', 'partly'],
    ['höchstens 40 Prozent', 'not_met'],
    ['30 Stunden pro Woche', 'partly'],
    ['Vollzeit', 'met'],
  ])('a wish of "%s" is held against 80 to 100 %%', (text, state) => {
    const { wishes } = criterion([aPassage(text, { source: 'wishes' })], 'availability');

    expect(wishes[0]).toMatchObject({ state });
  });

  it('being free in time, soon after or much later', () => {
    const start = (availableFrom: string) => criterion([], 'availability', { availableFrom }).wishes[1]?.state;

    expect([start('2027-03-01'), start('2027-06-01'), start('2028-01-01')]).toEqual(['met', 'partly', 'not_met']);
  });
});

const SENTENCES = [
  'Python und SQL seit 2015.',
  'Kein Docker.',
  'Ich möchte Kubernetes lernen.',
  'Java, Spring, Scrum.',
  'Deutsch C2, Englisch B2.',
  'Aufbau einer Datenplattform.',
  'Data Scientist bei Huber AG.',
  'Pflegefachfrau im Spital.',
  'Apache Spark und Airflow.',
  'I have led a team.',
  'No experience with SQL.',
  '',
];
const person = fc
  .record({
    texts: fc.array(fc.constantFrom(...SENTENCES), { maxLength: 6 }),
    wishes: fc.constantFrom('80 bis 90 %', '60 %', 'umzugsbereit', 'Winterthur', ''),
    city: fc.constantFrom('Winterthur', 'Graz', null),
    availableFrom: fc.constantFrom('2027-01-01', '2027-05-01', null),
  })
  .map(({ texts, wishes, city, availableFrom }) =>
    aPerson([...texts, aPassage(wishes, { source: 'wishes' })], { city, availableFrom }),
  );
const weights = fc.record(
  Object.fromEntries(CRITERIA.map((name) => [name, fc.integer({ min: 0, max: 100 })])) as Record<
    Criterion['name'],
    fc.Arbitrary<number>
  >,
);

describe('the sum', () => {
  it('is the points of the criteria and nothing besides; every point can be quoted or stands in a field', () => {
    fc.assert(
      fc.property(person, weights, (one, weights) => {
        const criteria = explain(one, query, weights, reader);
        const score = scorePerson(one, query, weights);
        const sum = criteria.reduce((total, { points }) => total + points, 0);
        const asked = criteria.filter(({ state }) => state !== 'not_asked');
        const known = asked.reduce((total, { weight, unknownPoints }) => total + weight - unknownPoints, 0);

        expect(sum).toBeCloseTo(score.points, 6);
        expect(known).toBeCloseTo(score.knownPoints, 6);
        for (const { points, unknownPoints, weight } of asked)
          expect(points + unknownPoints).toBeLessThanOrEqual(weight + 1e-9);
        for (const { name, wishes } of criteria)
          for (const { state, evidence, why } of wishes)
            if (state === 'met' || state === 'partly')
              expect(evidence.length > 0 || (why !== null && ['place', 'availability'].includes(name))).toBe(true);
      }),
    );
  });

  it('is never lowered by showing more of what is asked for', () => {
    fc.assert(
      fc.property(person, (one) => {
        const texts = ['Apache Spark.', 'Docker.'];
        const before = scorePerson(one, query, WEIGHTS).points;
        const concepts = aPerson(texts).concepts.filter(
          ({ concept }) => !one.concepts.some((known) => known.concept === concept),
        );
        const proofs = new Map([...one.proofs, ...aPerson(texts).proofs]);

        expect(
          scorePerson({ ...one, concepts: [...one.concepts, ...concepts], proofs }, query, WEIGHTS).points,
        ).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });

  it('orders the same people the same way, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 8 }), (people) => {
        const order = (list: typeof people) =>
          list
            .map((one) => ({ talentId: one.talentId, ...scorePerson(one, query, WEIGHTS) }))
            .sort(compareScores)
            .map(({ talentId }) => talentId);

        expect(order(people.toReversed())).toEqual(order(people));
      }),
    );
  });

  it('does not put somebody with one known point first', () => {
    const little = scorePerson(aPerson(['Deutsch C1']), query, WEIGHTS);
    const much = scorePerson(
      aPerson(['Python, SQL, Apache Spark. Kein Docker.', aPassage('Data Engineer', { source: 'role' })]),
      query,
      WEIGHTS,
    );

    expect(little.share).toBeGreaterThan(much.share);
    expect(much.rankShare).toBeGreaterThan(little.rankShare);
  });
});

describe("a human's word", () => {
  const place = {
    sentence: 'Python erwähnt.',
    spanFrom: 0,
    spanTo: 6,
    source: 'note' as const,
    sourceId: null,
    on: null,
  };

  it('takes a finding away for ever, also when the same sentence is read again', () => {
    const rejected = { ...place, conceptId: 'skill/python', stance: 'shown' as const, decision: 'rejected' as const };
    const found = aPerson(['Python erwähnt.', aPassage('Python erwähnt.', { source: 'note' })], {}, [rejected]);

    expect(found.concepts).toEqual([]);
  });

  it('lets a finding stand, also against what a newer text says', () => {
    const confirmed = { ...place, conceptId: 'skill/python', stance: 'shown' as const, decision: 'confirmed' as const };
    const found = aPerson([aPassage('Kein Python.', { on: '2026-11-01' })], {}, [confirmed]);

    expect(found.concepts).toMatchObject([{ stance: 'shown' }]);
    expect([...found.proofs.values()][0]?.[0]?.sentence).toBe('Python erwähnt.');
  });
});

describe('a demand', () => {
  it('without a word is empty', () => {
    expect(aQuery({}).isEmpty).toBe(true);
  });

  it('in a third language counts only by the wishes that were entered', () => {
    const spanish = aQuery({
      description: 'Buscamos tres ingenieros de datos con experiencia en Python para nuestro equipo',
      must: skills('SQL'),
    });

    expect(spanish.language).toBeNull();
    expect(spanish.must.map(({ label }) => label)).toEqual(['SQL']);
  });

  it('that asks for nothing of a criterion does not weigh it', () => {
    const onlySkills = aQuery({ must: skills('Python') });

    expect(scorePerson(aPerson(['Python']), onlySkills, WEIGHTS).totalPoints).toBe(
      WEIGHTS.must + WEIGHTS.text + WEIGHTS.interest,
    );
  });
});
