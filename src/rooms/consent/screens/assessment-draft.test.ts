import { describe, expect, it } from 'vitest';
import { emptyDraft, mistakesOf } from './assessment-draft.ts';

describe('a new interest assessment', () => {
  it('is reviewed a year later unless somebody says otherwise', () => {
    expect(emptyDraft('2026-11-23').reviewOn).toBe('2027-11-23');
    expect(emptyDraft('2028-02-29').reviewOn).toBe('2029-02-28');
  });

  it('names all that is missing at once', () => {
    expect(mistakesOf({ ...emptyDraft('2026-11-23'), reviewOn: '2026-11-23' }, '2026-11-23')).toEqual({
      purpose: 'purpose_short',
      reasoning: 'reasoning_short',
      reviewOn: 'review_missing',
    });
  });

  it('is whole with a purpose, a reasoning and a day that lies ahead', () => {
    const draft = {
      ...emptyDraft('2026-11-23'),
      purpose: 'Kontakt halten',
      reasoning: 'Sie haben uns selbst angesprochen.',
    };

    expect(mistakesOf(draft, '2026-11-23')).toEqual({});
  });
});
