import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow, may } from '#rooms/accounts/index.ts';
import { dayOf } from '../engine/read-index.ts';
import { engineFor } from '../engine/engine.ts';
import { listFindingDecisions } from '../engine/finding-decisions.ts';
import type { PersonDocuments } from '../people/documents.ts';
import { listDocuments } from '../people/documents.ts';
import type { Recogniser } from '../recognition/types.ts';
import { isPrivate } from '../evidence.ts';
import type { Finding } from '../schema-matches.ts';
import { findingId } from './finding-id.ts';

const FINDINGS_AT_MOST = 120;

/**
 * What a person's own words show, read anew from their texts, with what humans said about it.
 * @throws AppError matching.person_unknown
 */
export async function listFindingsOf(ctx: Ctx, talentId: string): Promise<Finding[]> {
  allow(ctx.actor, 'matching.read');
  const documents = await documentsOf(ctx, talentId);
  const { recogniser } = await engineFor(ctx);
  const decided = (await listFindingDecisions(ctx, [talentId])).get(talentId) ?? [];
  const decisionOf = new Map(decided.map((one) => [`${one.conceptId} ${one.stance}`, one.decision]));
  const seesPrivate = may(ctx.actor, 'talents.read_notes');
  const found = readAll(documents, recogniser).filter(({ evidence }) => seesPrivate || !isPrivate(evidence));
  return onceEach(found)
    .slice(0, FINDINGS_AT_MOST)
    .map((one) => ({
      ...one,
      label: labelFor(recogniser, one.conceptId, ctx.actor.language) ?? one.label,
      decision: decisionOf.get(`${one.conceptId} ${one.stance}`) ?? null,
    }));
}

/**
 * A human's word about a finding; it wins for ever over what the program reads.
 * @throws AppError matching.person_unknown, matching.finding_missing
 */
export const decideFindingOf = (
  ctx: Ctx,
  { talentId, findingId: id }: { talentId: string; findingId: string },
  decision: 'confirmed' | 'rejected',
): Promise<Finding> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'talents.write');
    const finding = (await listFindingsOf(ctx, talentId)).find((one) => one.id === id);
    if (!finding) throw notFound('matching.finding_missing');
    const { conceptId, kind, stance, evidence } = finding;
    await ctx.db
      .deleteFrom('talent_findings')
      .where('talent_id', '=', talentId)
      .where('concept_id', '=', conceptId)
      .where('stance', '=', stance)
      .execute();
    await ctx.db
      .insertInto('talent_findings')
      .values({
        id: newId(ctx.now.getTime()),
        talent_id: talentId,
        concept_id: conceptId,
        kind,
        stance,
        source_kind: evidence.source,
        source_id: evidence.sourceId,
        sentence: evidence.sentence,
        span_from: evidence.spanFrom,
        span_to: evidence.spanTo,
        said_on: evidence.on,
        directory_version: (await engineFor(ctx)).recogniser.directoryVersion,
        found_at: ctx.now,
        decision,
        decided_by: ctx.actor.memberId,
        decided_at: ctx.now,
      })
      .execute();
    await sql`insert into match_index_news (talent_id) values (${talentId}::uuid)`.execute(ctx.db);
    return { ...finding, decision };
  });

async function documentsOf(ctx: Ctx, talentId: string): Promise<PersonDocuments> {
  const [documents] = await listDocuments(ctx.db, [talentId], dayOf(ctx));
  if (!documents || !ctx.actor.entityIds.includes(documents.entityId)) throw notFound('matching.person_unknown');
  return documents;
}

function readAll({ talentId, passages }: PersonDocuments, recogniser: Recogniser): Finding[] {
  return passages.flatMap(({ source, sourceId, on, text, given }) =>
    recogniser
      .recognise(text, { as: source === 'role' || source === 'station' || given ? 'title' : 'text' })
      .map((finding): Finding => ({
        id: findingId(talentId, finding.conceptId, finding.stance),
        conceptId: finding.conceptId,
        label: finding.label,
        kind: finding.kind,
        stance: given === 'interest' ? 'interest' : finding.stance,
        evidence: {
          sentence: finding.sentence,
          spanFrom: finding.spanFrom,
          spanTo: finding.spanTo,
          source,
          sourceId,
          on,
          concept: null,
        },
        decision: null,
      })),
  );
}

/** The newest proof of each; skills first, then what was found more than once. */
function onceEach(found: Finding[]): Finding[] {
  const byKey = Map.groupBy(found, ({ conceptId, stance }) => `${conceptId} ${stance}`);
  return [...byKey.values()]
    .map((all) => ({ count: all.length, newest: all.reduce(newer) }))
    .sort((a, b) => b.count - a.count || a.newest.label.localeCompare(b.newest.label))
    .map(({ newest }) => newest);
}

const newer = (a: Finding, b: Finding) => ((b.evidence.on ?? '') > (a.evidence.on ?? '') ? b : a);

function labelFor(recogniser: Recogniser, conceptId: string, language: string): string | undefined {
  const concept = recogniser.directory.byId.get(conceptId);
  return concept === undefined ? undefined : recogniser.labelOf(concept, language);
}
