import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlike, isWithinTypingErrors, jaroWinkler, spellingOf, typingErrors } from './similarity.ts';

describe('Jaro–Winkler similarity', () => {
  // Values from Winkler's papers.
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.8133],
    ['abc', 'xyz', 0],
  ])('of %s and %s is %f', (one, other, expected) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(expected, 3);
  });
});

describe('typing errors', () => {
  it.each([
    ['mueller', 'muelelr', 1],
    ['weber', 'webr', 1],
    ['weber', 'weeber', 1],
    ['weber', 'wober', 1],
    ['weber', 'weber', 0],
    ['weber', 'bauer', 3],
  ])('between %s and %s are %i', (one, other, errors) => {
    expect(typingErrors(one, other, 2)).toBe(Math.min(errors, 3));
  });
});

describe('the quick look at the letters', () => {
  const word = string({ unit: constantFrom('a', 'b', 'c', 'd', 'e', 'h', 'n', 'r', 's', 't'), maxLength: 9 });

  it('never rules out a pair that is alike', () => {
    assert(
      property(word, word, (one, other) => {
        expect(isAlike(spellingOf(one), spellingOf(other), 0.84)).toBe(
          one !== '' && other !== '' && jaroWinkler(one, other) >= 0.84,
        );
      }),
    );
  });

  it('never rules out a pair within the typing errors', () => {
    assert(
      property(word, word, (one, other) => {
        expect(isWithinTypingErrors(spellingOf(one), spellingOf(other), 2)).toBe(typingErrors(one, other, 2) <= 2);
      }),
    );
  });
});
