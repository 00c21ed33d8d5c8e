import type { Ctx } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { purposeOf } from './policy.ts';
import type { LegalSegment } from './policy.ts';
import type { NewGround } from './schema.ts';

interface Grounded {
  ground: NewGround;
}

/** Which relationships each proof is to carry. */
function segmentsByProof(entries: readonly Grounded[], proofOf: (ground: NewGround) => string | undefined) {
  const wanted = new Map<string, Set<LegalSegment>>();
  for (const { ground } of entries) {
    const proof = proofOf(ground);
    if (proof) wanted.set(proof, (wanted.get(proof) ?? new Set()).add(ground.segment));
  }
  return wanted;
}

/**
 * A consent is proved by a text of the own entity about the very purpose it carries: a wider purpose needs a new consent.
 * @source CO-7, LB-5
 * @throws AppError consent.text_missing, consent.text_of_other_purpose
 */
export async function refuseForeignTexts({ db, actor }: Ctx, entries: readonly Grounded[]): Promise<void> {
  const wanted = segmentsByProof(entries, ({ consent }) => consent?.textId);
  if (wanted.size === 0) return;
  const rows = await db
    .selectFrom('consent_texts')
    .select(['id', 'purpose'])
    .where('id', 'in', [...wanted.keys()])
    .where('entity_id', 'in', actor.entityIds)
    .execute();
  for (const [id, segments] of wanted) {
    const text = rows.find((row) => row.id === id);
    if (!text) throw notFound('consent.text_missing');
    const other = [...segments].find((segment) => purposeOf(segment) !== text.purpose);
    if (other) throw invalid('consent.text_of_other_purpose', { segment: other });
  }
}

const interestOf = ({ basis, assessmentId }: NewGround) => (basis === 'legitimate_interest' ? assessmentId : undefined);

/**
 * Past its review date an assessment carries nobody new, and none carries people of another segment or entity.
 * @source LB-6
 * @throws AppError consent.assessment_missing, consent.assessment_overdue
 */
export async function refuseOverdueAssessments({ db, actor, now }: Ctx, entries: readonly Grounded[]): Promise<void> {
  const wanted = segmentsByProof(entries, interestOf);
  if (wanted.size === 0) return;
  const rows = await db
    .selectFrom('interest_assessments')
    .select(['id', 'segment', 'review_on'])
    .where('id', 'in', [...wanted.keys()])
    .where('entity_id', 'in', actor.entityIds)
    .execute();
  const today = now.toISOString().slice(0, 10);
  for (const [id, segments] of wanted) {
    const row = rows.find((one) => one.id === id);
    if (!row || [...segments].some((segment) => segment !== row.segment)) throw notFound('consent.assessment_missing');
    if (row.review_on < today) throw conflict('consent.assessment_overdue', { reviewOn: row.review_on });
  }
}
