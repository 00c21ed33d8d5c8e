import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { DEFAULT_RULES } from '../classification/rules.ts';
import { previewClassification } from './preview.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

it('tells how many people the changed rules would find, and changes nobody', async () => {
  const ctx = house.ctxFor('administrator');
  await keepPeople(ctx, [aPerson(house.entityId), aPerson(house.entityId)]);
  const withoutContacts = DEFAULT_RULES.rules.map((rule) =>
    rule.segment === 'passive_contact' ? { ...rule, isOn: false } : rule,
  );

  const { now, after, sampled } = await previewClassification(ctx, { ...DEFAULT_RULES, rules: withoutContacts });

  expect(sampled).toBe(2);
  expect([now['passive_contact'], after['passive_contact']]).toEqual([2, undefined]);
  expect(await house.db.selectFrom('classifications').selectAll().execute()).toEqual([]);
});
