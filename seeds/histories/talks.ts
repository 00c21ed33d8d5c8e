import type { Colleague } from '../cast.ts';
import type { Touch } from '../cast/types.ts';
import type { Random } from '../random.ts';
import type { Talk } from '../words/talk.ts';
import { OUR_TALKS, OUR_TALKS_IN_ENGLISH, THEIR_TALKS, THEIR_TALKS_IN_ENGLISH } from '../words/talk.ts';
import type { Relation } from './relations.ts';

interface Known {
  owner: Colleague;
  knownDays: number;
}

/** The contacts of one relationship, from the first to the last: mostly ours, some of theirs. */
export function talksWith(random: Random, relation: Relation, { owner, knownDays }: Known): Touch[] {
  const days = daysOfContact(random, knownDays);
  const used = new Set<Talk>();
  return days.map((daysAgo, index) => {
    const isTheirs = index > 0 && random.happens(0.36);
    const talk = freshTalk(random, isTheirs ? theirWords(relation) : ourWords(relation), used);
    return {
      daysAgo, direction: isTheirs ? ('theirs' as const) : ('ours' as const), channel: talk.channel, subject: filled(talk.subject, relation),
      ...(talk.body ? { body: filled(talk.body, relation) } : {}), ...(isTheirs ? {} : { by: random.happens(0.12) ? 'reto' as const : owner }),
    };
  }); // prettier-ignore
}

/** Older relationships have more contacts; the last one is anything from days to two years ago. */
function daysOfContact(random: Random, knownDays: number): number[] {
  const latest = Math.min(knownDays, Math.round(4 + 520 * random.share() ** 2.2));
  const count = Math.min(6, 1 + Math.round((knownDays / 420) * (0.6 + random.share())));
  const others = Array.from({ length: count - 1 }, () => random.whole(latest, knownDays));
  return [...new Set([latest, ...others])].sort((a, b) => b - a);
}

const wordsFor = ({ kind }: Relation) => (kind === 'applicant' ? 'silver' : kind);
const speaksEnglish = ({ person, kind }: Relation) => person.language === 'en' && kind !== 'former';
const ourWords = (relation: Relation) =>
  speaksEnglish(relation) ? OUR_TALKS_IN_ENGLISH : OUR_TALKS[wordsFor(relation)];
const theirWords = (relation: Relation) =>
  speaksEnglish(relation) ? THEIR_TALKS_IN_ENGLISH : THEIR_TALKS[wordsFor(relation)];

/** Nobody says the same twice, as long as there is something else to say. */
function freshTalk(random: Random, talks: readonly Talk[], used: Set<Talk>): Talk {
  const left = talks.filter((talk) => !used.has(talk));
  const talk = random.oneOf(left.length > 0 ? left : talks);
  used.add(talk);
  return talk;
}

export function filled(text: string, { person }: Relation): string {
  const pronoun = person.gender === 'woman' ? 'sie' : 'er';
  return text
    .replaceAll('{skill}', person.profession.skills[0] ?? '')
    .replaceAll('{city}', person.place.city)
    .replaceAll('{employer}', person.employer)
    .replaceAll('{er}', pronoun)
    .replaceAll('{Er}', pronoun === 'sie' ? 'Sie' : 'Er');
}
