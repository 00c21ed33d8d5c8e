import { z } from 'zod';
import { contactState, day, dayAhead, lastContact, member, person, region, touch, warmth } from './schema-parts.ts';
import {
  CONTENT_KINDS,
  FEWEST_PER_DAY,
  HANDLED_ACTS,
  LIFE_EVENT_KINDS,
  MOST_PER_DAY,
  NOT_NOW_REASONS,
  PHASES,
  REMINDER_KINDS,
  STEP_KINDS,
} from './types.ts';

/** Every reason carries the reminder that an act is done on, and since when it is due. */
const reasonOf = {
  reminderId: z.uuid(),
  dueOn: day,
  /** Whole days since the due date, 0 today. */
  overdueDays: z.number(),
};
const plan = { planId: z.uuid(), planName: z.string() };
const content = {
  contentId: z.uuid(),
  contentKind: z.enum(CONTENT_KINDS),
  title: z.string(),
  summary: z.string(),
  link: z.string().nullable(),
};
/** Which interest or chosen topic of the person meets the content. */
const because = z.object({ kind: z.enum(['interest', 'topic']), name: z.string() });

/** The sentence of each kind is `care:reason.<kind>`; these are its facts. */
export const reason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('promise'),
    ...reasonOf,
    promiseId: z.uuid(),
    what: z.string(),
    givenOn: day,
  }),
  z.object({
    kind: z.literal('reply'),
    ...reasonOf,
    since: day,
    channel: z.string(),
    words: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('life_event'),
    ...reasonOf,
    eventKind: z.enum(LIFE_EVENT_KINDS),
    /** The day of this year for what comes back each year. */
    onDate: day,
    /** How many years ago it was, for what comes back each year. */
    years: z.number().nullable(),
    note: z.string().nullable(),
  }),
  z.object({ kind: z.literal('consent_ends'), ...reasonOf, endsOn: day, daysLeft: z.number() }),
  z.object({
    kind: z.literal('hand_over'),
    ...reasonOf,
    handoverId: z.uuid(),
    fromName: z.string(),
    introduction: z.string(),
  }),
  z.object({
    kind: z.literal('come_back'),
    ...reasonOf,
    reasonKind: z.enum(NOT_NOW_REASONS),
    reason: z.string().nullable(),
    saidOn: day,
  }),
  z.object({
    kind: z.literal('task'),
    ...reasonOf,
    sequenceId: z.uuid(),
    sequenceName: z.string(),
    runId: z.uuid(),
    stepKind: z.enum(STEP_KINDS),
    title: z.string(),
    text: z.string().nullable(),
    /** 1 for the first. */
    stepNumber: z.number(),
    stepCount: z.number(),
  }),
  z.object({
    kind: z.literal('cadence'),
    ...reasonOf,
    ...plan,
    everyDays: z.number(),
    /** The contact or the day from which the rhythm counts. */
    countedFrom: day,
    /** Null: there was no contact yet; the rhythm counts from the day the person came under the plan. */
    lastChannel: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('warmth'),
    ...reasonOf,
    wasStep: z.number(),
    isStep: z.number(),
    lastOn: day,
  }),
  z.object({ kind: z.literal('content'), ...reasonOf, ...plan, ...content, because }),
]);
export type Reason = z.infer<typeof reason>;

/** Something of the content plan that meets an interest of the person. */
export const proposal = z.object({ ...plan, ...content, onDate: day.nullable(), because });
export type Proposal = z.infer<typeof proposal>;

/** Somebody who is due, with the facts of a line of the queue. */
export const queueEntry = z.object({
  person,
  /** The most urgent first; never empty. Acts are done on `reasons[0].reminderId`. */
  reasons: z.array(reason).min(1),
  /** Every way of contact for a personal word; at least one is allowed. */
  contact: z.array(contactState),
  /** The allowed way that plan and person prefer. */
  suggestedChannel: contactState.shape.channel,
  reach: z.object({ hasMail: z.boolean(), hasPhone: z.boolean(), hasProfileLink: z.boolean() }),
  lastContact: lastContact.nullable(),
  /** Contacts of the last 24 months, oldest first, at most 60. */
  touches: z.array(touch),
  warmth,
  /** Marks of the line that lie ahead: promised days, and the next date of a rhythm. */
  ahead: z.array(z.object({ on: day, kind: z.enum(['planned', 'promised']) })),
  /** When the permission ends and the data goes. */
  endsOn: day,
});
export type QueueEntry = z.infer<typeof queueEntry>;

export const todayEntry = queueEntry.extend({ proposal: proposal.nullable() });
export type TodayEntry = z.infer<typeof todayEntry>;

export const promiseLine = z.object({
  promiseId: z.uuid(),
  person: person.pick({ id: true, title: true, firstName: true, lastName: true }),
  what: z.string(),
  dueOn: day,
  overdueDays: z.number(),
});

/** What else waits; each is a number and, where it helps, its first few. */
export const asides = z.object({
  repliesWaiting: z.number(),
  permissionsEnding: z.number(),
  handoversToAccept: z.number(),
  importsToFinish: z.number(),
  /** People of my legal entities whose owner has left, or who are in a Boutique pool without one. */
  orphans: z.number(),
});

/** Somebody I dealt with today, on one line; `undo` is null when it can no longer be taken back. */
export const handledOne = z.object({
  person: person.pick({ id: true, title: true, firstName: true, lastName: true }),
  act: z.enum(HANDLED_ACTS),
  at: z.string(),
  /** The day that was named: later, come back, answer by. */
  on: day.nullable(),
  undo: z
    .object({
      /** A care act is taken back at its reminder, a contact by its acts. */
      reminderId: z.uuid().nullable(),
      actIds: z.array(z.uuid()),
      until: z.string(),
    })
    .nullable(),
});
export type HandledOne = z.infer<typeof handledOne>;

/** What waits in another room; its words are `<room>:today.<key>`. */
export const todayLine = z.object({ room: z.string(), key: z.string(), count: z.number(), to: z.string() });
export type TodayLine = z.infer<typeof todayLine>;

export const todaySettings = z.object({
  /** All kinds, most urgent first. */
  order: z.array(z.enum(REMINDER_KINDS)),
  perDay: z.number().int().min(FEWEST_PER_DAY).max(MOST_PER_DAY),
  digestOn: z.boolean(),
  /** Hour of the member's day, 0 to 23. */
  digestHour: z.number().int().min(0).max(23),
  /** Whose holidays keep the digest away; null: weekends only. */
  region: region.nullable(),
});
export type TodaySettings = z.infer<typeof todaySettings>;
export const settingsBody = todaySettings.partial().strict();

export const today = z.object({
  /** The member's own day. */
  date: day,
  phase: z.enum(PHASES).nullable(),
  /** Who is left of the five: as many as were agreed, less those who were dealt with. An answer of today comes on top. */
  five: z.array(todayEntry),
  /** With whom I dealt today, the first first. */
  handled: z.array(handledOne),
  /** People who are due besides the five. */
  queueCount: z.number(),
  /** People who become due within the next seven days. */
  weekCount: z.number(),
  /** When `five` is empty: the next day on which somebody is due, and how many then. */
  next: z.object({ on: day, count: z.number() }).nullable(),
  asides,
  /** What waits for me in rooms that know of Today. */
  lines: z.array(todayLine),
  /** My promises that are not kept yet, the oldest first, at most 20. */
  promises: z.array(promiseLine),
  promiseCount: z.number(),
  /** The order in force: the phase first, then the member's own. */
  order: z.array(z.enum(REMINDER_KINDS)),
  settings: todaySettings,
});
export type Today = z.infer<typeof today>;

export const queuePage = z.object({ items: z.array(queueEntry), nextCursor: z.string().nullable(), count: z.number() });

export const weekDay = z.object({
  on: day,
  /** At most 25 of each day; `count` says how many there are. */
  people: z.array(
    z.object({
      person: person.pick({ id: true, title: true, firstName: true, lastName: true, role: true, employer: true }),
      kind: z.enum(REMINDER_KINDS),
      planName: z.string().nullable(),
    }),
  ),
  count: z.number(),
  holiday: z.string().nullable(),
});
export const week = z.object({ days: z.array(weekDay) });

/** What an act did; it can be taken back with DELETE on the same address until then. */
export const acted = z.object({
  actId: z.uuid(),
  reminderIds: z.array(z.uuid()),
  undoUntil: z.string(),
  /** The day that snooze or "not now" named, as understood. */
  on: day.nullable(),
});
export type Acted = z.infer<typeof acted>;

export const doneBody = z.object({ note: z.string().trim().max(500).default('') }).strict();
export const snoozeBody = dayAhead;
export const handOverBody = z
  .object({ toMemberId: z.uuid(), introduction: z.string().trim().min(1).max(4000) })
  .strict();
/** The day that words mean, for a preview while typing; null when they mean none. */
export const understoodDay = z.object({ on: day.nullable(), isPast: z.boolean(), isWorkingDay: z.boolean() });
export const colleagues = z.object({ items: z.array(member) });
