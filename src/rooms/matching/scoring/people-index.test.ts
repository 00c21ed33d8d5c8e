import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPeopleIndex } from './people-index.ts';
import type { PersonMarks } from './people-index-types.ts';
import {
  aPassage,
  aPerson,
  aQuery,
  DATA_ENGINEER,
  ENTITY,
  recogniser,
  skills,
  WEIGHTS,
} from './people.test-support.ts';
import { compareScores, scorePerson } from './score.ts';

const OTHER = '01900000-0000-7000-8000-000000000002';
const SHOWN: PersonMarks = { notShown: null, recall: 'none' };
const query = aQuery(DATA_ENGINEER);
const all = (limit = 100) => ({ entityIds: [ENTITY], pages: [{ who: 'everyone' as const, offset: 0, limit }] });

const SENTENCES = [
  'Python und SQL.',
  'Kein SQL.',
  'Ich möchte Kubernetes lernen.',
  'Java, Spring.',
  'Deutsch B2.',
  'Datenplattform aufgebaut.',
  'Apache Spark.',
  'Docker',
];
const person = fc
  .record({
    texts: fc.array(fc.constantFrom(...SENTENCES), { maxLength: 5 }),
    role: fc.constantFrom('Data Engineer', 'Softwareentwicklerin', 'Bäcker', ''),
    wishes: fc.constantFrom('80 bis 90 %', '60 %', 'umzugsbereit', 'gern Winterthur', ''),
    city: fc.constantFrom('Winterthur', 'Graz', null),
    availableFrom: fc.constantFrom('2027-01-01', '2027-05-01', null),
  })
  .map(({ texts, role, wishes, city, availableFrom }) =>
    aPerson([...texts, aPassage(role, { source: 'role' }), aPassage(wishes, { source: 'wishes' })], {
      city,
      availableFrom,
    }),
  );

describe('everybody in memory', () => {
  it('gets exactly the points and the order of the rules over one person', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const index = createPeopleIndex(recogniser);
        for (const one of people) index.put(one, SHOWN);
        const { pages, rankedCount } = index.rank(query, WEIGHTS, all());
        const expected = people
          .map((one) => ({ talentId: one.talentId, recall: 'none', ...scorePerson(one, query, WEIGHTS) }))
          .sort(compareScores);

        expect(pages[0]).toEqual(expected);
        expect(rankedCount).toBe(people.length);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same after any number of changes as when it is built anew', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(), person, fc.boolean()), { maxLength: 40 }),
        (people, changes) => {
          const index = createPeopleIndex(recogniser);
          const now = new Map(people.map((one) => [one.talentId, one]));
          for (const one of people) index.put(one, SHOWN);
          for (const [at, change, leaves] of changes) {
            const talentId = people[at % people.length]?.talentId ?? '';
            if (leaves) index.remove(talentId);
            else index.put({ ...change, talentId }, SHOWN);
            if (leaves) now.delete(talentId);
            else now.set(talentId, { ...change, talentId });
          }
          const fresh = createPeopleIndex(recogniser);
          for (const one of now.values()) fresh.put(one, SHOWN);

          expect(index.rank(query, WEIGHTS, all())).toEqual(fresh.rank(query, WEIGHTS, all()));
          expect(index.count()).toBe(now.size);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives the places of people who left to others, and nothing of them stays', () => {
    const index = createPeopleIndex(recogniser);
    const one = aPerson(['Python, SQL, Apache Spark.']);
    for (let round = 0; round < 60; round += 1) {
      index.put(one, SHOWN);
      index.remove(one.talentId);
      const empty = aPerson([]);
      index.put(empty, SHOWN);
      expect(index.rank(query, WEIGHTS, all()).pages[0]).toEqual([
        expect.objectContaining({ talentId: empty.talentId, points: 0 }),
      ]);
      index.remove(empty.talentId);
    }
  });

  it('does not know people of other entities', () => {
    const index = createPeopleIndex(recogniser);
    index.put({ ...aPerson(['Python']), entityId: OTHER }, SHOWN);
    index.put({ ...aPerson(['Python']), entityId: OTHER }, { notShown: 'silence', recall: 'none' });

    expect(index.rank(query, WEIGHTS, all())).toMatchObject({ rankedCount: 0, notShown: {}, pages: [[]] });
    expect(index.rank(query, WEIGHTS, { ...all(), entityIds: [] }).rankedCount).toBe(0);
  });

  it('ranks nobody who is not shown, and counts them by reason', () => {
    const index = createPeopleIndex(recogniser);
    const quiet = aPerson(['Python']);
    index.put(quiet, { notShown: 'silence', recall: 'none' });
    index.put(aPerson(['Python']), { notShown: 'no_permission', recall: 'none' });
    index.put(aPerson(['Python']), SHOWN);

    expect(index.rank(query, WEIGHTS, { ...all(), of: [quiet.talentId] })).toMatchObject({
      rankedCount: 1,
      notShown: { silence: 1, no_permission: 1 },
      of: new Map(),
    });
    index.mark(quiet.talentId, SHOWN);
    expect(index.rank(query, WEIGHTS, all())).toMatchObject({ rankedCount: 2, notShown: { no_permission: 1 } });
  });

  it('lists those once here apart, and everybody page by page', () => {
    const index = createPeopleIndex(recogniser);
    const back = aPerson(['Python']);
    index.put(back, { notShown: null, recall: 'wishes_to_return' });
    for (let at = 0; at < 30; at += 1) index.put(aPerson([SENTENCES[at % SENTENCES.length] ?? '']), SHOWN);
    const page = (offset: number) => ({ who: 'others' as const, offset, limit: 10 });
    const { pages, recallCount } = index.rank(query, WEIGHTS, {
      entityIds: [ENTITY],
      pages: [{ who: 'recall', offset: 0, limit: 5 }, page(0), page(10), page(20), page(30)],
    });

    expect(pages[0]).toEqual([expect.objectContaining({ talentId: back.talentId, recall: 'wishes_to_return' })]);
    expect(recallCount).toBe(1);
    expect(
      new Set(
        pages
          .slice(1)
          .flat()
          .map(({ talentId }) => talentId),
      ).size,
    ).toBe(30);
    expect(pages[4]).toEqual([]);
    expect(pages.slice(1).flat()).toEqual(pages.slice(1).flat().toSorted(compareScores));
  });

  it('says of each wish by how many it is shown and of how many nobody knows', () => {
    const index = createPeopleIndex(recogniser);
    for (const text of ['Python', 'Python', 'kein Python', 'Guten Tag']) index.put(aPerson([text]), SHOWN);

    expect(index.rank(aQuery({ must: skills('Python') }), WEIGHTS, all()).gaps).toEqual([
      { label: 'Python', shown: 2, unknown: 1 },
    ]);
  });

  it('takes over who names a wish that the directory lacks, and who says that it is not so', () => {
    const index = createPeopleIndex(recogniser);
    const [named, denying, silent] = [
      aPerson(['Zwölf Jahre X3-Umrichter.']),
      aPerson(['Keine Erfahrung mit X3-Umrichter.']),
      aPerson(['Guten Tag']),
    ];
    for (const one of [named, denying, silent]) index.put(one, SHOWN);
    const rare = aQuery({ must: skills('X3-Umrichter') });
    const said = { shown: [named.talentId], denied: [denying.talentId] };
    const { of } = index.rank(rare, WEIGHTS, {
      ...all(),
      named: new Map([['x3 umrichter', said]]),
      of: [named.talentId, denying.talentId],
    });

    for (const one of [named, denying])
      expect(of.get(one.talentId)).toMatchObject({ ...scorePerson(one, rare, WEIGHTS) });
    expect(of.get(denying.talentId)?.knownPoints).toBeGreaterThan(0);
  });
});
