import { newId } from '#ground/ids.ts';
import type { PersonUpdate } from '#rooms/talents/index.ts';
import { dayFrom } from '../calendar.ts';
import type { Skill, Station, Touch } from '../cast/types.ts';
import type { OfTalent } from './histories.ts';
import type { Team } from './team.ts';

interface Around {
  team: Team;
  today: string;
}

/** A history as the talents room takes it in: parts that are added, empty fields that are filled. */
export function updateFor(
  { talentId, touches, skills, interests = [], stations = [], tags, told }: OfTalent,
  around: Around,
): PersonUpdate {
  const { employer, role, place } = told ?? {};
  return {
    id: talentId,
    source: 'member',
    segments: [],
    tags,
    addresses: [],
    applications: [],
    notes: [],
    stations: stations.map((station) => stationOf(station, around)),
    skills: [...skills.map((one) => skillOf('skill', one)), ...interests.map((one) => skillOf('interest', one))],
    touchpoints: touches.map((touch, index) => touchpointOf(touch, index, around)),
    ...(told && place
      ? { employer, role, postcode: place.postcode, city: place.city, country: place.country, addressForm: told.form }
      : {}),
  };
}

const skillOf = (kind: 'skill' | 'interest', { name, evidence }: Skill) => ({
  id: newId(),
  kind,
  name,
  ...(evidence ? { evidence } : {}),
});

const stationOf = ({ employer, role, fromDaysAgo, toDaysAgo }: Station, { today }: Around) => ({
  id: newId(),
  employer,
  role,
  isOurs: false,
  startedOn: dayFrom(today, -fromDaysAgo),
  ...(toDaysAgo === undefined ? {} : { endedOn: dayFrom(today, -toDaysAgo) }),
});

const HOURS = ['08:10', '09:40', '13:20', '15:05', '10:15'];

function touchpointOf({ daysAgo, by, isBulk = false, ...touch }: Touch, index: number, { team, today }: Around) {
  const hour = HOURS[index % HOURS.length] ?? '09:00';
  const byMember = by && touch.direction === 'ours' ? team[by].memberId : null;
  return {
    ...touch,
    id: newId(),
    isBulk,
    occurredAt: `${dayFrom(today, -daysAgo)}T${hour}:00Z`,
    ...(byMember ? { byMember } : {}),
  };
}
