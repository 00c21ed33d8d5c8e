import { z } from 'zod';

const address = z.string().trim().min(3).max(254);
const day = z.iso.date();

const warmUp = z.object({
  startsOn: day,
  firstDay: z.number().int().min(10).max(100_000),
  days: z.number().int().min(1).max(60),
});

export const newSender = z.object({
  entityId: z.uuid().optional(),
  name: z.string().trim().min(1).max(80),
  fromName: z.string().trim().min(1).max(120),
  fromAddress: address,
  replyToAddress: address.nullish(),
  bounceAddress: address.nullish(),
  postalAddress: z.string().trim().min(5).max(400),
  /** Null or left out: the server of the installation. It is sealed and never shown again. */
  smtpUrl: z
    .string()
    .regex(/^smtps?:\/\//)
    .max(500)
    .nullish(),
  signs: z.enum(['here', 'relay']).default('here'),
  dkimSelector: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$/)
    .optional(),
  perHour: z.number().int().min(1).max(1_000_000).nullish(),
  perDomainPerHour: z.number().int().min(1).max(1_000_000).nullish(),
  connections: z.number().int().min(1).max(50).default(8),
  warmUp: warmUp.nullish(),
  mailboxId: z.uuid().nullish(),
});
/** All of it again, as after the change; a server that is left out stays as it is. */
export const editSender = newSender.omit({ entityId: true, dkimSelector: true }).extend({ version: z.number().int() });
export const override = z.object({ reason: z.string().trim().min(10).max(500) });

export const finding = z.object({
  check: z.enum(['spf', 'dkim', 'dmarc', 'ptr', 'tls']),
  state: z.enum(['right', 'weak', 'wrong']),
  /** Sentence in `campaigns:sender.finding.<code>`. */
  code: z.string(),
  params: z.record(z.string(), z.string()),
});
export const findings = z.array(finding);

export const senderCard = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  replyToAddress: z.string().nullable(),
  bounceAddress: z.string().nullable(),
  postalAddress: z.string(),
  server: z.enum(['own', 'installation', 'missing']),
  serverHost: z.string().nullable(),
  signs: z.enum(['here', 'relay']),
  /** What has to be published in the name system. */
  records: z.array(z.object({ name: z.string(), type: z.literal('TXT'), value: z.string() })),
  perHour: z.number().nullable(),
  perDomainPerHour: z.number().nullable(),
  connections: z.number(),
  warmUp: warmUp.nullable(),
  mailboxId: z.string().nullable(),
  findings,
  checkedAt: z.string().nullable(),
  state: z.enum(['ready', 'overridden', 'locked']),
  overrideReason: z.string().nullable(),
});

export const newMailbox = z.object({
  entityId: z.uuid().optional(),
  name: z.string().trim().min(1).max(80),
  /** imaps://user:password@host:993; sealed and never shown again. */
  imapUrl: z
    .string()
    .regex(/^imaps?:\/\//)
    .max(500),
  folder: z.string().trim().min(1).max(200).default('INBOX'),
});
export const mailboxCard = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  folder: z.string(),
  isActive: z.boolean(),
  readAt: z.string().nullable(),
  /** Sentence in `campaigns:mailbox.error.<code>`. */
  errorCode: z.string().nullable(),
});

export const schedule = z.object({ at: z.iso.datetime({ offset: true }).optional() });

const reasons = z.array(z.object({ code: z.string(), count: z.number().int() }));
export const audience = z.object({ recipients: z.number().int(), leftOut: reasons });

const count = z.number().int().nullable();
const result = z.object({
  delivered: count,
  bouncedPermanent: count,
  bouncedTemporary: count,
  complained: count,
  replied: count,
  autoReplied: count,
  unsubscribed: count,
});
export const campaignResultAnswer = z.object({
  figures: z.object({
    queued: z.number(),
    claimed: z.number(),
    handing_over: z.number(),
    accepted: z.number(),
    failed: z.number(),
    uncertain: z.number(),
    left_out: z.number(),
    leftOut: z.record(z.string(), z.number()),
  }),
  all: result,
  byLanguage: z.array(z.object({ language: z.string(), recipients: count, result: result.nullable() })),
  clicks: z.array(z.object({ number: z.number(), url: z.string(), byPeople: count, byScanners: count })),
});
export const uncertainRows = z.array(
  z.object({
    talentId: z.string(),
    /** Null: not here any more. */
    name: z.string().nullable(),
    since: z.string(),
    code: z.string().nullable(),
  }),
);
/** People who answered, newest first; the answer itself stays in the mailbox. */
export const replyRows = z.array(z.object({ talentId: z.uuid(), name: z.string(), receivedAt: z.string() }));

/** What was sent of a sequence, by the name of its step, in the order in which it began. */
export const sequenceLetterRows = z.array(
  z.object({
    name: z.string(),
    sent: z.number().int(),
    waiting: z.number().int(),
    notSent: z.number().int(),
    uncertain: z.number().int(),
    lastAt: z.string(),
  }),
);

export type SequenceLetterRow = z.output<typeof sequenceLetterRows>[number];
export type NewSender = z.output<typeof newSender>;
export type EditSender = z.output<typeof editSender>;
export type Finding = z.output<typeof finding>;
export type SenderCard = z.output<typeof senderCard>;
export type NewMailbox = z.output<typeof newMailbox>;
export type MailboxCard = z.output<typeof mailboxCard>;
