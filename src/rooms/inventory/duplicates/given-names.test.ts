import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { givenNameGroups } from './given-names.ts';

function areVariants(one: string, other: string): boolean {
  return givenNameGroups(fold(one)).some((group) => givenNameGroups(fold(other)).includes(group));
}

describe('the table of given names', () => {
  it.each([
    ['Johannes', 'Hannes'],
    ['Josef', 'Sepp'],
    ['Georg', 'Schorsch'],
    ['Verena', 'Vreni'],
    ['Jürg', 'Jürgen'],
    ['William', 'Bill'],
    ['Giuseppe', 'Josef'],
    ['Katarzyna', 'Kasia'],
    ['Mehmet', 'Mohammed'],
    ['Ayşe', 'Aisha'],
  ])('knows %s as %s', (one, other) => {
    expect(areVariants(one, other)).toBe(true);
  });

  it.each([
    ['Christian', 'Christoph'],
    ['Jan', 'Jana'],
    ['Daniel', 'Daniela'],
    ['Marie', 'Mario'],
    ['Hans', 'Hanna'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(areVariants(one, other)).toBe(false);
    expect([one, other].every((name) => givenNameGroups(fold(name)).length > 0)).toBe(true);
  });
});
