import { describe, expect, it } from 'vitest';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { DEPARTURES, QUESTIONS, TODAY, WILLING } from './contact-cases.ts';
import { decideContact } from './contact.ts';
import type { ContactReason } from './types-contact.ts';

/** Every reason that any question gets in any situation of the decision table, once. */
const REASONS = new Map<string, ContactReason>(
  Object.values(DEPARTURES).flatMap((departure) =>
    QUESTIONS.flatMap((question) =>
      decideContact({ ...WILLING, ...departure }, question, TODAY).reasons.map((one) => [one.code, one] as const),
    ),
  ),
);

describe.each(['de', 'de-CH', 'en'] as const)('a reason in %s', (language) => {
  it('has a sentence, and the decision gives every fact that the sentence names', () => {
    const words = serverMessages(language);

    const told = [...REASONS.values()].map(({ code, params }) => words('consent', `contact.reason.${code}`, params));

    expect(REASONS.size).toBeGreaterThan(25);
    expect(told.filter((sentence) => /\{\{|contact\.reason|undefined/u.test(sentence))).toEqual([]);
  });
});
