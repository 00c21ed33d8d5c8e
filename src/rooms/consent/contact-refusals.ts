import { monthsAfter } from './periods.ts';
import type { ContactFacts, ContactQuestion, ContactReason, Silence } from './types-contact.ts';

/** After a no the same question rests for half a year. @source CO-9 */
const NOT_ASKED_AGAIN_MONTHS = 6;

type Rule = (facts: ContactFacts, question: ContactQuestion, today: string) => ContactReason | undefined;

export const refusal = (code: string, params: ContactReason['params'] = {}): ContactReason => ({
  code,
  effect: 'refuses',
  params,
});
export const notKnown = (what: string) => refusal('not_known', { what });

const [ERASED, IN_BIN, MERGED, HOLDING] = ['not_here', 'in_bin', 'merged', 'holding'].map((code) => refusal(code));
const QUARANTINED = refusal('quarantined');
const SUPPRESSED = refusal('no_mail_wished');
const PROCESSING = 'restricted';

/** Confirmations, rights and what somebody asked for themselves may reach them whatever else was said (SU-2). */
const isService = ({ purpose }: ContactQuestion) => purpose === 'service';

const presence: Rule = ({ presence }, { purpose, channel }) => {
  if (presence === 'here') return undefined;
  if (presence === 'binned') return IN_BIN;
  if (presence === 'merged') return MERGED;
  if (presence === 'unknown') return ERASED;
  return purpose === 'question' && channel === 'mail' ? undefined : HOLDING;
};

const quarantine: Rule = ({ isQuarantined }, { channel }) =>
  channel === 'mail' && isQuarantined !== false ? QUARANTINED : undefined;

const MISSING = { mail: 'no_mail', phone: 'no_phone', messenger: 'no_phone', post: 'no_post', linkedin: 'no_profile' };

const reach: Rule = ({ reach }, { channel }) => {
  if (channel === 'meeting') return undefined;
  if (reach === undefined) return notKnown('reach');
  if (channel === 'mail' && reach.mail === 'bounced') return refusal('bounced');
  const has = {
    mail: reach.mail === 'working',
    phone: reach.hasPhone,
    messenger: reach.hasPhone,
    post: reach.hasPostalAddress,
    linkedin: reach.hasProfileLink,
  };
  return has[channel] ? undefined : refusal(MISSING[channel]);
};

const suppression: Rule = ({ noMail }, question) => {
  if (question.channel !== 'mail' || isService(question)) return undefined;
  if (noMail === undefined) return notKnown('suppression');
  return noMail ? SUPPRESSED : undefined;
};

const silence: Rule = ({ silences }, question, today) => {
  if (isService(question)) return undefined;
  if (silences === undefined) return notKnown('silence');
  const latest = latestSilence(silences, today);
  return latest && refusal('silence', { until: latest.until, why: latest.why });
};

function latestSilence(silences: readonly Silence[], today: string): Silence | undefined {
  let latest: Silence | undefined;
  for (const one of silences)
    if (one.from <= today && today <= one.until && (!latest || one.until > latest.until)) latest = one;
  return latest;
}

const objection: Rule = ({ objection }, question) => {
  if (isService(question) || objection === null) return undefined;
  if (objection === undefined) return notKnown('objection');
  return refusal(objection.scope === 'processing' ? PROCESSING : 'objection', { on: objection.on });
};

const askedLately: Rule = ({ lastNo }, { purpose }, today) => {
  if (purpose !== 'question' || lastNo === null) return undefined;
  if (lastNo === undefined) return notKnown('answers');
  const until = monthsAfter(lastNo.on, NOT_ASKED_AGAIN_MONTHS);
  return today < until ? refusal('asked_lately', { on: lastNo.on, until }) : undefined;
};

const ownWay: Rule = ({ channelAnswers }, question) => {
  if (isService(question)) return undefined;
  if (channelAnswers === undefined) return notKnown('answers');
  const said = channelAnswers[question.channel];
  return said && !said.isYes ? refusal('channel_refused', { on: said.on }) : undefined;
};

const duty: Rule = ({ duty, presence }, question, today) => {
  if (isService(question) || presence === 'held' || duty === null) return undefined;
  if (duty === undefined) return notKnown('duty');
  return !duty.isInformed && duty.informBy < today ? refusal('information_overdue', { by: duty.informBy }) : undefined;
};

const budget: Rule = ({ sent, limits, awaitsReply }, { purpose }) => {
  if (isOutsideTheBudget(purpose)) return undefined;
  if (sent === undefined || limits === undefined) return notKnown('budget');
  if (purpose === 'newsletter' && sent.bulk >= limits.bulkPer30Days)
    return refusal('budget_bulk', { sent: sent.bulk, limit: limits.bulkPer30Days });
  if (sent.total < limits.totalPer30Days || isAnswer(purpose, awaitsReply)) return undefined;
  return refusal('budget_total', { sent: sent.total, limit: limits.totalPer30Days });
};

const isOutsideTheBudget = (purpose: string) => purpose === 'question' || purpose === 'service';
const isAnswer = (purpose: string, awaitsReply: boolean | undefined) => purpose === 'personal' && awaitsReply === true;

const boutique: Rule = ({ isInBoutique }, { purpose }) => {
  if (purpose !== 'newsletter') return undefined;
  if (isInBoutique === undefined) return notKnown('pools');
  return isInBoutique ? refusal('boutique') : undefined;
};

const bulkOnlyByMail: Rule = (_facts, { purpose, channel }) =>
  purpose === 'newsletter' && channel !== 'mail' ? refusal('bulk_only_by_mail') : undefined;

/** All of them are asked, so that the page can show every reason and not only the first. */
export const REFUSALS: readonly Rule[] = [
  presence,
  quarantine,
  reach,
  suppression,
  silence,
  objection,
  askedLately,
  ownWay,
  duty,
  budget,
  bulkOnlyByMail,
  boutique,
];
