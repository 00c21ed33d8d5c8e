/** A year of made-up lives: everything that happens is settled beforehand, so that two tellings of it can be compared. */
const MS_PER_DAY = 86_400_000;

export type Zone = 'Europe/Zurich' | 'America/New_York' | 'Asia/Tokyo';
export const ZONES: readonly Zone[] = ['Europe/Zurich', 'America/New_York', 'Asia/Tokyo'];

export interface Life {
  zone: Zone;
  /** A rhythm of their own; null: that of the plan. */
  ownEveryDays: number | null;
  pausedUntil: string | null;
  silences: { from: string; until: string }[];
  /** UTC days on which somebody spoke with them, at 15:00. */
  touches: string[];
  promises: { due: string; keptOn: string | null }[];
  lifeEvents: { on: string; isYearly: boolean; kind: 'anniversary' | 'graduation' }[];
  notNow: { saidOn: string; comeBackOn: string } | null;
}

export const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);

type Random = (below: number) => number;

/** The same numbers in every run (a linear congruential generator). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Span {
  first: string;
  days: number;
}

export const someLives = (count: number, span: Span, random: Random): Life[] =>
  Array.from({ length: count }, (_, index) => oneLife(index, span, random));

function oneLife(index: number, { first, days }: Span, random: Random): Life {
  const someDay = () => plus(first, random(days));
  const often = (one: number, make: () => void) => {
    if (random(one) === 0) make();
  };
  const life: Life = {
    zone: ZONES[index % ZONES.length] ?? 'Europe/Zurich',
    ownEveryDays: random(4) === 0 ? 20 + random(100) : null,
    pausedUntil: random(6) === 0 ? someDay() : null,
    silences: Array.from({ length: random(3) }, () => span(someDay(), random(70))),
    touches: touchesOf({ first, days }, random),
    promises: [],
    lifeEvents: [],
    notNow: null,
  };
  often(4, () => life.promises.push(promiseOf(someDay(), first, random)));
  often(4, () =>
    life.lifeEvents.push({
      on: plus('2024-02-29', random(3) === 0 ? 0 : random(365)),
      isYearly: true,
      kind: 'anniversary',
    }),
  );
  often(6, () => life.lifeEvents.push({ on: plus(someDay(), 30), isYearly: false, kind: 'graduation' }));
  often(8, () => (life.notNow = answerOf(someDay(), random)));
  return life;
}

const span = (from: string, days: number) => ({ from, until: plus(from, days) });
/** Some are kept before they are due, some late, some never. */
function promiseOf(due: string, first: string, random: Random) {
  const kept = plus(due, random(40) - 10);
  return { due, keptOn: random(3) === 0 ? null : kept < first ? first : kept };
}
const answerOf = (saidOn: string, random: Random) => ({ saidOn, comeBackOn: plus(saidOn, 5 + random(90)) });

/** Weeks or months apart, and never so often that somebody is contacted more than the company allows itself. */
function touchesOf({ first, days }: Span, random: Random): string[] {
  const found: string[] = [];
  for (let day = 10 + random(90); day < days; day += 21 + random(140)) found.push(plus(first, day));
  return found;
}
