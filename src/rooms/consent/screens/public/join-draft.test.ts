import { describe, expect, it } from 'vitest';
import { EMPTY_JOIN, missingIn } from './join-draft.ts';

const whole = { ...EMPTY_JOIN, firstName: 'Zoë', lastName: 'Brändli', email: 'zoe@mail.example', stays: true };

describe('what a sign-up still needs', () => {
  it('is a name, an address and the yes to staying; topics are nobody’s condition', () => {
    expect(missingIn(EMPTY_JOIN)).toEqual(['firstName', 'lastName', 'email', 'stays']);
    expect(missingIn(whole)).toEqual([]);
  });

  it.each([
    ['spaces for a name', { firstName: '   ' }, 'firstName'],
    ['an address without a place', { email: 'zoe@' }, 'email'],
    ['no yes', { stays: false }, 'stays'],
  ])('is told about %s', (_, given, field) => {
    expect(missingIn({ ...whole, ...given })).toEqual([field]);
  });
});
