import { beforeAll, describe, expect, it } from 'vitest';
import { companyOn } from '../company.ts';
import { randomFrom } from '../random.ts';
import type { History } from './history.ts';
import { historiesOf } from './history.ts';
import type { Relation } from './relations.ts';
import { relationsOf } from './relations.ts';

const TODAY = '2026-11-23';
let relations: Relation[];
let histories: History[];

beforeAll(async () => {
  relations = relationsOf(await companyOn(TODAY));
  histories = historiesOf(randomFrom(1), relations, TODAY);
}, 60_000);

describe('the histories of the sample company', () => {
  it('are the same from run to run', () => {
    expect(historiesOf(randomFrom(1), relations, TODAY)).toEqual(histories);
  });

  it('give at least 150 people a note in words', () => {
    const told = histories.filter(({ touches }) => touches.some(({ body, isBulk }) => body && !isBulk));

    expect(told.length).toBeGreaterThan(150);
  });

  it('lie in the past, on working days when they are personal', () => {
    const touches = histories.flatMap((history) => history.touches);
    const weekday = (daysAgo: number) => new Date(Date.parse(TODAY) - daysAgo * 86_400_000).getUTCDay();

    expect(touches.every(({ daysAgo }) => daysAgo > 0)).toBe(true);
    expect(
      histories
        .filter(({ care }) => care)
        .flatMap(({ touches }) => touches)
        .filter(({ isBulk, channel, daysAgo }) => !isBulk && channel !== 'event' && [0, 6].includes(weekday(daysAgo))),
    ).toEqual([]);
  });

  it('leave no word unfilled', () => {
    expect(JSON.stringify(histories)).not.toMatch(/\{\w+\}/);
  });

  it('have promises that are kept, open and overdue', () => {
    const promises = histories.flatMap((history) => history.promises);

    expect(promises.filter(({ isKept }) => isKept).length).toBeGreaterThan(5);
    expect(promises.filter(({ isKept, dueInDays }) => !isKept && dueInDays < 0).length).toBeGreaterThan(1);
    expect(promises.filter(({ isKept, dueInDays }) => !isKept && dueInDays >= 0).length).toBeGreaterThan(5);
  });
});
