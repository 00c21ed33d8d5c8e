import { dayOf, listAxis, profileAxis } from '#ground/ui/line/line-axis.ts';
import type { LineAxis, LineStation, Touch } from '#ground/ui/line/line-types.ts';
import type { TalentProfile } from '../../schema-profile.ts';

type Promises = TalentProfile['promises'];
type Stations = TalentProfile['stations'];

/** The nearest promise that is still open. */
export const nextPromise = (promises: Promises): Promises[number] | undefined =>
  promises.filter(({ keptAt }) => keptAt === null).sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];

/** What lies ahead of a person: a promise counts before a plan, what is overdue before all. */
export function aheadOf({ talent, promises }: Pick<TalentProfile, 'talent' | 'promises'>, today: string) {
  const promised = nextPromise(promises)?.dueOn;
  const step = talent.nextStepOn ?? undefined;
  const isLate = step !== undefined && step < today;
  return {
    promised: promised ?? (isLate ? step : undefined),
    planned: isLate ? undefined : step,
    endsOn: talent.eraseOn,
  };
}

/** From the first contact or station on, whichever came first; without either the axis of lists. */
export function axisOf({ touches, stations }: Pick<TalentProfile, 'touches' | 'stations'>, today: string): LineAxis {
  const starts = [touches[0]?.on, ...stations.filter(({ isOurs }) => isOurs).map(({ startedOn }) => startedOn)];
  const first = starts.filter((on) => typeof on === 'string').sort()[0];
  return first === undefined ? listAxis(today) : profileAxis(first, today);
}

/** Rough width of one letter of a label, px. */
const LETTER = 6.2;

/** Career stations below the axis. A label that would run into the next station is shortened or left out. */
export function stationsOf(
  stations: Stations,
  { axis, width, ourLabel }: { axis: LineAxis; width: number; ourLabel: (role: string | null) => string },
): LineStation[] {
  const pixelsPerDay = width / Math.max(1, dayOf(axis.to) - dayOf(axis.from));
  const dated = stations
    .flatMap((one) => (one.startedOn === null ? [] : [{ ...one, startedOn: one.startedOn }]))
    .filter(({ endedOn }) => endedOn === null || endedOn > axis.from)
    .sort((a, b) => a.startedOn.localeCompare(b.startedOn));
  return dated.map((station, i) => {
    const from = station.startedOn < axis.from ? axis.from : station.startedOn;
    const until = dated[i + 1]?.startedOn ?? axis.to;
    const room = (dayOf(until) - dayOf(from)) * pixelsPerDay - 10;
    const labels = station.isOurs
      ? [ourLabel(station.role), ourLabel(null)]
      : [[station.employer, station.role].filter(Boolean).join(', '), station.employer];
    return {
      from: station.startedOn,
      to: station.endedOn ?? undefined,
      label: labels.find((label) => label.length * LETTER < room) ?? '',
      withUs: station.isOurs,
    };
  });
}

/** Only meetings, events and applications are named: the others are too many. */
export const namedTouches = (touches: TalentProfile['touches'], nameOf: (channel: string) => string): Touch[] =>
  touches.map(({ on, kind, direction, channel }) => ({
    on,
    kind,
    direction,
    name: ['meeting', 'event', 'application'].includes(channel) && kind === 'personal' ? nameOf(channel) : undefined,
  }));
