import { describe, expect, it } from 'vitest';
import { dayFromWords } from './due-words.ts';

/** A Monday. */
const TODAY = '2026-11-23';
const understood = (words: readonly string[]) => words.map((one) => dayFromWords(one, TODAY));

describe('due words', () => {
  it('knows the next days in both languages', () => {
    expect(understood(['heute', 'Morgen', 'tomorrow', 'übermorgen'])).toEqual([
      TODAY,
      '2026-11-24',
      '2026-11-24',
      '2026-11-25',
    ]);
  });

  it('counts days, weeks and months', () => {
    expect(understood(['in 3 Wochen', 'in 3 weeks', 'in zwei Tagen', 'in a month', 'in einem Jahr'])).toEqual([
      '2026-12-14',
      '2026-12-14',
      '2026-11-25',
      '2026-12-23',
      '2027-11-23',
    ]);
  });

  it('takes a weekday as the coming one and next as the one of next week', () => {
    expect(understood(['Freitag', 'on Friday', 'nächsten Dienstag', 'next tuesday', 'montag'])).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-12-01',
      '2026-12-01',
      '2026-11-30',
    ]);
  });

  it('reads dates and looks ahead when the year is missing', () => {
    expect(understood(['14. März', '14.3.', '14.3.27', 'March 14', '14 March 2028', '2027-01-05', '24.11.'])).toEqual([
      '2027-03-14',
      '2027-03-14',
      '2027-03-14',
      '2027-03-14',
      '2028-03-14',
      '2027-01-05',
      '2026-11-24',
    ]);
  });

  it('stays within the month and knows its end', () => {
    expect(dayFromWords('in 1 month', '2026-01-31')).toBe('2026-02-28');
    expect(dayFromWords('Ende Monat', TODAY)).toBe('2026-11-30');
  });

  it('lets a time of day stand behind the day', () => {
    expect(understood(['morgen 9 Uhr', 'tomorrow 9:30 am'])).toEqual(['2026-11-24', '2026-11-24']);
  });

  it('understands nothing where nothing is meant', () => {
    expect(understood(['', 'bald', '31. Februar', 'in wochen', '40.13.'])).toEqual(Array(5).fill(undefined));
  });
});
