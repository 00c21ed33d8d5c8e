import type { Ctx } from '#ground/context.ts';
import type { Engine } from '../engine/engine.ts';
import { listFindingDecisions } from '../engine/finding-decisions.ts';
import { dayOf } from '../engine/read-index.ts';
import { listDocuments } from '../people/documents.ts';
import { personProfile } from '../scoring/person-profile.ts';
import type { PersonProfile } from '../scoring/types.ts';

/** People as the rules read them now, from their own texts; two statements for any number. Who is not compared today is left out. */
export async function listProfiles(ctx: Ctx, engine: Engine, talentIds: string[]): Promise<Map<string, PersonProfile>> {
  const documents = await listDocuments(ctx.db, talentIds, dayOf(ctx));
  const decisions = await listFindingDecisions(ctx, talentIds);
  const compared = documents.filter(({ notShown }) => notShown === null);
  return new Map(
    compared.map((person) => [
      person.talentId,
      personProfile(person, engine.recogniser, decisions.get(person.talentId) ?? []),
    ]),
  );
}
