import { describe, expect, it } from 'vitest';
import type { TodayEntry } from '../../schema-today.ts';
import type { Handled } from './handled.ts';
import { nextOpen, slotsOf } from './slots.ts';

const FACTS_WITHOUT_MEANING_HERE = {
  contact: [],
  suggestedChannel: 'phone' as const,
  reach: { hasMail: true, hasPhone: true, hasProfileLink: false },
  lastContact: null,
  touches: [],
  warmth: { value: 0.3, step: 3 as const, trend: 'steady' as const },
  ahead: [],
  endsOn: '2027-03-14',
  proposal: null,
};

const facts = (reminderId: string) => ({ reminderId, dueOn: '2026-11-23', overdueDays: 0 });

const somebody = (id: string): TodayEntry => ({
  ...FACTS_WITHOUT_MEANING_HERE,
  person: {
    id,
    title: null,
    firstName: 'Mara',
    lastName: id,
    role: null,
    employer: null,
    city: null,
    addressForm: null,
    language: null,
    segments: [],
    owner: null,
    deputy: null,
  },
  reasons: [{ kind: 'consent_ends', ...facts(id), endsOn: '2026-12-14', daysLeft: 21 }],
});
const dealtWith = (talentId: string): Handled => ({ talentId, name: talentId, act: 'done', on: null });
const names = (slots: ReturnType<typeof slotsOf>) => slots.map(({ kind, talentId }) => `${kind} ${talentId}`);

describe('the five places of the morning', () => {
  it('keep their order when somebody was dealt with', () => {
    const slots = slotsOf({
      five: [somebody('a'), somebody('c')],
      handled: [dealtWith('b')],
      order: ['a', 'b', 'c'],
    });

    expect(names(slots)).toEqual(['open a', 'handled b', 'open c']);
    expect(slots.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('begin with those who were dealt with when the page was loaded anew', () => {
    const slots = slotsOf({ five: [somebody('a'), somebody('c')], handled: [dealtWith('b')], order: [] });

    expect(names(slots)).toEqual(['handled b', 'open a', 'open c']);
  });

  it('fold somebody at once, before the server has been asked again', () => {
    const slots = slotsOf({
      five: [somebody('a'), somebody('b')],
      handled: [dealtWith('a')],
      order: ['a', 'b'],
    });

    expect(names(slots)).toEqual(['handled a', 'open b']);
  });

  it('lead to the next one who is open, and from the last to the first', () => {
    const slots = slotsOf({
      five: [somebody('a'), somebody('c')],
      handled: [dealtWith('b')],
      order: ['a', 'b', 'c'],
    });

    expect(nextOpen(slots, 'a')).toBe('c');
    expect(nextOpen(slots, 'c')).toBe('a');
  });
});
