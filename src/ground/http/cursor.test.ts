import { describe, expect, it } from 'vitest';
import { cursorFrom, cutPage, pageAfter } from './cursor.ts';

const ID = '019ac1d2-3b4c-7d5e-8f60-718293a4b5c6';

describe('a place in a list', () => {
  it('comes back as it was handed out', () => {
    const { page, nextCursor } = cutPage(
      [
        { name: 'Frei', id: ID },
        { name: 'Moser', id: ID },
      ],
      1,
      ({ name, id }) => [name, id],
    );

    expect(page).toEqual([{ name: 'Frei', id: ID }]);
    expect(pageAfter(nextCursor ?? undefined, ['text', 'id'])).toEqual(['Frei', ID]);
  });

  it('is the start of the list where none is given', () => {
    expect(pageAfter(undefined, ['text'])).toBeUndefined();
    expect(pageAfter('', ['text'])).toBeUndefined();
  });

  it('is over with the last page', () => {
    expect(cutPage(['Frei'], 1, (name) => [name]).nextCursor).toBeNull();
  });

  it.each([
    ['no base64', '%%%'],
    ['of another length', cursorFrom(['Frei'])],
    ['of other kinds', cursorFrom([1, ID])],
    ['with an id that is none', cursorFrom(['Frei', 'x'])],
    ['without its id', cursorFrom(['Frei', null])],
  ])('is refused when it is %s', (_what, cursor) => {
    expect(() => pageAfter(cursor, ['text', 'id'])).toThrow('http.cursor_unreadable');
  });
});
