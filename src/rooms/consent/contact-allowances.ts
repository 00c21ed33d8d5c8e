import { notKnown, refusal } from './contact-refusals.ts';
import type { ContactFacts, ContactQuestion, ContactReason, GroundFact, TopicAnswer } from './types-contact.ts';
import { isNamedChannel } from './types-contact.ts';

const allowance = (code: string, params: ContactReason['params'] = {}): ContactReason => ({
  code,
  effect: 'allows',
  params,
});
const SERVICE = allowance('service');
const HELD_QUESTION = allowance('holding_question');

/** Says what allows the question, or why nothing does. */
export function allowances(
  facts: ContactFacts,
  question: ContactQuestion,
  today: string,
  reasons: ContactReason[],
): void {
  if (question.purpose === 'service') return void reasons.push(SERVICE);
  if (facts.presence === 'held' && isMailedQuestion(question)) return void reasons.push(HELD_QUESTION);
  const { grounds } = facts;
  if (grounds === undefined) return void reasons.push(notKnown('grounds'));
  const standing = standingOf(grounds, today);
  if (!standing) return void reasons.push(withoutGround(facts, grounds));
  if (question.purpose === 'newsletter') return void reasons.push(topicReason(facts, question, today));
  reasons.push(
    isMailedQuestion(question) ? byGround(standing) : wayReason(facts, { ...question, grounds, standing, today }),
  );
  notice(facts, standing, reasons);
}

const isMailedQuestion = ({ purpose, channel }: ContactQuestion) => purpose === 'question' && channel === 'mail';

/** The ground that carries the person today; a consent before an agreement before an interest. */
function standingOf(grounds: readonly GroundFact[], today: string): GroundFact | undefined {
  let best: GroundFact | undefined;
  for (const ground of grounds) if (carries(ground, today) && rankOf(ground) > (best ? rankOf(best) : 0)) best = ground;
  return best;
}

const carries = ({ eraseOn, no }: GroundFact, today: string) => no === null && today < eraseOn;
const rankOf = ({ basis }: GroundFact) => (basis === 'consent' ? 3 : basis === 'user_agreement' ? 2 : 1);

function withoutGround({ lastNo }: ContactFacts, grounds: readonly GroundFact[]): ContactReason {
  const no = lastNo ?? grounds.find((ground) => ground.no !== null)?.no;
  if (no) return refusal(no.kind, { on: no.on });
  const [ended] = grounds.toSorted((a, b) => b.eraseOn.localeCompare(a.eraseOn));
  return ended ? refusal('ground_over', { on: ended.eraseOn }) : refusal('no_ground');
}

function byGround(ground: GroundFact): ContactReason {
  const { basis, eraseOn, consent } = ground;
  if (basis === 'user_agreement') return allowance('user_agreement', { until: eraseOn });
  if (basis === 'legitimate_interest') return allowance('interest', { until: eraseOn });
  if (!consent) return notKnown('consent');
  const { on, form, textVersion, isConfirmed } = consent;
  return allowance(isConfirmed ? 'consent' : 'consent_noted', { on, form, version: textVersion, until: eraseOn });
}

interface Way extends ContactQuestion {
  grounds: readonly GroundFact[];
  standing: GroundFact;
  today: string;
}

/** One person to one person. A way that the person's text does not name is not allowed (NL-9). */
function wayReason(facts: ContactFacts, way: Way): ContactReason {
  const { channel, standing } = way;
  if (!isNamedChannel(channel)) return byGround(standing);
  const own = facts.channelAnswers?.[channel];
  if (own?.isYes) return allowance('channel_chosen', { on: own.on, until: standing.eraseOn });
  const opening = openingGround(way);
  if (opening) return byGround(opening);
  const asked = standing.consent;
  return asked ? refusal('channel_not_named', { version: asked.textVersion, on: asked.on }) : refusal('never_asked');
}

/** A consent whose text names the way; for mail also an agreement or an interest, which have no text. */
function openingGround({ grounds, channel, today }: Way): GroundFact | undefined {
  for (const one of grounds) if (carries(one, today) && names(one, channel)) return one;
  if (channel !== 'mail') return undefined;
  for (const one of grounds) if (carries(one, today) && one.basis !== 'consent') return one;
  return undefined;
}

const names = ({ consent }: GroundFact, channel: string) => consent !== null && consent.channels.includes(channel);

/** The same to many, or by itself: only who confirmed this very topic, customer or not (NL-2). */
function topicReason({ topics }: ContactFacts, { topicId }: ContactQuestion, today: string): ContactReason {
  if (topicId === undefined) return refusal('topic_missing');
  if (topics === undefined) return notKnown('topics');
  const answer = Object.hasOwn(topics, topicId) ? topics[topicId] : undefined;
  if (!answer) return refusal('never_asked');
  return answer.isRetired ? refusal('topic_retired') : answeredTopic(answer, today);
}

function answeredTopic({ kind, on, until }: TopicAnswer, today: string): ContactReason {
  if (kind === 'refused' || kind === 'withdrawn') return refusal(`topic_${kind}`, { on });
  const isOver = kind === 'expired' || (until !== null && until <= today);
  if (isOver) return refusal('topic_over', { on: until ?? on });
  return kind === 'confirmed' ? allowance('topic_confirmed', { on, until }) : refusal('topic_unconfirmed', { on });
}

/** Who never heard from us that we know them is told with the first message, and nobody writes many of those a day (IN-2, NL-3). */
function notice(facts: ContactFacts, standing: GroundFact, reasons: ContactReason[]): void {
  const { duty, limits, firstContactsToday } = facts;
  const isTold = duty ? duty.isInformed : standing.basis !== 'legitimate_interest';
  if (isTold) return;
  reasons.push({ code: 'carry_notice', effect: 'obliges', params: { by: duty?.informBy ?? null } });
  if (limits === undefined || firstContactsToday === undefined) return void reasons.push(notKnown('first_contacts'));
  if (firstContactsToday >= limits.firstContactsPerDay)
    reasons.push(refusal('first_contacts_full', { limit: limits.firstContactsPerDay }));
}
