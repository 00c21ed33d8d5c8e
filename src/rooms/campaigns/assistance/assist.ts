import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { conflict, invalid, notFound, unavailable } from '#ground/errors/app-error.ts';
import { LanguageModelError } from '#ground/language-models/failure.ts';
import { openLanguageModel } from '#ground/language-models/language-model.ts';
import type { Limit } from '#rooms/accounts/index.ts';
import { allow, countTry } from '#rooms/accounts/index.ts';
import { stockPhrasesIn } from '../letters/stock-phrases.ts';
import type { AssistanceBody, assistanceDraft } from '../schema-writing.ts';
import { doubtsIn } from './doubts.ts';
import type { Material, Question } from './prompts.ts';
import { PROMPT_VERSION, questionFor } from './prompts.ts';
import type { Assistance } from './settings.ts';
import { findAssistance } from './settings.ts';

type Draft = z.input<typeof assistanceDraft>;

/** A small model on a machine without a graphics card needs its time. */
const TIMEOUT_MS = 90_000;
const LONGEST_DRAFT = 8000;
/** What somebody else's model costs stays within bounds (AI-12). */
const LIMITS: Record<'member' | 'company', Limit> = {
  member: { name: 'campaign-draft', most: 40, seconds: 3600 },
  company: { name: 'campaign-draft-company', most: 500, seconds: 86_400 },
};

/**
 * Lets a language model prepare words. They reach nobody: a human takes them over into a letter, or not (AI-14).
 * @throws AppError campaigns.assistance_off, campaigns.assistance_text_missing, campaigns.assistance_wish_missing, campaigns.content_not_found,
 * campaigns.model_…, accounts.too_many_tries
 */
export async function assist(ctx: Ctx, input: AssistanceBody, { timeoutMs = TIMEOUT_MS } = {}): Promise<Draft> {
  allow(ctx.actor, 'campaigns.write');
  refuseEmpty(input);
  const [entityId = ''] = ctx.actor.entityIds;
  const own = await findAssistance(ctx, entityId);
  if (!own) throw conflict('campaigns.assistance_off');
  const { company, contents } = await readMaterial(ctx, entityId, input.contentIds);
  await countTry(ctx, [
    { limit: LIMITS.member, of: ctx.actor.memberId ?? 'program' },
    { limit: LIMITS.company, of: entityId },
  ]);
  const question = questionFor({ ...input, company, contents });
  const text = await ask(ctx, { own, question, input, timeoutMs });
  const sources = [input.text, input.wish, company, ...contents.flatMap((one) => Object.values(one))];
  const doubts = doubtsIn(
    text,
    sources.filter((source) => source !== null),
    input.language,
  );
  await note(ctx, { own, question, input, outcome: 'answered', text, doubts: doubts.length });
  return { text, model: own.model, doubts, stockPhrases: stockPhrasesIn(text, input.language) };
}

function refuseEmpty({ task, text, wish, contentIds }: AssistanceBody): void {
  if (task === 'topics' || task === 'draft') {
    if (wish.trim() === '' && contentIds.length === 0) throw invalid('campaigns.assistance_wish_missing');
  } else if (text.trim() === '') throw invalid('campaigns.assistance_text_missing');
}

interface MaterialRow {
  company: string;
  title: string | null;
  summary: string;
  link: string | null;
  on: string | null;
}

/** What the company says of itself, and contents of its library; nothing about anybody. @throws AppError campaigns.content_not_found */
async function readMaterial(
  { db }: Ctx,
  entityId: string,
  contentIds: readonly string[],
): Promise<{ company: string; contents: Material[] }> {
  const { rows } = await sql<MaterialRow>`
    select e.name as company, c.title, c.summary, c.link, c.on_date::text as on from entities e
    left join content_view c on c.entity_id = e.id and c.id = any(${[...contentIds]}::uuid[]) where e.id = ${entityId}::uuid order by c.id`.execute(
    db,
  );
  const contents = rows.flatMap(({ title, summary, link, on }) =>
    title === null ? [] : [{ title, summary, link, on }],
  );
  if (contents.length < new Set(contentIds).size) throw notFound('campaigns.content_not_found');
  return { company: rows[0]?.company ?? '', contents };
}

interface Asking {
  own: Assistance;
  question: Question;
  input: AssistanceBody;
  timeoutMs: number;
}

async function ask(ctx: Ctx, { own, question, input, timeoutMs }: Asking): Promise<string> {
  try {
    const { system, user, maxTokens } = question;
    const model = openLanguageModel({ ...own, timeoutMs });
    const said = await model.chat({ system, messages: [{ role: 'user', content: user }], maxTokens, json: true });
    return textFrom(said);
  } catch (error) {
    if (!(error instanceof LanguageModelError)) throw error;
    await note(ctx, { own, question, input, outcome: error.reason, text: '', doubts: 0 });
    throw unavailable(`campaigns.model_${error.reason}`);
  }
}

const answer = z.object({ text: z.string().trim().min(1).max(LONGEST_DRAFT) });

/** Control characters, and marks that turn the direction of writing, are nothing that a letter needs. */
function textFrom(said: string): string {
  const { data } = answer.safeParse(JSON.parse(said));
  const text = data?.text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  if (!text) throw new LanguageModelError('nonsense');
  return text;
}

interface Run {
  own: Assistance;
  question: Question;
  input: AssistanceBody;
  outcome: string;
  text: string;
  doubts: number;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Every run is kept: who, when, for what, which model and prompt, how much; the words themselves only as a hash (AI-7). */
const note = (ctx: Ctx, { own, question, input, outcome, text, doubts }: Run): Promise<void> =>
  record(ctx, {
    action: 'campaigns.draft_asked',
    details: {
      purpose: 'letter_draft',
      task: input.task,
      language: input.language,
      model: own.model,
      host: new URL(own.baseUrl).host,
      promptVersion: PROMPT_VERSION,
      contentIds: input.contentIds,
      askedCharacters: question.system.length + question.user.length,
      askedHash: sha256(question.system + question.user),
      outcome,
      answeredCharacters: text.length,
      answeredHash: text === '' ? null : sha256(text),
      doubts,
    },
  });
