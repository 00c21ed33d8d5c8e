import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aReader, aWholeLetter, someParts } from '../testing-letter.ts';
import type { Block, Letter } from '../schema-letter.ts';
import { compileLetter } from './compile.ts';
import { line } from './templates/write.ts';

const RULES = 4;

interface Wish {
  /** Rule of a block, or none. */
  bit: number | undefined;
  languages: ('de' | 'en')[];
  isDivider: boolean;
}

const wish = fc.record<Wish>({
  bit: fc.option(fc.nat(RULES - 1), { nil: undefined }),
  languages: fc.subarray(['de', 'en'], { minLength: 1 }),
  isDivider: fc.boolean(),
});

const blockOf = ({ languages, isDivider }: Wish, i: number): Block =>
  isDivider
    ? { id: `block-${i}`, kind: 'divider' }
    : {
        id: `block-${i}`,
        kind: 'heading',
        words: Object.fromEntries(languages.map((language) => [language, { formal: line(`Baustein${i}x`) }])),
      };

const compiledFrom = (wishes: Wish[], onlyWithOwnBlock: boolean) => {
  const letter: Letter = { ...aWholeLetter(), onlyWithOwnBlock, blocks: wishes.map(blockOf) };
  const bits = new Map(wishes.flatMap(({ bit }, i) => (bit === undefined ? [] : [[`block-${i}`, bit] as const])));
  return compileLetter(someParts({ letter, bits }));
};

describe('blocks of a letter', () => {
  it('are for those whom their rule names, in the order of the letter, and nobody gets a letter without a word for them', () => {
    fc.assert(
      fc.property(
        fc.array(wish, { maxLength: 8 }),
        fc.boolean(),
        fc.bigInt(0n, 2n ** BigInt(RULES) - 1n),
        fc.constantFrom('de' as const, 'en' as const),
        (wishes, onlyWithOwnBlock, visible, language) => {
          const compiled = compiledFrom(wishes, onlyWithOwnBlock);
          const there = wishes
            .map((one, i) => ({ ...one, i }))
            .filter(({ isDivider, languages }) => isDivider || languages.includes(language));
          const seen = there.filter(({ bit }) => bit === undefined || (visible & (1n << BigInt(bit))) !== 0n);
          const hasRules = there.some(({ bit }) => bit !== undefined);
          const gets =
            seen.some(({ isDivider }) => !isDivider) &&
            (!onlyWithOwnBlock || !hasRules || seen.some(({ bit }) => bit !== undefined));
          const made = compiled.make(aReader({ language, visible }));
          const said = (words: Buffer | undefined) =>
            words
              ?.toString()
              .match(/Baustein\d+x/g)
              ?.map((word) => Number.parseInt(word.slice(8), 10));

          expect(made !== undefined).toBe(gets);
          expect(compiled.seenBy({ language, visible })).toEqual(gets ? seen.map(({ i }) => `block-${i}`) : []);
          if (!made) return;
          const spoken = seen.filter(({ isDivider }) => !isDivider).map(({ i }) => i);
          expect(said(made.html)).toEqual(spoken);
          expect(said(made.text)).toEqual(spoken);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a letter in stretches', () => {
  const compiled = compileLetter(someParts());

  it('is the same letter, byte for byte', () => {
    for (const visible of [0n, 1n, 2n, 3n]) {
      const [whole, parts] = [compiled.make(aReader({ visible })), compiled.stretches(aReader({ visible }))];
      const joined = (stretches: readonly (Buffer | string)[] = []) =>
        Buffer.concat(stretches.map((one) => Buffer.from(one)));

      expect(joined(parts?.html).equals(whole?.html ?? Buffer.of())).toBe(true);
      expect(joined(parts?.text).equals(whole?.text ?? Buffer.of())).toBe(true);
    }
  });

  it('has the same bytes as one object for everybody, whatever else they see', () => {
    const stretches = (visible: bigint) =>
      compiled.stretches(aReader({ visible, fields: { first_name: 'Ilse' } }))?.html ?? [];
    const all = new Set(stretches(3n));

    expect(
      stretches(1n)
        .filter((one) => typeof one !== 'string')
        .every((one) => all.has(one)),
    ).toBe(true);
  });

  it('has few words of a reader’s own', () => {
    const own = compiled.stretches(aReader())?.html.filter((one) => typeof one === 'string');

    // The greeting, the day they agreed, and three links.
    expect(own).toHaveLength(5);
  });
});
