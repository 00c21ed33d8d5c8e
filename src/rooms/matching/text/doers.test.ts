import { describe, expect, it } from 'vitest';
import { doerTitle } from './doers.ts';

describe('a title that names a deed', () => {
  it.each([
    ['Entwicklung Leistungselektronik (m/w/d)', 'Entwickler Leistungselektronik (m/w/d)'],
    ['Data Engineering', 'Data Engineer'],
    ['Software Testing', 'Software Tester'],
    ['Leitung Prüffeld', 'Leiter Prüffeld'],
    ['Konstruktion', 'Konstrukteur'],
    ['Einkauf Elektronik', 'Einkäufer Elektronik'],
    ['Bäckerin', 'Bäckerin'],
    ['Jung', 'Jung'],
  ])('"%s" is "%s"', (title, doer) => {
    expect(doerTitle(title)).toBe(doer);
  });
});
