import { describe, expect, it } from 'vitest';
import { fold, withoutUmlauts } from './fold.ts';

describe('folding a text', () => {
  it.each([
    ['MÜLLER', 'mueller'],
    ['Weiß', 'weiss'],
    ['Nováková', 'novakova'],
    ['Yılmaz', 'yilmaz'],
    ['Łukasz', 'lukasz'],
    ["D'Angelo", 'dangelo'],
    ['  Hans - Peter ', 'hans peter'],
  ])('writes %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    ['Möldner', 'Moldner'],
    ['Bühler', 'Buehler'],
    ['Weiß', 'Weis'],
  ])('lets %s and %s meet where an export lost the umlauts', (one, other) => {
    expect(withoutUmlauts(fold(one))).toBe(withoutUmlauts(fold(other)));
  });
});
