import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats.ts';

const swiss = formatsFor('de-CH', 'Europe/Zurich');
const german = formatsFor('de', 'Europe/Berlin');
const english = formatsFor('en', 'Europe/London');
const now = new Date('2026-11-23T10:00:00Z');

describe('formats of a reader', () => {
  it('separates thousands as the country does', () => {
    expect(swiss.number(4812)).toBe('4’812');
    expect(german.number(4812)).toBe('4.812');
    expect(english.number(4812)).toBe('4,812');
  });

  it('quotes as the country does', () => {
    expect([swiss, german, english].map(({ quote }) => quote('Mara'))).toEqual(['«Mara»', '„Mara“', '“Mara”']);
  });

  it('shows the year in columns only when it is another one', () => {
    expect(german.dateShort('2026-03-14', now)).toBe('14. März');
    expect(german.dateShort('2027-03-14', now)).toBe('14. März 2027');
  });

  it('keeps a calendar date in every time zone', () => {
    expect(formatsFor('en', 'America/Los_Angeles').dateLong('2026-11-23')).toBe('23 November 2026');
  });

  it('shows an instant in the time zone of the reader', () => {
    expect(german.time('2026-11-23T08:42:00Z')).toBe('09:42');
    expect(english.time('2026-11-23T08:42:00Z')).toBe('08:42');
  });

  it('counts days by the calendar, not by hours', () => {
    expect(german.relative('2026-11-22', now)).toBe('gestern');
    expect(german.relative('2026-09-02', now)).toBe('vor 82 Tagen');
  });

  it('joins words as the language does', () => {
    expect(german.list(['Mail', 'Anruf', 'Brief'])).toBe('Mail, Anruf und Brief');
  });
});
