import type { ContactAnswer, ContactFacts } from '#rooms/consent/index.ts';
import { contactStateOf, decideContact } from '#rooms/consent/index.ts';
import type { PermissionState } from './types.ts';

/** What decides about ways of contact: the facts of the consent room, and the grounds that the page shows beside them. */
export interface PermissionFacts {
  talentId: string;
  contact: ContactFacts;
  grounds: readonly {
    id: string;
    segment: string;
    purpose: string;
    basis: string;
    countryProfile: string;
    source: string;
    obtainedOn: string;
    eraseOn: string;
    eraseReason: string;
    consent: { on: string; form: string; textVersion: number | null } | null;
  }[];
  now: Date;
}

export interface ChannelPermission {
  channel: 'mail' | 'phone' | 'newsletter';
  state: PermissionState;
  /** Key in `talents:permission.reason.*`, else in `consent:contact.reason.*`. */
  reason: string;
  on: string | null;
  until: string | null;
  form: string | null;
  textVersion: number | null;
  /** As the consent room said it, with all its facts, for whoever has no words of their own. */
  said: { code: string; params: ContactAnswer['reasons'][number]['params'] };
}

/** May we use this way? The consent room decides; this list only shows it in three shapes. */
export function permissionsOf(facts: PermissionFacts): ChannelPermission[] {
  return [
    shown('mail', decide(facts, 'mail', 'personal')),
    shown('phone', decide(facts, 'phone', 'personal')),
    shown('newsletter', newsletterAnswer(facts)),
  ];
}

export const statesOf = (
  permissions: readonly ChannelPermission[],
): Record<ChannelPermission['channel'], PermissionState> => {
  const state = (wanted: ChannelPermission['channel']) =>
    permissions.find(({ channel }) => channel === wanted)?.state ?? 'unknown';
  return { mail: state('mail'), phone: state('phone'), newsletter: state('newsletter') };
};

const decide = (
  { talentId, contact, now }: PermissionFacts,
  channel: 'mail' | 'phone',
  purpose: 'personal' | 'newsletter',
  topicId?: string,
) => decideContact(contact, { talentId, channel, purpose, topicId }, now);

/** Yes when one topic is confirmed, no when all that was asked was refused; who was asked about none was never asked. */
function newsletterAnswer(facts: PermissionFacts): ContactAnswer {
  const asked = Object.keys(facts.contact.topics ?? {}).map((topicId) => decide(facts, 'mail', 'newsletter', topicId));
  return asked.find(({ isAllowed }) => isAllowed) ?? asked[0] ?? decide(facts, 'mail', 'newsletter');
}

const WORDS: Record<string, string> = {
  consent_noted: 'consent',
  no_mail_wished: 'asked_no_mail',
  topic_missing: 'never_asked',
  channel_not_named: 'never_asked',
};

function shown(channel: ChannelPermission['channel'], answer: ContactAnswer): ChannelPermission {
  const wanted = answer.isAllowed ? 'allows' : 'refuses';
  const { code, params } = answer.reasons.find(({ effect }) => effect === wanted) ?? NEVER_ASKED;
  return {
    channel,
    state: contactStateOf(answer),
    reason: WORDS[code] ?? code,
    on: textOf(params.on),
    until: textOf(params.until),
    form: textOf(params.form),
    textVersion: typeof params.version === 'number' ? params.version : null,
    said: { code, params },
  };
}

const NEVER_ASKED: Pick<ContactAnswer['reasons'][number], 'code' | 'params'> = { code: 'never_asked', params: {} };

const textOf = (value: string | number | null | undefined) => (typeof value === 'string' ? value : null);
