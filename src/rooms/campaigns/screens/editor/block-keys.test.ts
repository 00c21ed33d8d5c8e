import { describe, expect, it } from 'vitest';
import { blockKey } from './block-keys.ts';

const press = (key: string, changes = {}) => ({ key, altKey: false, ctrlKey: false, metaKey: false, ...changes });
const here = { ids: ['one', 'two', 'three'], at: 'two', mayWrite: true };

describe('keys on a block', () => {
  it('walk with the arrows and stop at the ends', () => {
    expect(blockKey(press('ArrowDown'), here)).toEqual({ is: 'go', to: 'three' });
    expect(blockKey(press('ArrowUp'), here)).toEqual({ is: 'go', to: 'one' });
    expect(blockKey(press('ArrowDown'), { ...here, at: 'three' })).toBeUndefined();
    expect(blockKey(press('ArrowUp'), { ...here, at: 'one' })).toBeUndefined();
    expect(blockKey(press('End'), here)).toEqual({ is: 'go', to: 'three' });
  });

  it('move with Alt and the arrows', () => {
    expect(blockKey(press('ArrowUp', { altKey: true }), here)).toEqual({ is: 'step', by: -1 });
  });

  it('add, choose, copy and remove', () => {
    expect(blockKey(press('Enter'), here)).toEqual({ is: 'add' });
    expect(blockKey(press('/'), here)).toEqual({ is: 'menu' });
    expect(blockKey(press('d'), here)).toEqual({ is: 'copy' });
    expect(blockKey(press('Delete'), here)).toEqual({ is: 'remove' });
  });

  it('only walk where nothing may be changed', () => {
    const reading = { ...here, mayWrite: false };

    expect(blockKey(press('ArrowUp'), reading)).toEqual({ is: 'go', to: 'one' });
    for (const key of ['Enter', '/', 'Delete', 'd', 'e']) expect(blockKey(press(key), reading)).toBeUndefined();
    expect(blockKey(press('ArrowUp', { altKey: true }), reading)).toBeUndefined();
  });

  it('leave combinations with Ctrl to others', () => {
    expect(blockKey(press('d', { ctrlKey: true }), here)).toBeUndefined();
  });
});
