import type { Ctx } from '#ground/context.ts';
import { AppError } from '#ground/errors/app-error.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { decideContact, getNotice, listContactFacts, mustCarryNotice, NOT_HERE } from '#rooms/consent/index.ts';
import type { FootLine } from '../letters/plain-letter.ts';

const questionFor = (talentId: string) => ({ talentId, channel: 'mail', purpose: 'personal' }) as const;

/** Whether a letter to this person has to say where we know them from, as of now (IN-2, NL-3). */
export async function needsNotice(ctx: Ctx, talentId: string): Promise<boolean> {
  const facts = (await listContactFacts(ctx, [talentId])).get(talentId) ?? NOT_HERE;
  return mustCarryNotice(decideContact(facts, questionFor(talentId), ctx.now));
}

/** The whole notice, and the way to the page on which the person objects, corrects, or leaves. @throws AppError consent.privacy_contact_missing */
export async function noticeLines(ctx: Ctx, talentId: string, language: 'de' | 'en'): Promise<FootLine[]> {
  const { text } = await getNotice(ctx, talentId, language);
  const words = serverMessages(language);
  return [
    words('campaigns', 'personal.notice_intro'),
    ...text.split('\n\n'),
    { words: words('campaigns', 'personal.notice_link'), link: 'preferences' },
  ];
}

type Carried = { kind: 'none' } | { kind: 'words'; words: FootLine[] } | { kind: 'missing' };

/** What goes below the letter this moment; where the notice is owed and cannot be written, the letter must not leave. */
export async function carriedNotice(ctx: Ctx, talentId: string, language: 'de' | 'en'): Promise<Carried> {
  if (!(await needsNotice(ctx, talentId))) return { kind: 'none' };
  try {
    return { kind: 'words', words: await noticeLines(ctx, talentId, language) };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'missing' };
    throw error;
  }
}
