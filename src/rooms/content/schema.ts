import { z } from 'zod';
import { CONTENT_KINDS, CONTENT_LANGUAGES, CONTENT_STATES, MOST_KEYWORDS, MOST_TOPICS } from './types.ts';

/** A lone value in the address is a list of one. */
const listOf = <T extends z.ZodType>(one: T, most: number) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(one).max(most));

const httpLink = z.url({ protocol: /^https?$/ }).max(500);

const facts = {
  kind: z.enum(CONTENT_KINDS),
  title: z.string().trim().min(1).max(160),
  summary: z.string().trim().max(2000).default(''),
  link: httpLink.nullable().default(null),
  language: z.enum(CONTENT_LANGUAGES),
  topicIds: z.array(z.uuid()).max(MOST_TOPICS).default([]),
  keywords: z.array(z.string().trim().min(1).max(60)).max(MOST_KEYWORDS).default([]),
  onDate: z.iso.date().nullable().default(null),
  usableUntil: z.iso.date().nullable().default(null),
};

export const newContent = z.object(facts).strict();
export type NewContent = z.output<typeof newContent>;

/** The whole content as it should be, and the version that was seen. */
export const contentChange = newContent.extend({ version: z.number().int() });
export type ContentChange = z.output<typeof contentChange>;

export const contentItem = z.object({
  id: z.uuid(),
  kind: facts.kind,
  title: z.string(),
  summary: z.string(),
  link: z.string().nullable(),
  language: facts.language,
  topicIds: z.array(z.uuid()),
  keywords: z.array(z.string()),
  onDate: z.string().nullable(),
  usableUntil: z.string().nullable(),
  state: z.enum(CONTENT_STATES),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  version: z.number(),
});
export type ContentItem = z.infer<typeof contentItem>;

export const contentQuery = z
  .object({
    kind: listOf(z.enum(CONTENT_KINDS), CONTENT_KINDS.length).default([]),
    topic: listOf(z.uuid(), MOST_TOPICS).default([]),
    language: z.enum(CONTENT_LANGUAGES).optional(),
    state: z.enum(['usable', 'all', 'archived']).default('usable'),
    search: z.string().trim().max(100).default(''),
    cursor: z.string().max(200).optional(),
  })
  .strict();
export type ContentQuery = z.output<typeof contentQuery>;

export const contentPage = z.object({
  items: z.array(contentItem),
  /** Of the whole list, not of this page. */
  total: z.number(),
  nextCursor: z.string().nullable(),
});
