import { describe, expect, it } from 'vitest';
import { listStep } from './list-keys.ts';

const plain = (key: string) => ({ key, shiftKey: false });

describe('keys in a list', () => {
  it('walks down with j and stays on the last row', () => {
    expect(listStep(plain('j'), 3, 10, 8)).toEqual({ kind: 'move', to: 4 });
    expect(listStep(plain('j'), 9, 10, 8)).toEqual({ kind: 'move', to: 9 });
  });

  it('extends the marking with Shift and an arrow', () => {
    expect(listStep({ key: 'ArrowUp', shiftKey: true }, 3, 10, 8)).toEqual({ kind: 'extend', to: 2 });
  });

  it('leaves other letters to the screen', () => {
    expect(listStep(plain('n'), 3, 10, 8)).toBeUndefined();
  });
});
