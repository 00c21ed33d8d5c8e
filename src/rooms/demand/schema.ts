import { z } from 'zod';

export const DEMAND_KINDS = ['planned', 'vacancy'] as const;
export const DEMAND_STATES = ['open', 'filled', 'closed'] as const;
export const HIRE_SOURCES = [
  'pool',
  'returner',
  'referral',
  'internal',
  'advertisement',
  'agency',
  'direct_search',
  'other',
] as const;
export type HireSource = (typeof HIRE_SOURCES)[number];
export const LANGUAGE_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

/** A skill that is wanted; `conceptId` when it was chosen from the directory of occupations and skills. */
export const wantedSkill = z
  .object({ label: z.string().trim().min(1).max(120), conceptId: z.string().max(120).optional() })
  .strict();
export type WantedSkill = z.output<typeof wantedSkill>;

export const wantedLanguage = z
  .object({ language: z.string().regex(/^[a-z]{2}$/), level: z.enum(LANGUAGE_LEVELS).optional() })
  .strict();

const share = z.number().min(0).max(1);
const hoursShare = z.number().min(0.05).max(1);
const calendarDate = z.iso.date();

const demandFields = {
  title: z.string().trim().min(1).max(160),
  description: z.string().trim().max(20_000),
  unitId: z.uuid().nullable(),
  roleFamilyId: z.uuid().nullable(),
  headcount: z.number().int().min(1).max(500),
  fromOn: calendarDate.nullable(),
  /** 0 to 1; a vacancy is certain. */
  likelihoodShare: share,
  city: z.string().trim().min(1).max(120).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** `null` is unknown. */
  mayBeRemote: z.boolean().nullable(),
  /** Share of full time that is possible, 0.05 to 1. */
  hoursMinShare: hoursShare.nullable(),
  hoursMaxShare: hoursShare.nullable(),
  must: z.array(wantedSkill).max(30),
  nice: z.array(wantedSkill).max(60),
  languages: z.array(wantedLanguage).max(10),
  ownerId: z.uuid().nullable(),
};

/** A planned role needs little more than a title; three lines of free text are enough to look for known people. */
export const newDemand = z
  .object({
    ...demandFields,
    kind: z.enum(DEMAND_KINDS),
    openedOn: calendarDate.optional(),
    description: demandFields.description.default(''),
    unitId: demandFields.unitId.default(null),
    roleFamilyId: demandFields.roleFamilyId.default(null),
    headcount: demandFields.headcount.default(1),
    fromOn: demandFields.fromOn.default(null),
    likelihoodShare: demandFields.likelihoodShare.optional(),
    city: demandFields.city.default(null),
    country: demandFields.country.default(null),
    mayBeRemote: demandFields.mayBeRemote.default(null),
    hoursMinShare: demandFields.hoursMinShare.default(null),
    hoursMaxShare: demandFields.hoursMaxShare.default(null),
    must: demandFields.must.default([]),
    nice: demandFields.nice.default([]),
    languages: demandFields.languages.default([]),
    ownerId: demandFields.ownerId.optional(),
  })
  .strict();
export type NewDemand = z.output<typeof newDemand>;

export const demandChange = z
  .object({ version: z.number().int(), ...demandFields })
  .partial()
  .required({ version: true })
  .strict();
export type DemandChange = z.output<typeof demandChange>;

const member = z.object({ id: z.uuid(), name: z.string() }).nullable();
const named = z.object({ id: z.uuid(), name: z.string() }).nullable();

const gate = z.object({
  /** `ahead`: nobody has looked at the known people yet. */
  state: z.enum(['ahead', 'looked', 'skipped']),
  reason: z.string().nullable(),
  knownCount: z.number().nullable(),
  by: member,
  at: z.string().nullable(),
});

export const demandCard = z.object({
  id: z.uuid(),
  kind: z.enum(DEMAND_KINDS),
  title: z.string(),
  unit: named,
  roleFamily: named,
  headcount: z.number(),
  hiredCount: z.number(),
  fromOn: z.string().nullable(),
  likelihoodShare: z.number(),
  city: z.string().nullable(),
  state: z.enum(DEMAND_STATES),
  openedOn: z.string().nullable(),
  advertisedOn: z.string().nullable(),
  gate: gate.shape.state,
  owner: member,
});
export type DemandCard = z.output<typeof demandCard>;

export const hire = z.object({
  id: z.uuid(),
  /** `null` when the person's data is gone, or when it was nobody we knew. */
  talent: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  source: z.enum(HIRE_SOURCES),
  hiredOn: z.string(),
  startsOn: z.string().nullable(),
  /** Cents; `null` is unknown. */
  costCents: z.number().nullable(),
});
export type Hire = z.output<typeof hire>;

export const demand = demandCard.extend({
  gate,
  description: z.string(),
  country: z.string().nullable(),
  mayBeRemote: z.boolean().nullable(),
  hoursMinShare: z.number().nullable(),
  hoursMaxShare: z.number().nullable(),
  must: z.array(wantedSkill),
  nice: z.array(wantedSkill),
  languages: z.array(wantedLanguage),
  closedOn: z.string().nullable(),
  closedBecause: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
  hires: z.array(hire),
});
export type Demand = z.output<typeof demand>;

export const newHire = z
  .object({
    talentId: z.uuid().nullable().default(null),
    source: z.enum(HIRE_SOURCES),
    hiredOn: calendarDate,
    startsOn: calendarDate.nullable().default(null),
    costCents: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
  })
  .strict();
export type NewHire = z.output<typeof newHire>;

/** How often known people came first, and where hires come from. Nobody's name is in it. */
export const demandFigures = z.object({
  since: z.string(),
  gate: z.object({ looked: z.number(), skipped: z.number() }),
  hires: z.array(z.object({ source: z.enum(HIRE_SOURCES), count: z.number() })),
});
