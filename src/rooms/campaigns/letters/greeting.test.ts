import { describe, expect, it } from 'vitest';
import { greetingOf } from './greeting.ts';

const greet = (given: Partial<Parameters<typeof greetingOf>[0]>) =>
  greetingOf({ language: 'de', form: 'formal', title: null, firstName: 'Beat', lastName: 'Rüegsegger', ...given });

describe('a greeting', () => {
  it.each([
    [{}, 'Guten Tag Beat Rüegsegger'],
    [{ title: 'Dr.' }, 'Guten Tag Dr. Beat Rüegsegger'],
    [{ title: 'Prof. Dr. med.' }, 'Guten Tag Prof. Dr. Beat Rüegsegger'],
    [{ title: 'Dipl.-Ing.' }, 'Guten Tag Beat Rüegsegger'],
    [{ title: 'Dr.', lastName: null }, 'Guten Tag Beat'],
    [{ firstName: null }, 'Guten Tag Rüegsegger'],
    [{ firstName: ' ', lastName: '' }, 'Guten Tag'],
    [{ form: 'informal' }, 'Hallo Beat'],
    [{ form: 'informal', firstName: null }, 'Hallo Rüegsegger'],
    [{ form: 'informal', firstName: null, lastName: null }, 'Hallo'],
    [{ language: 'en' }, 'Dear Beat Rüegsegger'],
    [{ language: 'en', title: 'Dr.' }, 'Dear Dr Rüegsegger'],
    [{ language: 'en', title: 'Prof. Dr.' }, 'Dear Professor Rüegsegger'],
    [{ language: 'en', form: 'informal' }, 'Hello Beat'],
    [{ language: 'en', firstName: null, lastName: null }, 'Hello'],
  ] as const)('%o is: %s', (given, expected) => {
    expect(greet(given)).toBe(expected);
  });
});
