import type { ContactFacts, ContactQuestion } from './types-contact.ts';
import { CONTACT_CHANNELS, CONTACT_PURPOSES } from './types-contact.ts';

/** For tests and benches: somebody about whom everything is known and who said yes to everything. */
export const TOPIC = '0193570a-0000-7000-8000-00000000000a';
export const TODAY = new Date('2026-11-29T09:00:00Z');

const consent = {
  on: '2026-03-01',
  form: 'portal',
  textVersion: 2,
  channels: ['mail', 'phone', 'post', 'messenger'],
  isConfirmed: true,
};

export const WILLING: ContactFacts = {
  presence: 'here',
  isQuarantined: false,
  reach: { mail: 'working', hasPhone: true, hasPostalAddress: true, hasProfileLink: true },
  noMail: false,
  silences: [],
  objection: null,
  grounds: [{ basis: 'consent', eraseOn: '2027-03-01', no: null, consent }],
  lastNo: null,
  channelAnswers: {},
  topics: { [TOPIC]: { kind: 'confirmed', on: '2026-03-01', until: '2027-03-01', isRetired: false } },
  isInBoutique: false,
  sent: { total: 0, bulk: 0 },
  awaitsReply: false,
  limits: { totalPer30Days: 8, bulkPer30Days: 4, firstContactsPerDay: 20 },
  firstContactsToday: 0,
  duty: null,
};

const topic = (kind: 'given' | 'confirmed' | 'refused' | 'withdrawn' | 'expired', more = {}) => ({
  topics: { [TOPIC]: { kind, on: '2026-10-01', until: '2027-10-01', isRetired: false, ...more } },
});
const byConsent = (more: object, ground: object = {}) => ({
  grounds: [
    { basis: 'consent' as const, eraseOn: '2027-03-01', no: null, consent: { ...consent, ...more }, ...ground },
  ],
});
const bare = (basis: 'legitimate_interest' | 'user_agreement') => ({
  grounds: [{ basis, eraseOn: '2027-03-01', no: null, consent: null }],
});

/** Every value that each fact can have, as departures from `WILLING`. */
export const DEPARTURES: Record<string, Partial<ContactFacts>> = {
  'erased, or of another entity': { presence: 'unknown' },
  'in the bin': { presence: 'binned' },
  'joined into another record': { presence: 'merged' },
  'waiting without permission': { presence: 'held', grounds: [] },
  'a copy of the installation': { isQuarantined: true },
  'nobody knows whether this is a copy': { isQuarantined: undefined },
  'no address of any kind': { reach: { mail: 'none', hasPhone: false, hasPostalAddress: false, hasProfileLink: false } },
  'every mail came back': { reach: { mail: 'bounced', hasPhone: true, hasPostalAddress: true, hasProfileLink: true } },
  'addresses not known': { reach: undefined },
  'asked for no more mail': { noMail: true },
  'nobody knows whether mail is unwanted': { noMail: undefined },
  'silence until January': { silences: [{ from: '2026-11-01', until: '2027-01-31', why: 'asked' }] },
  'silence that ends today': { silences: [{ from: '2026-11-01', until: '2026-11-29', why: 'asked' }] },
  'silence that ended yesterday': { silences: [{ from: '2026-11-01', until: '2026-11-28', why: 'asked' }] },
  'silence from tomorrow': { silences: [{ from: '2026-11-30', until: '2027-01-31', why: 'asked' }] },
  'silences not known': { silences: undefined },
  'objected to being contacted': { objection: { scope: 'direct_contact', on: '2026-11-02' } },
  'objected to everything, not decided yet': { objection: { scope: 'processing', on: '2026-11-02' } },
  'objections not known': { objection: undefined },
  'withdrew': { ...byConsent({}, { no: { kind: 'withdrawn', on: '2026-11-02' } }), lastNo: { kind: 'withdrawn', on: '2026-11-02' } },
  'withdrew long ago, nothing left': { grounds: [], lastNo: { kind: 'withdrawn', on: '2025-01-01' } },
  'refused another purpose lately': { lastNo: { kind: 'refused', on: '2026-09-01' } },
  'refused another purpose long ago': { lastNo: { kind: 'refused', on: '2026-05-29' } },
  'answers not known': { lastNo: undefined, channelAnswers: undefined, topics: undefined },
  'consent is over': byConsent({}, { eraseOn: '2026-11-29' }),
  'no ground at all': { grounds: [] },
  'grounds not known': { grounds: undefined },
  'consent noted by a recruiter': byConsent({ form: 'paper', isConfirmed: false }),
  'text names mail alone': byConsent({ channels: ['mail'] }),
  'text names the phone alone': byConsent({ channels: ['phone'] }),
  'text names nothing': byConsent({ channels: [] }),
  'user agreement': bare('user_agreement'),
  'interest, already told': { ...bare('legitimate_interest'), duty: { informBy: '2026-11-01', isInformed: true } },
  'interest, to be told': { ...bare('legitimate_interest'), duty: { informBy: '2026-12-20', isInformed: false } },
  'interest, to be told today at the latest': { ...bare('legitimate_interest'), duty: { informBy: '2026-11-29', isInformed: false } },
  'interest, told too late': { ...bare('legitimate_interest'), duty: { informBy: '2026-11-28', isInformed: false } },
  'interest, no clock known': { ...bare('legitimate_interest'), duty: null },
  'interest, day is full': { ...bare('legitimate_interest'), duty: { informBy: '2026-12-20', isInformed: false }, firstContactsToday: 20 },
  'interest, first contacts not counted': { ...bare('legitimate_interest'), duty: { informBy: '2026-12-20', isInformed: false }, firstContactsToday: undefined },
  'duty not known': { duty: undefined },
  'said no to the phone': { channelAnswers: { phone: { isYes: false, on: '2026-10-01' } } },
  'said no to mail': { channelAnswers: { mail: { isYes: false, on: '2026-10-01' } } },
  'chose the phone, the text names mail alone': { ...byConsent({ channels: ['mail'] }), channelAnswers: { phone: { isYes: true, on: '2026-10-01' } } },
  'never asked about the topic': { topics: {} },
  'topic noted, not confirmed': topic('given'),
  'topic refused': topic('refused'),
  'topic withdrawn': topic('withdrawn'),
  'topic expired': topic('expired'),
  'topic is over': topic('confirmed', { until: '2026-11-29' }),
  'topic is retired': topic('confirmed', { isRetired: true }),
  'topics not known': { topics: undefined },
  'in a Boutique pool': { isInBoutique: true },
  'pools not known': { isInBoutique: undefined },
  'eight contacts in thirty days': { sent: { total: 8, bulk: 0 } },
  'eight contacts, and waits for an answer': { sent: { total: 8, bulk: 0 }, awaitsReply: true },
  'four newsletters in thirty days': { sent: { total: 4, bulk: 4 } },
  'contacts not counted': { sent: undefined },
  'limits not known': { limits: undefined },
}; // prettier-ignore

/** Every question there is about one person. */
export const QUESTIONS: readonly ContactQuestion[] = CONTACT_CHANNELS.flatMap((channel) =>
  CONTACT_PURPOSES.map((purpose) => ({
    talentId: '0193570a-0000-7000-8000-000000000001',
    channel,
    purpose,
    topicId: purpose === 'newsletter' ? TOPIC : undefined,
  })),
);
