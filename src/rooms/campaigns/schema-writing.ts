import { z } from 'zod';
import { member } from '#rooms/talents/schema.ts';
export * from './schema-assistance.ts';
import { brandDesign, letter, letterLanguage, line } from './schema-letter.ts';
import { CAMPAIGN_STATES, HALT_REASONS, MOST_TEST_ADDRESSES } from './types.ts';

const name = z.string().trim().min(1).max(120);
const hour = z.number().int().min(0).max(24);
const note = z.string().trim().max(1000);

export const campaignListQuery = z
  .object({
    state: z.enum(['all', 'writing', 'under_way', 'over']).default('all'),
    search: z.string().trim().max(100).default(''),
    cursor: z.string().max(300).optional(),
  })
  .strict();

const named = z.object({ id: z.uuid(), name: z.string() });
export const campaignRow = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(CAMPAIGN_STATES),
  haltReason: z.enum(HALT_REASONS).nullable(),
  topic: z.object({ de: z.string(), en: z.string() }).nullable(),
  /** The pool or segment it goes to. */
  audience: named.extend({ kind: z.enum(['pool', 'segment']) }).nullable(),
  languages: z.array(letterLanguage),
  scheduledFor: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Rows that are done, and all; null before it started. */
  progress: z.object({ done: z.number(), all: z.number() }).nullable(),
  by: member.nullable(),
  updatedAt: z.string(),
});
export type CampaignRow = z.infer<typeof campaignRow>;
export const campaignList = z.object({ items: z.array(campaignRow), nextCursor: z.string().nullable() });

export const newCampaign = z
  .object({
    entityId: z.uuid().optional(),
    name,
    topicId: z.uuid(),
    poolId: z.uuid().nullish(),
    segmentId: z.uuid().nullish(),
    /** Of the company, or one of ours, whose ids are words. */
    templateId: z.string().max(60).nullish(),
    mainLanguage: letterLanguage.default('de'),
  })
  .strict();
export type NewCampaign = z.output<typeof newCampaign>;

/** All of it again, as after the change. */
export const campaignSettings = z
  .object({
    version: z.number().int(),
    name,
    topicId: z.uuid(),
    poolId: z.uuid().nullable(),
    segmentId: z.uuid().nullable(),
    senderId: z.uuid().nullable(),
    brandId: z.uuid().nullable(),
    mainLanguage: letterLanguage,
    /** Where the reader lives; null: at any hour. */
    window: z.object({ fromHour: hour, untilHour: hour }).nullable(),
    /** How often each link is opened, never by whom; left out: as it is. */
    countsClicks: z.boolean().optional(),
  })
  .strict()
  .refine(({ poolId, segmentId }) => poolId === null || segmentId === null)
  .refine(({ window }) => window === null || window.fromHour < window.untilHour);
export type CampaignSettings = z.output<typeof campaignSettings>;

export const approval = z.object({
  letterVersion: z.number(),
  decision: z.enum(['approved', 'returned']),
  note: z.string().nullable(),
  audience: z.number(),
  by: member.nullable(),
  at: z.string(),
});

export const campaignDetail = campaignRow.extend({
  version: z.number(),
  topicId: z.string().nullable(),
  poolId: z.string().nullable(),
  segmentId: z.string().nullable(),
  senderId: z.string().nullable(),
  brandId: z.string().nullable(),
  mainLanguage: letterLanguage,
  window: z.object({ fromHour: z.number(), untilHour: z.number() }).nullable(),
  countsClicks: z.boolean(),
  letterVersion: z.number(),
  letter,
  approvals: z.array(approval),
  /** From how many readers on a second person has to agree. */
  fourEyesFrom: z.number(),
  startedAt: z.string().nullable(),
  /** What the one who asks may do with it now. */
  may: z.object({
    write: z.boolean(),
    askForReview: z.boolean(),
    takeBack: z.boolean(),
    approve: z.boolean(),
    schedule: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    cancel: z.boolean(),
    remove: z.boolean(),
  }),
});
export type CampaignDetail = z.infer<typeof campaignDetail>;

/** Saving goes into the version at work; a version that somebody was asked to look at is never changed, the next one begins. */
export const saveLetterBody = z.object({ version: z.number().int(), letter }).strict();

export const letterVersion = z.object({
  number: z.number(),
  note: z.string().nullable(),
  by: member.nullable(),
  at: z.string(),
  /** Whether it was approved, sent back, or is the one at work. */
  state: z.enum(['at_work', 'in_review', 'approved', 'returned', 'earlier']),
  subject: z.object({ de: line.optional(), en: line.optional() }),
});
export const letterVersions = z.object({ items: z.array(letterVersion) });

/** Whose eyes the preview uses. */
export const previewBody = z
  .object({
    /** Seen before it is saved. */
    letter: letter.optional(),
    reader: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), talentId: z.uuid() }),
      /** The one of the audience to whom the fewest blocks are left. */
      z.object({ kind: z.literal('sees_least'), language: letterLanguage }),
      /** Nobody in particular: every block is shown, fields have their fallback. */
      z.object({ kind: z.literal('all_blocks'), language: letterLanguage, form: z.enum(['formal', 'informal']) }),
    ]),
  })
  .strict();
export type PreviewBody = z.output<typeof previewBody>;

export const previewReader = z.object({
  talentId: z.uuid().nullable(),
  name: z.string().nullable(),
  language: letterLanguage,
  form: z.enum(['formal', 'informal']),
});
export const preview = z.object({
  reader: previewReader,
  /** Null: this reader gets no letter; `why` says why (code of `campaigns:leftOut.<code>`). */
  made: z
    .object({ subject: z.string(), preheader: z.string(), html: z.string(), text: z.string(), bytes: z.number() })
    .nullable(),
  why: z.string().nullable(),
  /** Blocks that this reader sees, in order. */
  blockIds: z.array(z.string()),
});
export type Preview = z.infer<typeof preview>;

export const readersQuery = z.object({ search: z.string().trim().max(100).default('') }).strict();
export const readers = z.object({
  items: z.array(previewReader.extend({ talentId: z.uuid(), name: z.string(), role: z.string().nullable() })),
});

export const WARNING_CODES = [
  'no_subject',
  'no_blocks',
  'missing_translation',
  'missing_language',
  'informal_missing',
  'broken_link',
  'picture_without_text',
  'picture_missing',
  'content_gone',
  'content_over',
  'content_early',
  'rule_broken',
  'nobody_sees_block',
  'nothing_for_some',
  'stock_phrase',
  'subject_long',
  'letter_long',
  'letter_heavy',
  'empty_field',
  'shouting',
  'placeholder_left',
] as const;
export const warning = z.object({
  /** Sentence in `campaigns:warning.<code>`. */
  code: z.enum(WARNING_CODES),
  /** `stop`: it cannot be reviewed before this is mended. */
  weight: z.enum(['stop', 'look']),
  blockId: z.string().nullable(),
  language: letterLanguage.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Warning = z.infer<typeof warning>;
/** How many of the audience see what; counted by one statement. */
export const reachBody = z.object({ letter: letter.optional() }).strict();
export const reach = z.object({
  /** Permitted readers of the audience. */
  readers: z.number(),
  byLanguage: z.array(z.object({ language: letterLanguage, readers: z.number() })),
  blocks: z.array(z.object({ blockId: z.string(), readers: z.number() })),
  /** Readers to whom nothing of their own is left: they get no letter. */
  nothing: z.number(),
  /** What only the readers show: blocks that nobody sees, facts that are not known. */
  warnings: z.array(warning),
});
export type Reach = z.infer<typeof reach>;

export const warningsBody = z
  .object({
    letter: letter.optional(),
    /** `letter`: what the words show by themselves, without counting the audience; the rest stands in the reach. */
    part: z.enum(['all', 'letter']).default('all'),
  })
  .strict();
export type WarningsBody = z.output<typeof warningsBody>;
export const warnings = z.object({ items: z.array(warning) });

/** Only to members of the house: a test is no way around permission. */
export const testLetterBody = z
  .object({
    memberIds: z.array(z.uuid()).min(1).max(MOST_TEST_ADDRESSES),
    reader: previewBody.shape.reader,
  })
  .strict();

export const reviewBody = z.object({ note: note.default('') }).strict();
export const decisionBody = z
  .object({ decision: z.enum(['approved', 'returned']), letterVersion: z.number().int(), note: note.default('') })
  .strict()
  .refine(({ decision, note }) => decision === 'approved' || note.length > 0);

export const templateBody = z
  .object({
    name: z.string().trim().min(1).max(80),
    purpose: z.string().trim().max(300).default(''),
    /** Copied from this campaign's letter. */
    campaignId: z.uuid(),
  })
  .strict();
export const templateCard = z.object({
  id: z.string(),
  /** `ours` come with the product and cannot be removed. */
  origin: z.enum(['ours', 'own']),
  /** Own ones carry their name; ours are named in `campaigns:template.<id>`. */
  name: z.string().nullable(),
  purpose: z.string().nullable(),
  languages: z.array(letterLanguage),
  letter,
});
export const templateList = z.object({ items: z.array(templateCard) });

export const brandBody = z
  .object({
    entityId: z.uuid().optional(),
    name: z.string().trim().min(1).max(80),
    design: brandDesign,
    isDefault: z.boolean().default(false),
  })
  .strict();
export const editBrandBody = brandBody.omit({ entityId: true }).extend({ version: z.number().int() });
export const brandCard = z.object({
  id: z.uuid(),
  version: z.number(),
  name: z.string(),
  design: brandDesign,
  isDefault: z.boolean(),
});
export type BrandCard = z.infer<typeof brandCard>;
export const brandList = z.object({ items: z.array(brandCard) });

export const pictureCard = z.object({
  id: z.uuid(),
  name: z.string(),
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
  mediaType: z.string(),
});
export const pictureQuery = z.object({ name: z.string().max(200).default('') }).strict();
