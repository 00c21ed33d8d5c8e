import { describe, expect, it } from 'vitest';
import type { Dated } from './usable.ts';
import { stateOn } from './usable.ts';

const TODAY = '2026-11-23';
const anArticle = (changes: Partial<Dated> = {}): Dated => ({
  kind: 'article',
  onDate: null,
  usableUntil: null,
  isArchived: false,
  ...changes,
});

describe('whether a content may be told today', () => {
  it.each([
    ['an article without dates may', anArticle(), 'usable'],
    ['an article of tomorrow waits', anArticle({ onDate: '2026-11-24' }), 'later'],
    ['an article of today may', anArticle({ onDate: TODAY }), 'usable'],
    ['an article may on its last day', anArticle({ usableUntil: TODAY }), 'usable'],
    ['an article is over the day after', anArticle({ usableUntil: '2026-11-22' }), 'over'],
    ['an event of tomorrow may', anArticle({ kind: 'event', onDate: '2026-11-24' }), 'usable'],
    ['an event of yesterday is over', anArticle({ kind: 'event', onDate: '2026-11-22' }), 'over'],
    ['what was put away stays away', anArticle({ isArchived: true }), 'archived'],
  ])('%s', (_sentence, content, state) => {
    expect(stateOn(content, TODAY)).toBe(state);
  });
});
