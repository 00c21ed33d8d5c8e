import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { ClassificationRules } from '../classification/rules.ts';
import { classifyFacts } from './classify-facts.ts';
import { getRules } from './current.ts';
import type { KnownFacts } from './known-facts.ts';
import { knownFacts } from './known-facts.ts';

/** Numbers per segment now and after a change of the rules, over the first people of the actor's entities; writes nothing. */
export async function previewClassification(ctx: Ctx, changed: ClassificationRules, mostPeople = 20_000) {
  allow(ctx.actor, 'inventory.manage_rules');
  const { rules: current } = await getRules(ctx);
  const today = ctx.now.toISOString().slice(0, 10);
  const now: Record<string, number> = {};
  const after: Record<string, number> = {};
  let sampled = 0;
  for await (const people of knownFacts(ctx.db, ctx.actor.entityIds)) {
    countSegments(now, people, current, today);
    countSegments(after, people, changed, today);
    sampled += people.length;
    if (sampled >= mostPeople) break;
  }
  return { now, after, sampled };
}

function countSegments(
  counts: Record<string, number>,
  people: KnownFacts[],
  rules: ClassificationRules,
  today: string,
) {
  for (const facts of people)
    for (const { segment } of classifyFacts(facts, rules, today)) counts[segment] = (counts[segment] ?? 0) + 1;
}
