import { array, assert, integer, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompactIndex, CompactSet } from './compact.ts';

const entries = array(tuple(string({ maxLength: 3 }), integer({ min: 0, max: 1_000_000 })), { maxLength: 5_000 });

describe('numbers by text in little memory', () => {
  it('are found as in an ordinary map, in the order in which they came', () => {
    assert(
      property(entries, (given) => {
        const index = new CompactIndex();
        for (const [text, number] of given) index.add(text, number);
        const wanted = Map.groupBy(given, ([text]) => text);
        for (const [text, some] of wanted) expect(index.of(text)).toEqual(some.map(([, number]) => number));
        expect(index.has('never added')).toBe(false);
        expect(index.of('never added')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('are found among many', () => {
    const index = new CompactIndex();
    for (let number = 0; number < 50_000; number += 1) index.add(`email:${number}@mail.example`, number);

    expect(index.of('email:49999@mail.example')).toEqual([49_999]);
    expect(index.has('email:50000@mail.example')).toBe(false);
  });
});

describe('a set of texts in little memory', () => {
  it('knows what was added and nothing else', () => {
    const set = new CompactSet();
    for (let number = 0; number < 50_000; number += 2) set.add(`fact ${number}`);

    const wrong = Array.from({ length: 50_000 }, (_, number) => number).filter(
      (number) => set.has(`fact ${number}`) !== (number % 2 === 0),
    );

    expect(wrong).toEqual([]);
  });
});
