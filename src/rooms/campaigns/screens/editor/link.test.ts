import { describe, expect, it } from 'vitest';
import { linkOf } from './link.ts';

describe('a link as it is typed', () => {
  it.each([
    ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
    [' example.com/stellen ', 'https://example.com/stellen'],
    ['mara@firma.example', 'mailto:mara@firma.example'],
    ['mailto:mara@firma.example', 'mailto:mara@firma.example'],
    ['firma.example:8443/a', 'https://firma.example:8443/a'],
  ])('reads %s', (typed, link) => {
    expect(linkOf(typed)).toBe(link);
  });

  it.each(['', '   ', 'javascript:alert(1)', 'data:text/html,x', 'nur ein Wort', 'ftp://firma.example', 'http://'])(
    'refuses %s',
    (typed) => {
      expect(linkOf(typed)).toBeUndefined();
    },
  );
});
