import { z } from 'zod';
import { day, member, person } from './schema-parts.ts';
import { HANDOVER_STATES } from './types.ts';

const somebody = person.pick({ id: true, title: true, firstName: true, lastName: true, role: true, employer: true });

export const handoverInput = z
  .object({
    fromMemberId: z.uuid(),
    toMemberId: z.uuid(),
    /** Absent: everybody whom the member looks after. */
    talentIds: z.array(z.uuid()).min(1).max(5_000).optional(),
    /** What the successor may say to introduce themselves; one text for all. */
    introduction: z.string().trim().min(1).max(4000),
  })
  .strict();
export type HandoverInput = z.output<typeof handoverInput>;

export const handover = z.object({
  id: z.uuid(),
  from: member,
  to: member,
  offeredBy: member.nullable(),
  offeredAt: z.string(),
  acceptBy: day,
  state: z.enum(HANDOVER_STATES),
  answeredAt: z.string().nullable(),
  answerNote: z.string().nullable(),
  introduction: z.string(),
  people: z.number(),
  openPromises: z.number(),
  /** What the reader may do with it now. */
  can: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
});
export type Handover = z.infer<typeof handover>;

export const handoverPerson = somebody.extend({
  deputy: member.nullable(),
  lastContactOn: day.nullable(),
  nextDueOn: day.nullable(),
  openPromises: z.array(z.object({ promiseId: z.uuid(), what: z.string(), dueOn: day })),
});
export const handoverDetail = handover.extend({
  /** By name; at most 100, go on with `nextCursor`. */
  list: z.array(handoverPerson),
  nextCursor: z.string().nullable(),
});

export const handoverQuery = z
  .object({
    box: z.enum(['incoming', 'outgoing', 'all']).default('all'),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .strict();
export const answerBody = z.object({ note: z.string().trim().max(1000).default('') }).strict();

/** What would be handed over, before it is offered. */
export const leavingQuery = z.object({ fromMemberId: z.uuid() }).strict();
export const leaving = z.object({
  from: member,
  isDisabled: z.boolean(),
  people: z.number(),
  openPromises: z.number(),
  /** Who are offered to somebody already. */
  offered: z.number(),
  withDeputy: z.number(),
});

/** Orphaned relationships: the owner is gone, or a Boutique pool has a person without an owner. */
export const orphans = z.object({
  count: z.number(),
  owners: z.array(
    z.object({
      /** Null: people of Boutique pools who never had an owner. */
      member: member.nullable(),
      people: z.number(),
      openPromises: z.number(),
      offered: z.number(),
    }),
  ),
});
export const orphanQuery = z
  .object({
    ownerId: z.uuid().optional(),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .strict();
export const orphanPage = z.object({
  items: z.array(
    somebody.extend({
      formerOwner: member.nullable(),
      deputy: member.nullable(),
      lastContactOn: day.nullable(),
      /** Offered to this colleague, who has not answered yet. */
      offeredTo: member.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
