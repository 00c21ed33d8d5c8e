import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPARTURES, QUESTIONS, TODAY, TOPIC, WILLING } from './contact-cases.ts';
import { contactStateOf, decideContact, mustCarryNotice } from './contact.ts';
import type { ContactFacts, ContactQuestion } from './types-contact.ts';

const TALENT = '0193570a-0000-7000-8000-000000000001';
const names = Object.keys(DEPARTURES);
const factsOf = (...chosen: string[]): ContactFacts =>
  Object.assign({}, WILLING, ...chosen.map((name) => DEPARTURES[name]));
const decide = (facts: ContactFacts, question: ContactQuestion) => decideContact(facts, question, TODAY);
const nameOf = ({ channel, purpose }: ContactQuestion) => `${channel} ${purpose}`;
const allowedOf = (facts: ContactFacts) =>
  QUESTIONS.filter((question) => decide(facts, question).isAllowed).map(nameOf);

const SERVICE = ['mail service', 'phone service', 'post service', 'messenger service', 'linkedin service', 'meeting service']; // prettier-ignore
const PERSONAL = ['mail personal', 'phone personal', 'post personal', 'messenger personal', 'linkedin personal', 'meeting personal']; // prettier-ignore
const QUESTION = ['mail question', 'phone question', 'post question', 'messenger question', 'linkedin question', 'meeting question']; // prettier-ignore
const NEWS = ['mail newsletter'];
const EVERYTHING = [...PERSONAL, ...QUESTION, ...SERVICE, ...NEWS];
const without = (list: readonly string[], ...gone: string[]) =>
  list.filter((name) => !gone.some((one) => name.startsWith(one)));
/** Mail, meeting and LinkedIn carry a person who gave no consent; phone, post and messenger need a yes of their own. */
const BY_GROUND = ['linkedin personal', 'meeting personal', 'linkedin question', 'meeting question', 'mail question'];

/** What stays allowed after each departure: the whole table. */
const TABLE: Record<string, readonly string[]> = {
  'erased, or of another entity': [],
  'in the bin': [],
  'joined into another record': [],
  'waiting without permission': ['mail question'],
  'a copy of the installation': without(EVERYTHING, 'mail'),
  'nobody knows whether this is a copy': without(EVERYTHING, 'mail'),
  'no address of any kind': ['meeting personal', 'meeting question', 'meeting service'],
  'every mail came back': without(EVERYTHING, 'mail'),
  'addresses not known': ['meeting personal', 'meeting question', 'meeting service'],
  'asked for no more mail': [...without(EVERYTHING, 'mail'), 'mail service'],
  'nobody knows whether mail is unwanted': [...without(EVERYTHING, 'mail'), 'mail service'],
  'silence until January': SERVICE,
  'silence that ends today': SERVICE,
  'silence that ended yesterday': EVERYTHING,
  'silence from tomorrow': EVERYTHING,
  'silences not known': SERVICE,
  'objected to being contacted': SERVICE,
  'objected to everything, not decided yet': SERVICE,
  'objections not known': SERVICE,
  withdrew: SERVICE,
  'withdrew long ago, nothing left': SERVICE,
  'refused another purpose lately': [...PERSONAL, ...NEWS, ...SERVICE],
  'refused another purpose long ago': EVERYTHING,
  'answers not known': SERVICE,
  'consent is over': SERVICE,
  'no ground at all': SERVICE,
  'grounds not known': SERVICE,
  'consent noted by a recruiter': EVERYTHING,
  'text names mail alone': without(EVERYTHING, 'phone p', 'phone q', 'post p', 'post q', 'messenger p', 'messenger q'),
  'text names the phone alone': [...BY_GROUND, 'phone personal', 'phone question', ...SERVICE, ...NEWS],
  'text names nothing': [...BY_GROUND, ...SERVICE, ...NEWS],
  'user agreement': [...BY_GROUND, 'mail personal', ...SERVICE, ...NEWS],
  'interest, already told': [...BY_GROUND, 'mail personal', ...SERVICE, ...NEWS],
  'interest, to be told': [...BY_GROUND, 'mail personal', ...SERVICE, ...NEWS],
  'interest, to be told today at the latest': [...BY_GROUND, 'mail personal', ...SERVICE, ...NEWS],
  'interest, told too late': SERVICE,
  'interest, no clock known': [...BY_GROUND, 'mail personal', ...SERVICE, ...NEWS],
  'interest, day is full': [...SERVICE, ...NEWS],
  'interest, first contacts not counted': [...SERVICE, ...NEWS],
  'duty not known': SERVICE,
  'said no to the phone': without(EVERYTHING, 'phone p', 'phone q'),
  'said no to mail': [...without(EVERYTHING, 'mail'), 'mail service'],
  'chose the phone, the text names mail alone': without(EVERYTHING, 'post p', 'post q', 'messenger p', 'messenger q'),
  'never asked about the topic': without(EVERYTHING, 'mail newsletter'),
  'topic noted, not confirmed': without(EVERYTHING, 'mail newsletter'),
  'topic refused': without(EVERYTHING, 'mail newsletter'),
  'topic withdrawn': without(EVERYTHING, 'mail newsletter'),
  'topic expired': without(EVERYTHING, 'mail newsletter'),
  'topic is over': without(EVERYTHING, 'mail newsletter'),
  'topic is retired': without(EVERYTHING, 'mail newsletter'),
  'topics not known': without(EVERYTHING, 'mail newsletter'),
  'in a Boutique pool': without(EVERYTHING, 'mail newsletter'),
  'pools not known': without(EVERYTHING, 'mail newsletter'),
  'eight contacts in thirty days': [...QUESTION, ...SERVICE],
  'eight contacts, and waits for an answer': without(EVERYTHING, 'mail newsletter'),
  'four newsletters in thirty days': without(EVERYTHING, 'mail newsletter'),
  'contacts not counted': [...QUESTION, ...SERVICE],
  'limits not known': [...QUESTION, ...SERVICE],
};

describe('who said yes to everything', () => {
  it('may be reached in every way, and gets bulk by mail alone', () => {
    expect(allowedOf(WILLING).toSorted()).toEqual(EVERYTHING.toSorted());
  });
});

describe('the table of what may be sent to whom', () => {
  it('has a row for every value of every fact', () => {
    expect(Object.keys(TABLE).toSorted()).toEqual(names.toSorted());
  });

  it.each(names)('holds for: %s', (name) => {
    expect(allowedOf(factsOf(name)).toSorted()).toEqual([...(TABLE[name] ?? [])].toSorted());
  });

  it('is as strict as its rows together for any two departures that touch different facts', () => {
    const keysOf = (name: string) => Object.keys(DEPARTURES[name] ?? {});
    for (const first of names)
      for (const second of names) {
        if (keysOf(first).some((key) => keysOf(second).includes(key))) continue;
        const both = allowedOf(factsOf(first, second));
        const tooMany = both.filter((one) => !TABLE[first]?.includes(one) || !TABLE[second]?.includes(one));
        const excused = first.startsWith('waiting') || second.startsWith('waiting') || [first, second].some(isExcuse);
        expect(excused ? [] : tooMany, `${first} + ${second}`).toEqual([]);
      }
  });
});

/** Facts that excuse from another one: an answer to somebody who waits is not one too many. */
const isExcuse = (name: string) => name.startsWith('eight contacts, and waits');

describe('whatever is known', () => {
  const anyFacts = fc.record({ chosen: fc.subarray(names, { maxLength: 6 }), question: fc.constantFrom(...QUESTIONS) });

  it('says a reason for every answer, and allows only what something allows and nothing refuses', () => {
    fc.assert(
      fc.property(anyFacts, ({ chosen, question }) => {
        const { isAllowed, reasons } = decide(factsOf(...chosen), question);
        const effects = new Set(reasons.map(({ effect }) => effect));
        return reasons.length > 0 && isAllowed === (effects.has('allows') && !effects.has('refuses'));
      }),
      { numRuns: 20_000 },
    );
  });

  it('never allows more when a refusal is added', () => {
    const refusals: Partial<ContactFacts>[] = [
      { presence: 'binned' },
      { presence: 'merged' },
      { presence: 'unknown' },
      { isQuarantined: true },
      { noMail: true },
      { objection: { scope: 'direct_contact', on: '2026-11-02' } },
      { silences: [{ from: '2026-01-01', until: '2026-12-31', why: 'asked' }] },
      { grounds: [] },
      { topics: {} },
      { isInBoutique: true },
      { sent: { total: 99, bulk: 99 }, awaitsReply: false },
      { firstContactsToday: 999 },
      { channelAnswers: Object.fromEntries(['mail', 'phone', 'post', 'messenger', 'linkedin', 'meeting'].map((one) => [one, { isYes: false, on: '2026-11-01' }])) },
      { lastNo: { kind: 'refused', on: '2026-11-01' } },
      { duty: { informBy: '2026-11-01', isInformed: false } },
    ]; // prettier-ignore
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...refusals), ({ chosen, question }, refusal) => {
        const before = factsOf(...chosen);
        return decide(before, question).isAllowed || !decide({ ...before, ...refusal }, question).isAllowed;
      }),
      { numRuns: 20_000 },
    );
  });

  it('never allows more when something is not known any more', () => {
    const parts = Object.keys(WILLING).filter((key) => key !== 'presence');
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...parts), ({ chosen, question }, part) => {
        const before = factsOf(...chosen);
        return decide(before, question).isAllowed || !decide({ ...before, [part]: undefined }, question).isAllowed;
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('the reasons', () => {
  const codes = (facts: ContactFacts, question: Partial<ContactQuestion>) =>
    decide(facts, { talentId: TALENT, channel: 'mail', purpose: 'personal', ...question }).reasons.map(
      ({ code }) => code,
    );

  it('are all said, not only the first', () => {
    const facts = factsOf('silence until January', 'asked for no more mail', 'objected to being contacted');

    expect(codes(facts, {})).toEqual(['no_mail_wished', 'silence', 'objection', 'consent']);
  });

  it('name the consent that allows with its day, form, version and end', () => {
    const [reason] = decide(WILLING, { talentId: TALENT, channel: 'mail', purpose: 'personal' }).reasons;

    expect(reason).toEqual({
      code: 'consent',
      effect: 'allows',
      params: { on: '2026-03-01', form: 'portal', version: 2, until: '2027-03-01' },
    });
  });

  it('oblige the first message to somebody who does not know yet to say so', () => {
    const answer = decide(factsOf('interest, to be told'), { talentId: TALENT, channel: 'mail', purpose: 'personal' });

    expect(mustCarryNotice(answer)).toBe(true);
    expect(answer.isAllowed).toBe(true);
    expect(mustCarryNotice(decide(WILLING, { talentId: TALENT, channel: 'mail', purpose: 'personal' }))).toBe(false);
  });

  it('never let an existing relationship stand for the answer to a topic', () => {
    expect(codes(factsOf('user agreement', 'never asked about the topic'), { purpose: 'newsletter', topicId: TOPIC })).toEqual(['never_asked']); // prettier-ignore
  });

  it('of a day on which a silence begins refuse, and of the day after it ends do not', () => {
    const facts = factsOf('silence until January');
    const on = (day: string) =>
      decideContact(
        { ...facts, grounds: [{ basis: 'user_agreement', eraseOn: '2028-01-01', no: null, consent: null }] },
        { talentId: TALENT, channel: 'mail', purpose: 'personal' },
        new Date(day),
      ).isAllowed;

    expect([on('2026-10-31T23:59:59Z'), on('2026-11-01T00:00:00Z'), on('2027-01-31T23:59:59Z'), on('2027-02-01T00:00:00Z')]).toEqual([true, false, false, true]); // prettier-ignore
  });
});

describe('the three shapes on the screen', () => {
  const state = (name: string, question: Partial<ContactQuestion> = {}) =>
    contactStateOf(decide(factsOf(name), { talentId: TALENT, channel: 'mail', purpose: 'personal', ...question }));

  it('show yes, no, and never asked', () => {
    expect(state('silence that ended yesterday')).toBe('yes');
    expect(state('asked for no more mail')).toBe('no');
    expect(state('text names mail alone', { channel: 'phone' })).toBe('unknown');
    expect(state('never asked about the topic', { purpose: 'newsletter', topicId: TOPIC })).toBe('unknown');
  });
});
