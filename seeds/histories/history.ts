import { workingDayFrom } from '../calendar.ts';
import type { CastTalent } from '../cast.ts';
import type { Care, Promised, Skill, Station, Touch } from '../cast/types.ts';
import type { Random } from '../random.ts';
import { BULK_LETTERS, EVIDENCE, TAGS } from '../words/talk.ts';
import { careFor, ownerFor, promisesFor } from './care.ts';
import type { Kind, Relation } from './relations.ts';
import { talksWith } from './talks.ts';

/** What happened with somebody since they are known; days count back from the day of planting. */
export interface History {
  address: string;
  touches: Touch[];
  skills: Skill[];
  tags: string[];
  care: Care | undefined;
  promises: Promised[];
  interests?: readonly Skill[];
  stations?: readonly Station[];
  /** Facts that somebody told us in person. */
  told?: CastTalent;
}

/** How many of each kind are cared for in person. */
const CARED_SHARE: Record<Kind, number> = { silver: 0.6, applicant: 0.035, former: 0.38, contact: 0.2, visitor: 0.14 };
/** How many of each kind get the letters to many. */
const LETTER_SHARE: Record<Kind, number> = { silver: 0.8, applicant: 0.45, former: 0.85, contact: 0, visitor: 0 };

export const historiesOf = (random: Random, relations: readonly Relation[], today: string): History[] =>
  relations.map((relation) => historyOf(random, relation, today));

function historyOf(random: Random, relation: Relation, today: string): History {
  const knownDays = daysBetween(relation.since, today);
  const isCaredFor = random.happens(CARED_SHARE[relation.kind]);
  const letters = lettersTo(random, relation, knownDays);
  const met = relation.kind === 'visitor' ? [fairTouch(knownDays)] : [];
  const tags = relation.kind === 'former' ? [relation.site] : [];
  if (!isCaredFor)
    return {
      address: relation.address,
      touches: [...met, ...letters],
      skills: [],
      tags,
      care: undefined,
      promises: [],
    };

  const owner = ownerFor(random, relation.site);
  const talks = talksWith(random, relation, { owner, knownDays });
  return {
    address: relation.address,
    touches: inOrder([...met, ...letters, ...onWorkingDays(talks, today)]),
    skills: skillsOf(random, relation),
    tags: [...tags, ...(random.happens(0.25) ? [random.oneOf(TAGS)] : [])],
    care: careFor(random, relation, { owner, talks }),
    promises: promisesFor(random, relation, talks),
  };
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const inOrder = (touches: Touch[]) => touches.sort((a, b) => b.daysAgo - a.daysAgo);

function lettersTo(random: Random, { kind }: Relation, knownDays: number): Touch[] {
  if (!random.happens(LETTER_SHARE[kind])) return [];
  return BULK_LETTERS.filter(({ daysAgo }) => daysAgo < knownDays).map((letter) => ({
    ...letter,
    direction: 'ours',
    isBulk: true,
    by: 'mara',
  }));
}

const fairTouch = (knownDays: number): Touch => ({
  daysAgo: knownDays, channel: 'event', direction: 'theirs', subject: 'Besuch am Stand der Jobmesse Winterthur', by: 'ivana',
}); // prettier-ignore

/** Nobody was called on a Sunday. */
const onWorkingDays = (touches: Touch[], today: string): Touch[] =>
  touches.map((touch) => ({ ...touch, daysAgo: daysBetween(workingDayFrom(today, -touch.daysAgo), today) }));

function skillsOf(random: Random, { person }: Relation): Skill[] {
  return random
    .several(person.profession.skills, random.whole(1, 3))
    .map((name) => ({ name, evidence: random.oneOf(EVIDENCE) }));
}
