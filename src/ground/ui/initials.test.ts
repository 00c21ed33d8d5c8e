import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

describe('initials', () => {
  it('leaves titles and small words out', () => {
    expect(initialsOf('Dr. Ayşe Yıldırım-Hoffmann')).toBe('AY');
    expect(initialsOf('Maximilian von Tettenborn-Lüdeking')).toBe('MT');
  });

  it('takes one letter of a single name', () => {
    expect(initialsOf('Đurić')).toBe('Đ');
  });
});
