import type { PermissionState } from './types.ts';

/** What decides about ways of contact, as the consent room and the addresses tell it. */
export interface PermissionFacts {
  grounds: readonly {
    basis: string;
    eraseOn: string;
    consent: { on: string; form: string; textVersion: number | null } | null;
  }[];
  hasMail: boolean;
  hasPhone: boolean;
  /** Every mail address came back. */
  allBounced: boolean;
  /** Asked not to get mails (suppression). */
  noMail: boolean;
}

export interface ChannelPermission {
  channel: 'mail' | 'phone' | 'newsletter';
  state: PermissionState;
  /** Key in `talents:permission.reason.*`. */
  reason: string;
  on: string | null;
  until: string | null;
  form: string | null;
  textVersion: number | null;
}

/**
 * May we use this way? A consent to stay in contact carries personal mails and calls; nothing but an answer to that very
 * question carries newsletters, so they are "never asked" until it is given. No answer counts as no permission for sending.
 */
export function permissionsOf(facts: PermissionFacts): ChannelPermission[] {
  const newsletter = facts.noMail ? plain('no', 'asked_no_mail') : plain('unknown', 'never_asked');
  return [
    { channel: 'mail', ...mailPermission(facts) },
    { channel: 'phone', ...(facts.hasPhone ? consentPermission(facts) : plain('unknown', 'no_phone')) },
    { channel: 'newsletter', ...newsletter },
  ];
}

export const statesOf = (
  permissions: readonly ChannelPermission[],
): Record<ChannelPermission['channel'], PermissionState> => {
  const state = (wanted: ChannelPermission['channel']) =>
    permissions.find(({ channel }) => channel === wanted)?.state ?? 'unknown';
  return { mail: state('mail'), phone: state('phone'), newsletter: state('newsletter') };
};

type Answer = Omit<ChannelPermission, 'channel'>;

function mailPermission(facts: PermissionFacts): Answer {
  if (facts.noMail) return plain('no', 'asked_no_mail');
  if (!facts.hasMail) return plain('unknown', 'no_mail');
  return facts.allBounced ? plain('no', 'bounced') : consentPermission(facts);
}

function consentPermission({ grounds }: PermissionFacts): Answer {
  const agreed = grounds.find(({ basis, consent }) => basis === 'consent' && consent !== null);
  if (agreed?.consent) {
    const { on, form, textVersion } = agreed.consent;
    return { state: 'yes', reason: 'consent', on, until: agreed.eraseOn, form, textVersion };
  }
  const account = grounds.find(({ basis }) => basis === 'user_agreement');
  return account ? { ...plain('yes', 'user_agreement'), until: account.eraseOn } : plain('unknown', 'never_asked');
}

const plain = (state: PermissionState, reason: string): Answer => ({
  state,
  reason,
  on: null,
  until: null,
  form: null,
  textVersion: null,
});
