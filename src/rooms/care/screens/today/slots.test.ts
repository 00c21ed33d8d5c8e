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

const somebody = (id: string, repliedOn?: string): TodayEntry => ({
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
  reasons: [
    repliedOn
      ? { kind: 'reply', ...facts(id), since: repliedOn, channel: 'mail', words: null }
      : { kind: 'consent_ends', ...facts(id), endsOn: '2026-12-14', daysLeft: 21 },
  ],
});
const dealtWith = (talentId: string): Handled => ({ talentId, name: talentId, act: 'done', on: null });
const names = (slots: ReturnType<typeof slotsOf>) => slots.map(({ kind, talentId }) => `${kind} ${talentId}`);

describe('the five places of the morning', () => {
  it('keep their order when somebody was dealt with', () => {
    const slots = slotsOf({
      five: [somebody('a'), somebody('c')],
      handled: [dealtWith('b')],
      order: ['a', 'b', 'c'],
      perDay: 5,
      earlier: 0,
      today: '2026-11-23',
    });

    expect(names(slots)).toEqual(['open a', 'handled b', 'open c']);
    expect(slots.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('end after the number that was agreed: nobody moves up', () => {
    const slots = slotsOf({
      five: [somebody('c'), somebody('d')],
      handled: [dealtWith('a'), dealtWith('b')],
      order: ['a', 'b', 'c'],
      perDay: 3,
      earlier: 0,
      today: '2026-11-23',
    });

    expect(names(slots)).toEqual(['handled a', 'handled b', 'open c']);
  });

  it('make room for an answer of today, and for no older one', () => {
    const slots = slotsOf({
      five: [somebody('b', '2026-11-23'), somebody('c', '2026-11-20')],
      handled: [dealtWith('a')],
      order: ['a'],
      perDay: 1,
      earlier: 0,
      today: '2026-11-23',
    });

    expect(names(slots)).toEqual(['handled a', 'open b']);
  });

  it('stay used up after a reload', () => {
    const slots = slotsOf({
      five: [somebody('c'), somebody('d')],
      handled: [],
      order: [],
      perDay: 3,
      earlier: 2,
      today: '2026-11-23',
    });

    expect(names(slots)).toEqual(['open c']);
  });

  it('lead to the next one who is open, and from the last to the first', () => {
    const slots = slotsOf({
      five: [somebody('a'), somebody('c')],
      handled: [dealtWith('b')],
      order: ['a', 'b', 'c'],
      perDay: 5,
      earlier: 0,
      today: '2026-11-23',
    });

    expect(nextOpen(slots, 'a')).toBe('c');
    expect(nextOpen(slots, 'c')).toBe('a');
  });
});
