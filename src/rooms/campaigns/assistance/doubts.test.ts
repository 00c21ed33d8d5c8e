import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtsIn } from './doubts.ts';

const SOURCE = [
  'Kellermatt Antriebe AG',
  'Im März eröffnen wir in Koblenz die neue Halle. 24 Menschen entwickeln dort Umrichter; Anna Zürcher leitet die Gruppe.',
  'Werkstattabend am 2026-12-10, Anmeldung: https://kellermatt.example/abend',
];
const german = (draft: string) => doubtsIn(draft, SOURCE, 'de');
const english = (draft: string) => doubtsIn(draft, SOURCE, 'en');

describe('doubts about a draft', () => {
  it('are none where everything stands in the sources', () => {
    expect(
      german('Seit März arbeiten 24 Menschen in der neuen Halle in Koblenz. Anna Zürcher leitet die Gruppe.'),
    ).toEqual([]);
    expect(english('Since March, 24 people have worked in Koblenz, and Anna Zürcher leads them.')).toEqual([]);
  });

  it('are none about a date that is written in another way or another language', () => {
    expect(german('Am Donnerstag, 10. Dezember, öffnen wir die Werkstatt.')).toEqual([]);
    expect(german('Kommen Sie am 10.12.2026 vorbei.')).toEqual([]);
    expect(english('Come by on Thursday, 10 December 2026.')).toEqual([]);
    expect(english('Come by on December 10, 2026.')).toEqual([]);
  });

  it.each([
    ['a number', 'Dort arbeiten 240 Menschen.', ['240']],
    ['a number in words', 'Wir suchen zwölf Menschen.', ['zwölf']],
    ['an amount with thousands', 'Wir investieren 4’500’000 Franken.', ['4’500’000']],
    ['another day', 'Am 11. Dezember öffnen wir.', ['11. Dezember']],
    ['another year', 'Am 10. Dezember 2027 öffnen wir.', ['10. Dezember 2027']],
    ['another weekday', 'Am Freitag öffnen wir die Werkstatt.', ['Freitag']],
    ['another month', 'Im April eröffnen wir die Halle.', ['April']],
    ['somebody else', 'Anna Meier leitet die Gruppe.', ['Anna Meier']],
    ['somebody by a title', 'Fragen beantwortet Frau Oberholzer gern.', ['Oberholzer']],
    ['another place', 'Die neue Halle steht in Winterthur.', ['Winterthur']],
    ['another company', 'Gemeinsam mit ABB entwickeln wir Umrichter.', ['ABB']],
    ['an address', 'Mehr dazu: https://kellermatt.example/jobs.', ['https://kellermatt.example/jobs']],
    ['a place for words that letters do not know', 'Ihr Lohn: {{salary}}', ['{{salary}}']],
  ])('name %s that the sources do not hold', (_, draft, expected) => {
    expect(german(draft)).toEqual(expected);
  });

  it('find names in English wherever they stand', () => {
    expect(english('The new hall in Winterthur opens soon.')).toEqual(['Winterthur']);
    expect(english('We work with Siemens on drives.')).toEqual(['Siemens']);
  });

  it('leave ordinary German nouns and places for the reader alone', () => {
    expect(
      german(
        'Guten Tag {{first_name}}, unsere Entwicklung wächst. Wir schreiben Ihnen, weil Technik Sie interessiert, und freuen uns auf Fragen.',
      ),
    ).toEqual([]);
  });

  it('come in the order of the draft, once each', () => {
    expect(german('Im April 300 Menschen, im April 300 Hallen, geleitet von Anna Meier.')).toEqual([
      'April',
      '300',
      'Anna Meier',
    ]);
  });

  it('are never about what was copied from the sources, and end for any text', () => {
    const words = fc.constantFrom(...SOURCE.join(' ').split(/\s+/));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.array(words, { maxLength: 20 }),
        (noise, some) => {
          expect(Array.isArray(doubtsIn(noise, [some.join(' ')], 'de'))).toBe(true);
          expect(doubtsIn(SOURCE.join('\n'), [...SOURCE, noise], 'de')).toEqual([]);
        },
      ),
    );
  });

  it('find every number that is put in somewhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 99_999_999 }), (number) => {
        fc.pre(number !== 2026);
        expect(german(`Dort stehen ${number} Maschinen.`)).toEqual([String(number)]);
      }),
    );
  });
});
