import { describe, expect, it } from 'vitest';
import { isSurelySame } from './identify.ts';

const anna = { firstName: 'Anna', lastName: 'Krähenbühl' };

describe('one person without asking anybody', () => {
  it('takes the same source id for the same person, whatever the name', () => {
    expect(isSurelySame({ kind: 'source', value: '4711' }, anna, { firstName: 'A.', lastName: 'Zürcher' })).toBe(true);
  });

  it('recognises somebody who married by mail address and given name', () => {
    expect(
      isSurelySame({ kind: 'email', value: 'anna@mail.example' }, anna, { firstName: 'Anna', lastName: 'Zürcher' }),
    ).toBe(true);
  });

  it('keeps two people apart who share a family address', () => {
    expect(
      isSurelySame({ kind: 'email', value: 'familie@mail.example' }, anna, {
        firstName: 'Urs',
        lastName: 'Krähenbühl',
      }),
    ).toBe(false);
  });

  it('accepts an initial and a second given name', () => {
    expect(
      isSurelySame({ kind: 'email', value: 'a@mail.example' }, anna, { firstName: 'A.', lastName: 'Krähenbühl' }),
    ).toBe(true);
    expect(
      isSurelySame({ kind: 'email', value: 'a@mail.example' }, anna, {
        firstName: 'Anna Maria',
        lastName: 'Krähenbühl',
      }),
    ).toBe(true);
  });

  it('wants the whole name to agree when only the phone is shared', () => {
    expect(
      isSurelySame({ kind: 'phone', value: '+41791112233' }, anna, { firstName: 'Anna', lastName: 'Zürcher' }),
    ).toBe(false);
    expect(
      isSurelySame({ kind: 'phone', value: '+41791112233' }, anna, { firstName: 'anna', lastName: 'Kraehenbuehl' }),
    ).toBe(false);
    expect(
      isSurelySame({ kind: 'phone', value: '+41791112233' }, anna, { firstName: 'Anna', lastName: 'Krahenbuhl' }),
    ).toBe(true);
  });
});
