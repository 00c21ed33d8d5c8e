import type { Colleague } from '../cast.ts';
import type { Care, Promised, Touch } from '../cast/types.ts';
import type { Random } from '../random.ts';
import { NEXT_STEPS, PROMISES, WISHES } from '../words/talk.ts';
import type { Relation } from './relations.ts';
import { filled } from './talks.ts';

const DEPUTY: Record<Colleague, Colleague> = { mara: 'lukas', lukas: 'mara', ivana: 'mara', reto: 'ivana' };

export function ownerFor(random: Random, site: string): Colleague {
  if (site === 'Aarau') return random.weighted({ ivana: 8, mara: 2 });
  if (site === 'Ravensburg') return random.weighted({ lukas: 7, ivana: 3 });
  return random.weighted({ mara: 6, lukas: 3, reto: 1 });
}

interface Past {
  owner: Colleague;
  talks: readonly Touch[];
}

/** Who looks after somebody, how far they have come, and what comes next. */
export function careFor(random: Random, relation: Relation, { owner, talks }: Past): Care {
  const last = talks.at(-1)?.daysAgo ?? 0;
  const hasAnswered = talks.some(({ direction }) => direction === 'theirs');
  return {
    stage: hasAnswered ? random.weighted(STAGES_AFTER_AN_ANSWER) : 'approached',
    stageDaysAgo: last,
    owner,
    ...(random.happens(0.7) ? { deputy: DEPUTY[owner] } : {}),
    ...(random.happens(0.6) ? nextStepFor(random, relation) : {}),
    ...wishesOf(random),
  };
}

const STAGES_AFTER_AN_ANSWER = { in_exchange: 48, interested: 24, ready: 11, not_now: 12, paused: 5 };

const wishesOf = (random: Random): Pick<Care, 'wishes' | 'availableInDays' | 'preferredChannel'> => ({
  ...(random.happens(0.22) ? { wishes: random.oneOf(WISHES) } : {}),
  ...(random.happens(0.1) ? { availableInDays: random.whole(20, 260) } : {}),
  ...(random.happens(0.3) ? { preferredChannel: random.weighted({ mail: 5, phone: 4, linkedin: 1 }) } : {}),
});

/** Some are overdue, as everywhere. */
function nextStepFor(random: Random, relation: Relation): Pick<Care, 'nextStep' | 'nextStepInDays'> {
  const words = relation.person.language === 'en' ? NEXT_STEPS.en : NEXT_STEPS.de;
  return {
    nextStep: filled(random.oneOf(words), relation),
    nextStepInDays: random.happens(0.14) ? -random.whole(1, 24) : random.whole(0, 95),
  };
}

/** A promise is given in a talk of ours; most are kept. */
export function promisesFor(random: Random, relation: Relation, talks: readonly Touch[]): Promised[] {
  const ours = talks.findLast(
    ({ direction, channel }) => direction === 'ours' && (channel === 'phone' || channel === 'meeting'),
  );
  if (!ours || !random.happens(0.3)) return [];
  const what = filled(random.oneOf(PROMISES), relation);
  const isOpen = ours.daysAgo < 160;
  const dueInDays = isOpen ? random.whole(-9, 55) : -Math.max(1, ours.daysAgo - random.whole(20, 60));
  return [{ what, givenDaysAgo: ours.daysAgo, dueInDays, ...(isOpen ? {} : { isKept: true }) }];
}
