import type { CastTalent } from '../cast.ts';
import { BULK_LETTERS } from '../words/talk.ts';
import type { History } from './history.ts';

/** Longer known than this letter is old: they got it. */
const knownDays = ({ application, former, touches }: CastTalent): number =>
  Math.max(application?.closedDaysAgo ?? 0, former?.leftDaysAgo ?? 0, ...touches.map(({ daysAgo }) => daysAgo));

/** One who said no to the newsletter gets none. */
const WITHOUT_LETTERS = new Set(['Krähenbühl-Zürcher', 'Đurić']);

export function historyOfCast(talent: CastTalent): History {
  const letters = WITHOUT_LETTERS.has(talent.lastName)
    ? []
    : BULK_LETTERS.filter(({ daysAgo }) => daysAgo < knownDays(talent));
  return {
    address: talent.email,
    touches: [
      ...talent.touches,
      ...letters.map((letter) => ({ ...letter, direction: 'ours' as const, isBulk: true, by: 'mara' as const })),
    ],
    skills: [...talent.skills],
    interests: talent.interests ?? [],
    stations: talent.stations ?? [],
    tags: [...(talent.care.tags ?? [])],
    care: talent.care,
    promises: [...(talent.promises ?? [])],
    // What the file of former employees may not bring in, they told us themselves later.
    ...(talent.former && !talent.application ? { told: talent } : {}),
  };
}
