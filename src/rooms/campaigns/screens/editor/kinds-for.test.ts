import { describe, expect, it } from 'vitest';
import { kindsFor } from './kinds-for.ts';

const KINDS = [
  { kind: 'text' as const, words: 'Text Absätze und Listen' },
  { kind: 'picture' as const, words: 'Bild Foto oder Zeichnung mit Text für alle' },
];

describe('the list of kinds', () => {
  it('shows all as long as nothing is typed', () => {
    expect(kindsFor('', KINDS)).toEqual(['text', 'picture']);
  });

  it('finds by name before it finds by description', () => {
    expect(kindsFor('te', KINDS)).toEqual(['text', 'picture']);
    expect(kindsFor('Foto', KINDS)).toEqual(['picture']);
    expect(kindsFor('oder zeich', KINDS)).toEqual(['picture']);
    expect(kindsFor('knopf', KINDS)).toEqual([]);
  });
});
