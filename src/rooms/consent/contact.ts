import { allowances } from './contact-allowances.ts';
import { REFUSALS } from './contact-refusals.ts';
import type { ContactAnswer, ContactFacts, ContactQuestion, ContactReason } from './types-contact.ts';

/**
 * May this message go to this person, on this channel, for this purpose, now? Every rule says its reason; one refusal is enough, and
 * where nothing allows, nobody was asked: that is a no.
 * @source REQUIREMENTS NL-1, NL-2, NL-3, NL-9, CO-6, CO-7
 */
export function decideContact(facts: ContactFacts, question: ContactQuestion, now: Date): ContactAnswer {
  const today = dayOf(now);
  const reasons: ContactReason[] = [];
  for (const rule of REFUSALS) {
    const reason = rule(facts, question, today);
    if (reason) reasons.push(reason);
  }
  allowances(facts, question, today, reasons);
  return { isAllowed: isAllowed(reasons), reasons };
}

function isAllowed(reasons: readonly ContactReason[]): boolean {
  let isSomethingAllowing = false;
  for (const { effect } of reasons) {
    if (effect === 'refuses') return false;
    if (effect === 'allows') isSomethingAllowing = true;
  }
  return isSomethingAllowing;
}

/** What nobody has answered or given yet; everything else that refuses is a no. */
const OPEN = new Set([
  'never_asked',
  'channel_not_named',
  'topic_missing',
  'topic_unconfirmed',
  'no_mail',
  'no_phone',
  'no_post',
  'no_profile',
  'not_known',
]);

/** For the three shapes on the screen: yes, no, or never asked. */
export function contactStateOf({ isAllowed, reasons }: ContactAnswer): 'yes' | 'no' | 'unknown' {
  if (isAllowed) return 'yes';
  return reasons.some(({ effect, code }) => effect === 'refuses' && !OPEN.has(code)) ? 'no' : 'unknown';
}

/** Whether the first message has to say where the data comes from and that one may object (IN-2). */
export const mustCarryNotice = ({ reasons }: ContactAnswer): boolean =>
  reasons.some(({ code }) => code === 'carry_notice');

let lastAsked: { time: number; day: string } = { time: Number.NaN, day: '' };

/** The calendar day in UTC; millions of questions are asked at one moment. */
function dayOf(now: Date): string {
  const time = now.getTime();
  if (time !== lastAsked.time) lastAsked = { time, day: now.toISOString().slice(0, 10) };
  return lastAsked.day;
}
