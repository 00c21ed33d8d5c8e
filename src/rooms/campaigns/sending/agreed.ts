import type { Ctx } from '#ground/context.ts';
import type { ContactAnswer } from '#rooms/consent/index.ts';
import { decideContact, listContactFacts, NOT_HERE } from '#rooms/consent/index.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import { questionOf } from './question.ts';

/** Since when, and until when, somebody agrees to get such letters; `YYYY-MM-DD`. */
export interface Agreed {
  on: string;
  until: string | null;
}

/** Undefined where it is not a consent that allows the letter. */
export function agreedIn({ reasons }: Pick<ContactAnswer, 'reasons'>): Agreed | undefined {
  const { on, until } = reasons.find(({ code }) => code === 'topic_confirmed')?.params ?? {};
  return typeof on === 'string' ? { on, until: typeof until === 'string' ? until : null } : undefined;
}

/** For one letter that is looked at. */
export async function findAgreed(ctx: Ctx, campaign: CampaignAtWork, talentId: string): Promise<Agreed | undefined> {
  const facts = await listContactFacts(ctx, [talentId]);
  return agreedIn(decideContact(facts.get(talentId) ?? NOT_HERE, questionOf(campaign, talentId), ctx.now));
}
