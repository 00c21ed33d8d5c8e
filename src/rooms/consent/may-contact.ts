import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { listContactFacts, NOT_HERE } from './contact-facts.ts';
import { decideContact } from './contact.ts';
import type { ContactAnswer, ContactQuestion } from './types-contact.ts';

/** May this message go to this person, on this channel, for this purpose, now? To be asked again when it is handed over (NL-1). */
export async function mayContact(ctx: Ctx, question: ContactQuestion): Promise<ContactAnswer> {
  allow(ctx.actor, 'consent.read');
  const facts = await listContactFacts(ctx, [question.talentId]);
  return decideContact(facts.get(question.talentId) ?? NOT_HERE, question, ctx.now);
}

/** Any number of questions at once, answered in their order. */
export async function mayContactMany(ctx: Ctx, questions: readonly ContactQuestion[]): Promise<ContactAnswer[]> {
  allow(ctx.actor, 'consent.read');
  const facts = await listContactFacts(
    ctx,
    questions.map(({ talentId }) => talentId),
  );
  return questions.map((question) => decideContact(facts.get(question.talentId) ?? NOT_HERE, question, ctx.now));
}
