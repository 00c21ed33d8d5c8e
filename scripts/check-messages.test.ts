import { describe, expect, it } from 'vitest';
import { compareLanguages, compareWithCode, missingKeys, readCode } from './check-messages.ts';

describe('checking messages', () => {
  it('finds a key that one language lacks', () => {
    expect(compareLanguages('talents', { a: 'Eins', b: 'Zwei' }, { a: 'One' })).toEqual([
      'talents: b is missing in en',
    ]);
  });

  it('finds a value that only one language names', () => {
    expect(compareLanguages('talents', { a: '{{name}} und {{place}}' }, { a: '{{name}}' })).toHaveLength(1);
  });

  it('lets German say Du where English has one word for both, and holds the two against each other', () => {
    const du = (sentence: string) =>
      compareLanguages('consent', { a: 'Sie, {{name}}', a_du: sentence }, { a: 'You, {{name}}' });

    expect(du('Du, {{name}}')).toEqual([]);
    expect(du('Du')).toHaveLength(1);
    expect(compareLanguages('consent', { b_du: 'Du' }, {})).toHaveLength(1);
    expect(compareWithCode('consent', { a: 'Sie', a_du: 'Du' }, readCode(["t('a.b'); words('a')"]))).toEqual([]);
  });

  it('finds a sentence that nothing asks for', () => {
    const asked = readCode(["t('list.title'); t(`warmth.${step}`)"]);

    expect(compareWithCode('ui', { list: { title: 'Liste', old: 'Alt' }, warmth: { mild: 'mild' } }, asked)).toEqual([
      'ui: nothing asks for list.old',
    ]);
  });

  it('knows plural forms by their stem', () => {
    const asked = readCode(["t('list.hits', { count })"]);

    expect(compareWithCode('ui', { list: { hits_one: 'ein Treffer', hits_other: 'Treffer' } }, asked)).toEqual([]);
  });

  it('finds a key that nobody wrote', () => {
    expect(missingKeys('ui', { list: { title: 'Liste' } }, new Set(['list.title', 'list.gone']))).toEqual([
      'ui: list.gone is asked for and not written',
    ]);
  });
});
