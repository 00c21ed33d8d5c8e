import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { hostileText } from './testing/hostile-text.ts';
import { fromFullName, readPersonName, type PersonName } from './parse-person-name.ts';

const CASES: [string, PersonName][] = [
  ['Anna Meier', { firstName: 'Anna', lastName: 'Meier' }],
  ['Meier, Anna', { firstName: 'Anna', lastName: 'Meier' }],
  ['Meier Anna', { firstName: 'Anna', lastName: 'Meier' }],
  ['MEIER Anna', { firstName: 'Anna', lastName: 'Meier' }],
  ['Anna MÜLLER-LÜDENSCHEIDT', { firstName: 'Anna', lastName: 'Müller-Lüdenscheidt' }],
  ['HANS-PETER VON GUNTEN', { firstName: 'Hans-Peter', lastName: 'von Gunten' }],
  ['anna meier', { firstName: 'Anna', lastName: 'Meier' }],
  ['Prof. Dr. med. Anna Meier', { title: 'Prof. Dr. med.', firstName: 'Anna', lastName: 'Meier' }],
  ['Frau Dr. Anna Meier', { title: 'Dr.', salutation: 'Frau', firstName: 'Anna', lastName: 'Meier' }],
  [
    'Herrn Dipl.-Ing. Jürgen Käser',
    { title: 'Dipl.-Ing.', salutation: 'Herrn', firstName: 'Jürgen', lastName: 'Käser' },
  ],
  ['Käser, Dipl.-Ing. (FH) Jürgen', { title: 'Dipl.-Ing. (FH)', firstName: 'Jürgen', lastName: 'Käser' }],
  ['Anna Meier, M.Sc.', { title: 'M.Sc.', firstName: 'Anna', lastName: 'Meier' }],
  ['John Smith, MBA', { title: 'MBA', firstName: 'John', lastName: 'Smith' }],
  ['Ludwig van der Berg', { firstName: 'Ludwig', lastName: 'van der Berg' }],
  ['Gisela von der Heide', { firstName: 'Gisela', lastName: 'von der Heide' }],
  ['von der Heide, Gisela', { firstName: 'Gisela', lastName: 'von der Heide' }],
  ['Heide, Gisela von der', { firstName: 'Gisela', lastName: 'von der Heide' }],
  ['von Arx Anna', { firstName: 'Anna', lastName: 'von Arx' }],
  ['Karl zu Guttenberg', { firstName: 'Karl', lastName: 'zu Guttenberg' }],
  ['Omar El-Sayed', { firstName: 'Omar', lastName: 'El-Sayed' }],
  ['Juan de la Cruz', { firstName: 'Juan', lastName: 'de la Cruz' }],
  ['Juan Carlos García López', { firstName: 'Juan Carlos', lastName: 'García López' }],
  ['Anna Maria Meier', { firstName: 'Anna Maria', lastName: 'Meier' }],
  ['Martin Werner', { firstName: 'Martin', lastName: 'Werner' }],
  ['Anna Meier geb. Huber', { firstName: 'Anna', lastName: 'Meier', birthName: 'Huber' }],
  ['Anna Meier (geb. Huber)', { firstName: 'Anna', lastName: 'Meier', birthName: 'Huber' }],
  ['Meier, Anna, geborene Huber', { firstName: 'Anna', lastName: 'Meier', birthName: 'Huber' }],
  ['Claire Dupont née Favre', { firstName: 'Claire', lastName: 'Dupont', birthName: 'Favre' }],
  ['SEAN MCDONALD', { firstName: 'Sean', lastName: 'McDonald' }],
  ["FIONA O'NEILL", { firstName: 'Fiona', lastName: "O'Neill" }],
  ['IAN MACGREGOR', { firstName: 'Ian', lastName: 'MacGregor' }],
  ['PETRA MACHER', { firstName: 'Petra', lastName: 'Macher' }],
  ['王小明', { firstName: '', lastName: '王小明' }],
  ['Nguyen Thi Mai Anh', { firstName: 'Thi Mai Anh', lastName: 'Nguyen' }],
  ['A. K. Stoeckli-Ammann', { firstName: 'A. K.', lastName: 'Stoeckli-Ammann' }],
  ['Elisabeth (Lisa) Brandt', { firstName: 'Elisabeth (Lisa)', lastName: 'Brandt' }],
  ['Madonna', { firstName: '', lastName: 'Madonna' }],
  ['', { firstName: '', lastName: '' }],
  ['Dr.', { firstName: '', lastName: 'Dr.' }],
  ['Robert Null', { firstName: 'Robert', lastName: 'Null' }],
];

describe('a full name', () => {
  it.each(CASES)('%j is split', (text, expected) => {
    expect(fromFullName(text)).toEqual(expected);
  });

  it('follows the order of its column when both words could be either', () => {
    expect(fromFullName('Bui Thanh', 'last_first')).toMatchObject({ firstName: 'Thanh', lastName: 'Bui' });
    expect(fromFullName('Martin Werner', 'last_first')).toMatchObject({ firstName: 'Werner', lastName: 'Martin' });
  });
});

describe('name cells', () => {
  it.each([
    [
      { first: 'Anna', last: 'Dr. Meier' },
      { title: 'Dr.', firstName: 'Anna', lastName: 'Meier' },
    ],
    [
      { first: 'ANNA', last: 'VON GUNTEN' },
      { firstName: 'Anna', lastName: 'von Gunten' },
    ],
    [
      { first: 'Frau Anna', last: 'Meier-Huber geb. Huber' },
      { salutation: 'Frau', firstName: 'Anna', lastName: 'Meier-Huber', birthName: 'Huber' },
    ],
    [
      { first: 'Anna', last: '' },
      { firstName: 'Anna', lastName: '' },
    ],
    [
      { first: '', last: 'Meier Anna' },
      { firstName: 'Anna', lastName: 'Meier' },
    ],
    [
      { first: '', last: '', full: 'Meier, Anna' },
      { firstName: 'Anna', lastName: 'Meier' },
    ],
    [
      { first: 'Kim', last: 'Null' },
      { firstName: 'Kim', lastName: 'Null' },
    ],
  ])('%j are joined', (cells, expected) => {
    expect(readPersonName(cells)).toEqual(expected);
  });
});

/** All letters, without marks and sorted, so that order and case do not matter. */
const letters = (text: string) =>
  Array.from(
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
    .toSorted()
    .join('');

describe('no letter of a name', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Anna',
      'MEIER',
      'von',
      'der',
      'Dr.',
      'Prof.',
      'Herr',
      'Frau',
      'Müller-Lüdenscheidt',
      "O'Neill",
      'McDonald',
      'de',
      'la',
      'García',
      'Dipl.-Ing.',
      'MBA',
      'Nguyen',
      '王小明',
      'ß',
      'Weiß,',
      'Hans,',
      '(Lisa)',
      'A.',
      'M.Sc.',
      'Jr.,',
    ),
    fc.stringMatching(/^[A-Za-zÄÖÜäöüßéèçñ'-]{1,12}[.,]?$/),
  );

  it('is lost from a full name', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 7 }),
        fc.constantFrom('first_last' as const, 'last_first' as const, undefined),
        (words, order) => {
          fc.pre(!words.some((text) => /^(?:geb|nee|née|born|geborene[rn]?)[.,:]?$/i.test(text)));
          const name = fromFullName(words.join(' '), order);
          const kept = [name.title, name.salutation, name.firstName, name.lastName, name.birthName].join(' ');
          expect(letters(kept)).toBe(letters(words.join(' ')));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is lost from two cells', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 3 }), fc.array(word, { maxLength: 4 }), (first, last) => {
        const [one, other] = [first.join(' '), last.join(' ')];
        const name = readPersonName({ first: one, last: other });
        expect(letters([name.title, name.salutation, name.firstName, name.lastName, name.birthName].join(' '))).toBe(
          letters(one + other),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('makes it throw', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(() => fromFullName(text)).not.toThrow();
      }),
    );
  });
});
