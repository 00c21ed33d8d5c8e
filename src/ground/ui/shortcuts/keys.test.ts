import { describe, expect, it } from 'vitest';
import { matches } from './keys.ts';

const pressed = (key: string, changes = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...changes,
});

describe('shortcuts', () => {
  it('knows a plain letter and leaves it alone with Ctrl', () => {
    expect(matches(pressed('c'), 'c')).toBe(true);
    expect(matches(pressed('c', { ctrlKey: true }), 'c')).toBe(false);
  });

  it('takes Ctrl and Command alike', () => {
    expect(matches(pressed('k', { metaKey: true }), 'mod+k')).toBe(true);
    expect(matches(pressed('k', { ctrlKey: true }), 'mod+k')).toBe(true);
  });

  it('knows a sign that needs Shift on some keyboards', () => {
    expect(matches(pressed('?', { shiftKey: true }), '?')).toBe(true);
  });

  it('leaves redo alone where undo is meant', () => {
    expect(matches(pressed('z', { ctrlKey: true, shiftKey: true }), 'mod+z')).toBe(false);
  });
});
