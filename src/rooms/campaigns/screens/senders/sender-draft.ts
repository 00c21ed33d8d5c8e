import type { EditSender, NewSender, SenderCard } from '../../schema-sending.ts';
import { isHost, isPort, noServer, type ServerFields, serverUrl } from './server-url.ts';

/** Where letters are handed over: the server of the installation, one of its own, or the one that is kept. */
export type ServerChoice = 'installation' | 'own' | 'kept';

export interface SenderDraft {
  name: string;
  fromName: string;
  fromAddress: string;
  replyToAddress: string;
  bounceAddress: string;
  postalAddress: string;
  server: ServerChoice;
  fields: ServerFields;
  signs: 'here' | 'relay';
  perHour: string;
  perDomainPerHour: string;
  connections: string;
  warmsUp: boolean;
  startsOn: string;
  firstDay: string;
  days: string;
  mailboxId: string;
}

export const emptySender = (today: string): SenderDraft => ({
  name: '',
  fromName: '',
  fromAddress: '',
  replyToAddress: '',
  bounceAddress: '',
  postalAddress: '',
  server: 'installation',
  fields: noServer,
  signs: 'here',
  perHour: '',
  perDomainPerHour: '',
  connections: '8',
  warmsUp: false,
  startsOn: today,
  firstDay: '50',
  days: '14',
  mailboxId: '',
});

const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

export function draftOfSender(card: SenderCard, today: string): SenderDraft {
  return {
    ...emptySender(today),
    name: card.name,
    fromName: card.fromName,
    fromAddress: card.fromAddress,
    replyToAddress: card.replyToAddress ?? '',
    bounceAddress: card.bounceAddress ?? '',
    postalAddress: card.postalAddress,
    server: card.server === 'own' ? 'kept' : 'installation',
    signs: card.signs,
    perHour: text(card.perHour),
    perDomainPerHour: text(card.perDomainPerHour),
    connections: String(card.connections),
    ...warmUpOf(card.warmUp),
    mailboxId: card.mailboxId ?? '',
  };
}

const warmUpOf = (plan: SenderCard['warmUp']): Partial<SenderDraft> =>
  plan === null
    ? {}
    : { warmsUp: true, startsOn: plan.startsOn, firstDay: String(plan.firstDay), days: String(plan.days) };

export const MISTAKES = [
  'name',
  'fromName',
  'fromAddress',
  'replyToAddress',
  'bounceAddress',
  'postalAddress',
  'host',
  'port',
  'perHour',
  'perDomainPerHour',
  'connections',
  'warmUp',
] as const;
export type Mistake = (typeof MISTAKES)[number];

const isAddress = (address: string) => /^[^\s<>,@"]+@[^\s<>,@"]+\.[^\s<>,@"]+$/u.test(address.trim());
const isAddressOrNothing = (address: string) => address.trim() === '' || isAddress(address);
const isWhole = (typed: string, least: number, most: number) =>
  /^\d{1,7}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
const isLimit = (typed: string) => typed.trim() === '' || isWhole(typed, 1, 1_000_000);

/** What can be saved: every rule once, in the order of the fields. */
const RULES: Readonly<Record<Mistake, (draft: SenderDraft) => boolean>> = {
  name: ({ name }) => name.trim() !== '',
  fromName: ({ fromName }) => fromName.trim() !== '',
  fromAddress: ({ fromAddress }) => isAddress(fromAddress),
  replyToAddress: ({ replyToAddress }) => isAddressOrNothing(replyToAddress),
  bounceAddress: ({ bounceAddress }) => isAddressOrNothing(bounceAddress),
  postalAddress: ({ postalAddress }) => postalAddress.trim().length >= 5,
  host: ({ server, fields }) => server !== 'own' || isHost(fields.host),
  port: ({ server, fields }) => server !== 'own' || isPort(fields.port),
  perHour: ({ perHour }) => isLimit(perHour),
  perDomainPerHour: ({ perDomainPerHour }) => isLimit(perDomainPerHour),
  connections: ({ connections }) => isWhole(connections, 1, 50),
  warmUp: ({ warmsUp, startsOn, firstDay, days }) =>
    !warmsUp || (/^\d{4}-\d{2}-\d{2}$/.test(startsOn) && isWhole(firstDay, 10, 100_000) && isWhole(days, 1, 60)),
};

export const senderMistakes = (draft: SenderDraft): Mistake[] => MISTAKES.filter((mistake) => !RULES[mistake](draft));

const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());
const numberOrNull = (typed: string) => (typed.trim() === '' ? null : Number(typed));

/** What is sent to the server; a server that is kept is left out. */
export function senderFrom(draft: SenderDraft): NewSender {
  const { warmsUp, startsOn, firstDay, days, server, fields, fromAddress } = draft;
  return {
    name: draft.name,
    fromName: draft.fromName,
    fromAddress,
    replyToAddress: orNull(draft.replyToAddress),
    bounceAddress: orNull(draft.bounceAddress),
    postalAddress: draft.postalAddress,
    signs: draft.signs,
    perHour: numberOrNull(draft.perHour),
    perDomainPerHour: numberOrNull(draft.perDomainPerHour),
    connections: Number(draft.connections),
    warmUp: warmsUp ? { startsOn, firstDay: Number(firstDay), days: Number(days) } : null,
    mailboxId: orNull(draft.mailboxId),
    ...(server === 'installation' ? { smtpUrl: null } : {}),
    ...(server === 'own' ? { smtpUrl: serverUrl(fields, { kind: 'smtp', from: fromAddress }) } : {}),
  };
}

/** The installation's server again is a change only where there was another. */
export function editFrom(draft: SenderDraft, card: SenderCard): EditSender {
  const { smtpUrl, ...rest } = senderFrom(draft);
  const isSame = smtpUrl === undefined || (smtpUrl === null && card.server !== 'own');
  return { ...rest, ...(isSame ? {} : { smtpUrl }), version: card.version };
}
