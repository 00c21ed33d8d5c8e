import { z } from 'zod';
import { day, member, person, region } from './schema-parts.ts';
import {
  CONTENT_KINDS,
  LONGEST_RHYTHM_DAYS,
  PLAN_CHANNELS,
  PLAN_STATES,
  RHYTHMS,
  SHORTEST_RHYTHM_DAYS,
} from './types.ts';

/** Out of bounds is told by a sentence of the room (care.rhythm_out_of_bounds), so any whole number passes here. */
export const everyDays = z.number().int();
export { LONGEST_RHYTHM_DAYS, SHORTEST_RHYTHM_DAYS };

/** Which contents, which rhythm, which channels, for whom. */
export const planInput = z
  .object({
    name: z.string().trim().min(1).max(80),
    /** Exactly one of the two. */
    poolId: z.uuid().nullable().default(null),
    segmentId: z.uuid().nullable().default(null),
    rhythm: z.enum(RHYTHMS),
    /** For the rhythm `every` only. */
    everyDays: everyDays.nullable().default(null),
    channels: z.array(z.enum(PLAN_CHANNELS)).min(1),
    contentKinds: z.array(z.enum(CONTENT_KINDS)).default([]),
    topicIds: z.array(z.uuid()).max(50).default([]),
    region,
    startsOn: day,
    endsOn: day.nullable().default(null),
    /** Who is reminded of people without an owner; default: who makes the plan. */
    ownerId: z.uuid().nullable().default(null),
    state: z.enum(['draft', 'running']).default('draft'),
  })
  .strict();
export type PlanInput = z.output<typeof planInput>;

export const planChange = z
  .object({
    /** As the editor saw it; a newer one there is a conflict. */
    version: z.number().int().min(1),
    name: z.string().trim().min(1).max(80).optional(),
    rhythm: z.enum(RHYTHMS).optional(),
    everyDays: everyDays.nullable().optional(),
    channels: z.array(z.enum(PLAN_CHANNELS)).min(1).optional(),
    contentKinds: z.array(z.enum(CONTENT_KINDS)).optional(),
    topicIds: z.array(z.uuid()).max(50).optional(),
    region: region.optional(),
    startsOn: day.optional(),
    endsOn: day.nullable().optional(),
    ownerId: z.uuid().nullable().optional(),
    state: z.enum(PLAN_STATES).optional(),
  })
  .strict();
export type PlanChange = z.output<typeof planChange>;

export const planFor = z.object({
  kind: z.enum(['pool', 'segment']),
  id: z.uuid(),
  name: z.string(),
  /** Of a pool. */
  mode: z.enum(['volume', 'boutique']).nullable(),
});

export const planCard = z.object({
  id: z.uuid(),
  name: z.string(),
  for: planFor,
  rhythm: z.enum(RHYTHMS),
  everyDays: z.number().nullable(),
  channels: z.array(z.enum(PLAN_CHANNELS)),
  state: z.enum(PLAN_STATES),
  owner: member.nullable(),
  people: z.number(),
  /** People whose next date is today or earlier. */
  dueNow: z.number(),
  nextContent: z.object({ contentId: z.uuid(), title: z.string(), onDate: day }).nullable(),
  version: z.number(),
});
export type PlanCard = z.infer<typeof planCard>;
export const planList = z.object({ items: z.array(planCard), nextCursor: z.string().nullable() });

export const planDetail = planCard.extend({
  contentKinds: z.array(z.enum(CONTENT_KINDS)),
  topicIds: z.array(z.uuid()),
  region,
  startsOn: day,
  endsOn: day.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Whose rhythm is their own, who pauses. */
  ownRhythms: z.number(),
  pausing: z.number(),
});
export type PlanDetail = z.infer<typeof planDetail>;

export const planListQuery = z
  .object({
    state: z.enum(PLAN_STATES).optional(),
    poolId: z.uuid().optional(),
    segmentId: z.uuid().optional(),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .strict();

/** What a plan would mean, before it is saved. */
export const previewBody = z
  .object({
    plan: planInput,
    /** The plan that is changed, so that it is not counted twice. */ planId: z.uuid().optional(),
  })
  .strict();

export const ownerLoad = z.object({
  /** Null: people without an owner, reminded to the owner of the plan. */
  member: member.nullable(),
  people: z.number(),
  /** Contacts a week that the plan asks for. */
  perWeek: z.number(),
  /** Contacts a week of all plans that run already. */
  perWeekNow: z.number(),
  /** People whose first date would be today or earlier. */
  dueAtOnce: z.number(),
});
export const planPreview = z.object({
  people: z.number(),
  withoutOwner: z.number(),
  /** People whom none of the plan's channels may reach with a personal word: they get no reminder. Of the first 5,000. */
  unreachable: z.number(),
  perWeek: z.number(),
  owners: z.array(ownerLoad),
  conflicts: z.object({
    /** People who are under another running plan already, with those plans. */
    inSeveralPlans: z.object({
      people: z.number(),
      plans: z.array(z.object({ planId: z.uuid(), name: z.string(), people: z.number() })),
    }),
    /** People whom all plans together would contact more often than the company allows itself. */
    overBudget: z.object({ people: z.number(), atMostPer30Days: z.number() }),
    /** Planned contents that fall on a day off in the region. */
    onDaysOff: z.array(z.object({ contentId: z.uuid(), title: z.string(), onDate: day, holiday: z.string() })),
  }),
});
export type PlanPreview = z.infer<typeof planPreview>;

export const membership = z.object({
  person: person.pick({
    id: true,
    title: true,
    firstName: true,
    lastName: true,
    role: true,
    employer: true,
    owner: true,
  }),
  joinedOn: day,
  /** The rhythm of this person's own; null: that of the plan. */
  everyDays: z.number().nullable(),
  pausedUntil: day.nullable(),
  comeBackOn: day.nullable(),
  lastContactOn: day.nullable(),
  nextDueOn: day.nullable(),
});
export type Membership = z.infer<typeof membership>;
export const membershipPage = z.object({
  items: z.array(membership),
  nextCursor: z.string().nullable(),
  count: z.number(),
});
export const membershipChange = z
  .object({ everyDays: everyDays.nullable().optional(), pausedUntil: day.nullable().optional() })
  .strict();

/** One line of the year: what is told when, and how. */
export const planContent = z.object({
  planId: z.uuid(),
  contentId: z.uuid(),
  kind: z.enum(CONTENT_KINDS),
  title: z.string(),
  language: z.string(),
  onDate: day,
  channel: z.enum(PLAN_CHANNELS),
  /** The name of the holiday, when the day is one in the plan's region. */
  holiday: z.string().nullable(),
});
export type PlanContent = z.infer<typeof planContent>;
export const planContentInput = z.object({ contentId: z.uuid(), onDate: day, channel: z.enum(PLAN_CHANNELS) }).strict();
export const yearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100) }).strict();
export const yearView = z.object({
  year: z.number(),
  plans: z.array(
    z.object({
      planId: z.uuid(),
      name: z.string(),
      for: planFor,
      people: z.number(),
      /** Contacts that the rhythm brings, by month; January first. */
      contactsPerMonth: z.array(z.number()),
      contents: z.array(planContent),
    }),
  ),
});

export const regionList = z.object({
  countries: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      regions: z.array(z.object({ code: region, name: z.string() })),
    }),
  ),
});
export const holidayList = z.object({ holidays: z.array(z.object({ on: day, name: z.string() })) });
