import Holidays from 'date-holidays';
import type { Life } from './lives.ts';
import { plus } from './lives.ts';

/**
 * What a careful human with a calendar would expect, person by person and day by day, without anything of the program. The facts of the
 * clock: the work of a day is done at 04:00 UTC and looks one day ahead; people are contacted at 15:00; mornings begin at 06:00 in Zurich, at
 * 12:00 in New York and at 22:00 of the day before in Tokyo.
 */
export interface Year {
  first: string;
  days: number;
  everyDays: number;
}

/** `kind occasion` → the day on which it stood in Today for the first time. */
export type Shown = Map<string, string>;

const zurich = new Holidays('CH', 'ZH');
const daysOff = new Map<number, Set<string>>();
function isDayOff(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const known =
    daysOff.get(year) ??
    new Set(
      zurich
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    );
  daysOff.set(year, known);
  return known.has(day) || [0, 6].includes(new Date(day).getUTCDay());
}

interface Standing {
  key: string;
  due: string;
  kind: 'cadence' | 'come_back' | 'life_event' | 'promise';
}

/** One life while it is told. */
interface Tale {
  life: Life;
  year: Year;
  shown: Shown;
  standing: Map<string, Standing>;
  /** What was dealt with and never comes again. */
  over: Set<string>;
  /** The contact, or the first day, that the rhythm counts from. */
  base: string;
  answer: Life['notNow'];
}

export function expectedOf(life: Life, year: Year): Shown {
  const tale: Tale = {
    life,
    year,
    shown: new Map(),
    standing: new Map(),
    over: new Set(),
    base: year.first,
    answer: null,
  };
  const isEast = life.zone === 'Asia/Tokyo';
  for (let day = year.first; day < plus(year.first, year.days); day = plus(day, 1)) {
    work(tale, day);
    if (!isEast) morning(tale, day);
    afternoon(tale, day, isEast ? plus(day, 1) : day);
    if (isEast) morning(tale, plus(day, 1));
  }
  return tale.shown;
}

const isQuiet = ({ life }: Tale, day: string) => life.silences.some(({ from, until }) => day >= from && day <= until);

function work(tale: Tale, day: string) {
  if (isQuiet(tale, day) || isQuiet(tale, plus(day, 1))) return;
  for (const one of [cadence(tale), ...comeBack(tale), ...promises(tale, day), ...lifeEvents(tale, day)])
    if (one.due <= plus(day, 1) && !tale.over.has(one.key)) tale.standing.set(one.key, one);
}

/** The first day on which everything allows it. */
function cadence(tale: Tale): Standing {
  let due = plus(tale.base, tale.life.ownEveryDays ?? tale.year.everyDays);
  while (isTooEarly(tale, due) || isQuiet(tale, due) || isDayOff(due)) due = plus(due, 1);
  return { key: `cadence ${tale.base}`, due, kind: 'cadence' };
}

const isTooEarly = ({ life, answer }: Tale, day: string) =>
  day <= (life.pausedUntil ?? '') || day < (answer?.comeBackOn ?? '');

const comeBack = ({ answer }: Tale): Standing[] =>
  answer ? [{ key: `come_back ${answer.comeBackOn}`, due: answer.comeBackOn, kind: 'come_back' }] : [];

const promises = ({ life }: Tale, day: string): Standing[] =>
  life.promises
    .filter(({ keptOn }) => keptOn === null || keptOn >= day)
    .map(({ due }) => ({ key: `promise ${due}`, due, kind: 'promise' }));

/** Over after thirty days; a graduation is named thirty days before. */
function lifeEvents({ life, year }: Tale, day: string): Standing[] {
  const days = life.lifeEvents.flatMap(({ on, isYearly, kind }) =>
    (isYearly ? everyYear(on, year) : [on]).map((date) => ({ date, lead: kind === 'graduation' ? 30 : 0 })),
  );
  return days
    .filter(({ date }) => date >= plus(day, -30))
    .map(({ date, lead }) => ({ key: `life_event ${date}`, due: plus(date, -lead), kind: 'life_event' }));
}

function morning(tale: Tale, day: string) {
  if (isQuiet(tale, day)) return;
  for (const { key, due } of tale.standing.values()) if (due <= day && !tale.shown.has(key)) tale.shown.set(key, day);
}

/** @param localDay the day it is where the colleague works */
function afternoon(tale: Tale, day: string, localDay: string) {
  if (tale.life.touches.includes(day)) touched(tale, localDay);
  for (const { due, keptOn } of tale.life.promises) if (keptOn === day) end(tale, `promise ${due}`);
  if (tale.life.notNow?.saidOn === day) saysNotNow(tale);
}

function touched(tale: Tale, day: string) {
  if (tale.standing.has(`cadence ${tale.base}`)) end(tale, `cadence ${tale.base}`);
  if (day > tale.base) tale.base = day;
  for (const { key, due, kind } of Array.from(tale.standing.values())) {
    if (day < due || (kind !== 'life_event' && kind !== 'come_back')) continue;
    end(tale, key);
    if (kind === 'come_back') tale.answer = null;
  }
}

/** Everything that stands is answered by it, except what was promised. */
function saysNotNow(tale: Tale) {
  for (const { key, kind } of Array.from(tale.standing.values())) if (kind !== 'promise') end(tale, key);
  tale.answer = tale.life.notNow;
}

function end({ standing, over }: Tale, key: string) {
  standing.delete(key);
  over.add(key);
}

/** 29 February is kept on the 28th in a year without one. */
function everyYear(on: string, { first }: Year): string[] {
  const from = Number(first.slice(0, 4));
  return [from - 1, from, from + 1, from + 2]
    .map((year) => {
      const last = new Date(Date.UTC(year, Number(on.slice(5, 7)), 0)).getUTCDate();
      return `${year}-${on.slice(5, 7)}-${String(Math.min(Number(on.slice(8)), last)).padStart(2, '0')}`;
    })
    .filter((date) => date >= on);
}
