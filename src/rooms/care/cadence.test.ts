import { describe, expect, it } from 'vitest';
import type { RhythmFacts, Span } from './cadence.ts';
import { daysBetween, inYear, isRhythm, nextDueOn, plusDays } from './cadence.ts';
import { daysOff, holidaysOf, nextWorkingDay } from './working-days.ts';

const zurich = await holidaysOf('CH-ZH');
const workingDay = (day: string) => nextWorkingDay(day, zurich);
const aRhythm = (given: Partial<RhythmFacts> = {}): RhythmFacts => ({
  everyDays: 90,
  ownEveryDays: null,
  joinedOn: '2026-01-05',
  lastTouchOn: null,
  countedFrom: null,
  pauses: [],
  quiet: [],
  comeBackOn: null,
  startsOn: '2026-01-01',
  endsOn: null,
  ...given,
});
const dueOn = (given: Partial<RhythmFacts> = {}) => nextDueOn(aRhythm(given), workingDay);

describe('when somebody is due next', () => {
  it('counts from the last contact, and from the day of joining where there was none', () => {
    expect(dueOn()).toBe('2026-04-07');
    expect(dueOn({ lastTouchOn: '2026-03-02' })).toBe('2026-06-01');
  });

  it('follows the rhythm of the person rather than that of the plan', () => {
    expect(dueOn({ lastTouchOn: '2026-03-02', ownEveryDays: 30 })).toBe('2026-04-01');
  });

  it('counts from "done" when there was no contact later', () => {
    expect(dueOn({ lastTouchOn: '2026-03-02', countedFrom: '2026-05-04' })).toBe('2026-08-03');
    expect(dueOn({ lastTouchOn: '2026-05-05', countedFrom: '2026-05-04' })).toBe('2026-08-03');
  });

  it('waits for the next working day on weekends and holidays of the region', () => {
    expect(dueOn({ everyDays: 7, lastTouchOn: '2026-03-28' })).toBe('2026-04-07');
    expect(dueOn({ everyDays: 7, lastTouchOn: '2026-12-18' })).toBe('2026-12-28');
  });

  it('waits until a pause or a silence is over, also when one follows the other', () => {
    expect(dueOn({ pauses: ['2026-06-30', null] })).toBe('2026-07-01');
    expect(dueOn({ quiet: [{ from: '2026-04-01', until: '2026-04-30' }] })).toBe('2026-05-04');
    const twice = [
      { from: '2026-04-01', until: '2026-04-30' },
      { from: '2026-05-01', until: '2026-05-17' },
    ];
    expect(dueOn({ quiet: twice })).toBe('2026-05-18');
  });

  it('is not kept back by a silence that begins later', () => {
    expect(dueOn({ quiet: [{ from: '2026-04-20', until: '2026-04-30' }] })).toBe('2026-04-07');
  });

  it('never comes before the day the person named', () => {
    expect(dueOn({ comeBackOn: '2026-09-14' })).toBe('2026-09-14');
    expect(dueOn({ comeBackOn: '2026-02-02' })).toBe('2026-04-07');
  });

  it('is nobody who objected for good, whose plan is over by then, or who has no rhythm', () => {
    expect(dueOn({ quiet: [{ from: '2026-02-01', until: '9999-12-31' }] })).toBeNull();
    expect(dueOn({ endsOn: '2026-04-06' })).toBeNull();
    expect(dueOn({ everyDays: null })).toBeNull();
  });

  it('refuses a rhythm of nothing, of half a day, and of a lifetime', () => {
    expect([0, -7, 6, 7.5, 1096, 10_000].filter(isRhythm)).toEqual([]);
    expect([7, 90, 1095].filter(isRhythm)).toEqual([7, 90, 1095]);
  });
});

describe('a next date, whatever the facts are', () => {
  const random = randomFrom(11);
  const cases = Array.from({ length: 3_000 }, () => randomRhythm(random));

  it('lies on a working day, in no silence and no pause, and never before rhythm or named day', () => {
    for (const facts of cases) {
      const due = nextDueOn(facts, workingDay);
      if (due === null) continue;
      expect(workingDay(due)).toBe(due);
      expect(facts.quiet.filter(({ from, until }) => due >= from && due <= until)).toEqual([]);
      expect(facts.pauses.filter((until) => until !== null && due <= until)).toEqual([]);
      expect([facts.comeBackOn, facts.startsOn].filter((day) => day !== null && due < day)).toEqual([]);
      expect(daysBetween(baseOf(facts), due)).toBeGreaterThanOrEqual(everyOf(facts));
    }
  });

  it('is the first such day: the day before is refused by something', () => {
    for (const facts of cases) {
      const due = nextDueOn(facts, workingDay);
      if (due === null) continue;
      expect(due).toBe(firstDayByTrying(facts));
    }
  });

  it('never comes earlier because of a later contact', () => {
    for (const facts of cases) {
      const [before, after] = [facts, { ...facts, lastTouchOn: plusDays(facts.lastTouchOn ?? facts.joinedOn, 20) }];
      const [first, second] = [nextDueOn(before, workingDay), nextDueOn(after, workingDay)];
      if (first !== null && second !== null) expect(second >= first).toBe(true);
    }
  });
});

const baseOf = ({ lastTouchOn, joinedOn, countedFrom }: RhythmFacts) =>
  [lastTouchOn ?? joinedOn, countedFrom ?? ''].toSorted().at(-1) ?? '';
const everyOf = ({ ownEveryDays, everyDays }: RhythmFacts) => ownEveryDays ?? everyDays ?? 0;

/** Day by day, without any cleverness. */
function firstDayByTrying(facts: RhythmFacts): string {
  let day = plusDays(baseOf(facts), everyOf(facts));
  const isRefused = (on: string) =>
    on < facts.startsOn ||
    on < (facts.comeBackOn ?? '') ||
    facts.pauses.some((until) => until !== null && on <= until) ||
    facts.quiet.some(({ from, until }) => on >= from && on <= until) ||
    zurich(Number(on.slice(0, 4))).has(on) ||
    [0, 6].includes(new Date(on).getUTCDay());
  while (isRefused(day)) day = plusDays(day, 1);
  return day;
}

function randomRhythm(random: (below: number) => number): RhythmFacts {
  const someDay = () => plusDays('2026-01-01', random(500));
  const perhaps = <T>(make: () => T): T | null => (random(3) === 0 ? make() : null);
  const span = (): Span => {
    const from = someDay();
    return { from, until: plusDays(from, random(60)) };
  };
  return aRhythm({
    everyDays: 7 + random(200),
    ownEveryDays: perhaps(() => 7 + random(300)),
    joinedOn: someDay(),
    lastTouchOn: perhaps(someDay),
    countedFrom: perhaps(someDay),
    pauses: [perhaps(someDay), perhaps(someDay)],
    quiet: Array.from({ length: random(4) }, span),
    comeBackOn: perhaps(someDay),
    startsOn: someDay(),
  });
}

/** The same numbers in every run (a linear congruential generator). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('days of the calendar', () => {
  it('keeps 29 February on the 28th in a year without one', () => {
    expect(inYear('2024-02-29', 2027)).toBe('2027-02-28');
    expect(inYear('2024-02-29', 2028)).toBe('2028-02-29');
    expect(inYear('2024-03-31', 2027)).toBe('2027-03-31');
  });

  it('counts whole days over both time changes', () => {
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(plusDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('names the next working day after a row of days off', () => {
    const easter = daysOff([2026], zurich).filter(({ on }) => on >= '2026-04-03' && on <= '2026-04-06');

    expect(easter.map(({ on, nextWorkingOn }) => [on, nextWorkingOn])).toEqual([
      ['2026-04-03', '2026-04-07'],
      ['2026-04-04', '2026-04-07'],
      ['2026-04-05', '2026-04-07'],
      ['2026-04-06', '2026-04-07'],
    ]);
  });

  it('takes the holidays of the region, not of the country alone', async () => {
    const [bavaria, berlin] = [await holidaysOf('DE-BY'), await holidaysOf('DE-BE')];

    expect(bavaria(2026).has('2026-01-06')).toBe(true);
    expect(berlin(2026).has('2026-01-06')).toBe(false);
  });
});
