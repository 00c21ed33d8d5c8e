import { z } from 'zod';
import { BLOCK_KINDS, LETTER_LANGUAGES, MERGE_FIELDS, MOST_BLOCKS, MOST_PARAGRAPHS, MOST_RUNS } from './types.ts';

/** http, https, or mailto; a place in the letter may also be filled by the reader's own page of choices. */
export const letterLink = z.union([
  z.url({ protocol: /^https?$/ }).max(2000),
  z.string().regex(/^mailto:[^\s<>"]{3,250}$/),
  z.enum(['preferences', 'view']),
]);

const words = z.object({
  kind: z.literal('words'),
  text: z.string().min(1).max(4000),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: letterLink.optional(),
});
const field = z.object({
  kind: z.literal('field'),
  field: z.enum(MERGE_FIELDS),
  /** Stands there for readers of whom it is not known. */
  fallback: z.string().max(120).default(''),
});
const lineBreak = z.object({ kind: z.literal('break') });
export const run = z.discriminatedUnion('kind', [words, field, lineBreak]);
export type Run = z.infer<typeof run>;

/** One line without formatting of its own: a subject, a heading, the words of a button. */
export const line = z
  .array(z.discriminatedUnion('kind', [words.omit({ bold: true, italic: true, link: true }), field]))
  .max(MOST_RUNS);
export type Line = z.infer<typeof line>;

const runs = z.array(run).max(MOST_RUNS);
export const paragraph = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), runs }),
  z.object({ kind: z.literal('bullets'), items: z.array(runs).max(MOST_PARAGRAPHS) }),
  z.object({ kind: z.literal('numbers'), items: z.array(runs).max(MOST_PARAGRAPHS) }),
]);
export const richText = z.array(paragraph).max(MOST_PARAGRAPHS);
export type Paragraph = z.infer<typeof paragraph>;
export type RichText = z.infer<typeof richText>;

/** `formal` (Sie) is read by everybody whose `informal` (du) is not written; English knows one form. */
const inForms = <T extends z.ZodType>(words: T) => z.object({ formal: words, informal: words.optional() });
/** A language that is not written: its readers do not see the block. */
const inLanguages = <T extends z.ZodType>(words: T) => z.object({ de: words.optional(), en: words.optional() });

const lines = inLanguages(inForms(line));
const texts = inLanguages(inForms(richText));
const plain = (most: number) => inLanguages(z.string().trim().max(most));

const shared = {
  id: z.string().regex(/^[a-z0-9-]{4,40}$/),
  /** A segment's rule: who sees it. Read by the pools room, which answers mistakes with a sentence of its own. */
  rule: z.unknown().optional(),
  /** Stands small above the block and says why the reader sees it, e.g. "Technik". */
  eyebrow: plain(80).optional(),
};

export const block = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.literal('heading'), words: lines }),
  z.object({ ...shared, kind: z.literal('text'), words: texts }),
  z.object({
    ...shared,
    kind: z.literal('picture'),
    pictureId: z.uuid().nullable(),
    /** What somebody misses who does not see it; empty only when it is mere decoration. */
    alt: plain(300),
    isDecoration: z.boolean().default(false),
    link: letterLink.optional(),
  }),
  z.object({ ...shared, kind: z.literal('button'), words: lines, link: inLanguages(letterLink) }),
  /** Something from the content library; its own title and summary unless others are written. */
  z.object({
    ...shared,
    kind: z.literal('content'),
    contentId: inLanguages(z.uuid()),
    title: plain(160).optional(),
    summary: plain(600).optional(),
    action: plain(60).optional(),
  }),
  z.object({
    ...shared,
    kind: z.literal('person'),
    name: z.string().trim().max(120),
    role: plain(120),
    pictureId: z.uuid().nullable(),
    words: texts,
  }),
  z.object({
    ...shared,
    kind: z.literal('role'),
    title: plain(160),
    place: plain(120),
    workload: z.string().trim().max(40),
    words: texts,
    link: inLanguages(letterLink),
  }),
  z.object({ ...shared, kind: z.literal('divider') }),
]);
export type Block = z.infer<typeof block>;

export const letter = z.object({
  subject: lines,
  /** Shown by mail programs behind the subject. */
  preheader: plain(200),
  blocks: z.array(block).max(MOST_BLOCKS),
  /** Who sees none of the blocks that have a rule gets no letter at all. */
  onlyWithOwnBlock: z.boolean().default(true),
});
export type Letter = z.infer<typeof letter>;

const colour = z.string().regex(/^#[0-9a-f]{6}$/);
export const FONTS = ['serif', 'sans'] as const;
export const brandDesign = z.object({
  logoPictureId: z.uuid().nullable().default(null),
  /** Stands in place of the logo, and in its text. */
  companyName: z.string().trim().max(80).default(''),
  accent: colour.default('#8a3b12'),
  paper: colour.default('#fbf8f3'),
  ink: colour.default('#231f1a'),
  headings: z.enum(FONTS).default('serif'),
  body: z.enum(FONTS).default('sans'),
  /** Lines at the foot beside what the law asks for. */
  foot: plain(400).default({}),
});
export type BrandDesign = z.infer<typeof brandDesign>;

export const letterLanguage = z.enum(LETTER_LANGUAGES);
export const blockKind = z.enum(BLOCK_KINDS);
