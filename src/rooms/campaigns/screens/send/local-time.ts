const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** What a clock on the wall of this zone shows, as the fields of a form have it. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  day: string;
  /** `HH:MM` */
  time: string;
}

/** @returns undefined when it is no moment */
export function instantOf({ day, time }: LocalTime, zone: string): Date | undefined {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall) || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const guess = wall - offsetMs(wall, zone);
  // The offset belongs to the instant, not to the wall: where clocks change, the first guess may be an hour off.
  return new Date(wall - offsetMs(guess, zone));
}

export function localOf(instant: Date, zone: string): LocalTime {
  const wall = new Date(instant.getTime() + offsetMs(instant.getTime(), zone)).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** A working hour on the next day, as a first proposal. */
export const tomorrowMorning = (now: Date, zone: string): LocalTime => ({
  day: localOf(new Date(now.getTime() + MS_PER_DAY), zone).day,
  time: '08:30',
});

function offsetMs(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'));
  return wall - Math.floor(instant / MS_PER_MINUTE) * MS_PER_MINUTE;
}
