import type { LegalSegment, Periods } from '#rooms/consent/index.ts';
import { holdingPlan, planFor } from '#rooms/consent/index.ts';
import { AppError } from '#ground/errors/app-error.ts';
import type { NewGround } from '#rooms/consent/schema.ts';
import type { ImportBasis } from '../schema.ts';
import type { ImportedPerson } from '../types.ts';

export type BasisDecision =
  | { kind: 'keep'; ground: NewGround; eraseOn: string }
  | { kind: 'hold'; eraseOn: string }
  /** Somebody who said no, or whose consent is over and who was asked before: nothing is kept. */
  | { kind: 'refused' };

export interface BasisQuestion {
  person: ImportedPerson;
  legalSegment: LegalSegment;
  basis: ImportBasis;
  periods: Periods;
  /** `YYYY-MM-DD` */
  today: string;
  /** Where the row came from, e.g. `bewerbungen_2025.csv`. */
  fileName: string;
  line: number;
}

/**
 * May this person be kept, and on what? Nothing is assumed: without a consent that has a date, or a documented interest, people wait
 * in the holding area for the one invitation.
 */
export function decideBasis(question: BasisQuestion): BasisDecision {
  const { person, legalSegment, basis } = question;
  const { consent } = person;
  if (consent?.isGiven === false) return { kind: 'refused' };
  const chosen = basis[legalSegment] ?? { kind: 'ask_first' as const };
  if (chosen.kind === 'ask_first') return hold(question);
  if (chosen.kind === 'legitimate_interest')
    return keepOrHold(question, { basis: 'legitimate_interest', assessmentId: chosen.assessmentId });
  if (!consent?.on) return hold(question);
  return keepOrHold(question, {
    basis: 'consent',
    consent: {
      textId: chosen.textId,
      on: consent.on,
      form: 'imported',
      evidence: `${question.fileName}, ${question.line}`,
      ...untilOf(consent),
    },
  });
}

const untilOf = ({ until }: { until?: string }) => (until ? { until } : {});

const hold = ({ today, periods }: BasisQuestion): BasisDecision => ({
  kind: 'hold',
  eraseOn: holdingPlan(today, periods).eraseOn,
});

function keepOrHold(
  question: BasisQuestion,
  proof: Pick<NewGround, 'basis' | 'consent' | 'assessmentId'>,
): BasisDecision {
  const { legalSegment, periods, today, fileName } = question;
  const ground: NewGround = {
    segment: legalSegment,
    source: fileName.slice(0, 200).padEnd(2),
    obtainedOn: today,
    ...proof,
  };
  try {
    return { kind: 'keep', ground, eraseOn: planFor(ground, periods, today).eraseOn };
  } catch (error) {
    // A consent that is over, or dated in the future, carries nobody; the person may still be asked.
    if (error instanceof AppError) return hold(question);
    throw error;
  }
}
