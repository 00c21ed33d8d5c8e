import type { Classification, ImportedEmployment, ImportedPerson } from '../types.ts';
import { foldWords } from '../values/text-form.ts';
import type { FormerRule } from './rules.ts';

/** The reason why a person is a former colleague by this rule; undefined when they are none. */
export function formerReason(
  { employment }: ImportedPerson,
  rule: FormerRule,
  today: string,
): Classification['reason'] | undefined {
  if (!employment || !rule.kinds.includes(employment.kind) || !hasLeft(employment, rule, today)) return undefined;
  if (rule.excludesUnwanted && employment.rehireWish === 'no') return undefined;
  if (leftForExcludedReason(employment, rule)) return undefined;
  return reasonOf(employment);
}

function hasLeft(
  { leftOn, exitReason, kind }: ImportedEmployment,
  { endingKinds }: FormerRule,
  today: string,
): boolean {
  if (leftOn !== undefined) return leftOn <= today;
  return exitReason !== undefined || endingKinds.includes(kind);
}

/** At the beginning or end of a word: "Rente" excludes "Altersrente", but not "Wechsel zum Konkurrenten". */
function leftForExcludedReason({ exitReason }: ImportedEmployment, { excludedReasons }: FormerRule): boolean {
  if (!exitReason) return false;
  const text = ` ${foldWords(exitReason)} `;
  return excludedReasons.map(foldWords).some((reason) => text.includes(` ${reason}`) || text.includes(`${reason} `));
}

function reasonOf({ kind, role, leftOn, rehireWish }: ImportedEmployment): Classification['reason'] {
  const dated = leftOn ? 'left' : 'undated';
  const worded = role ? `${dated}_role` : dated;
  const code = rehireWish === 'yes' ? `classification.former_${worded}_wanted` : `classification.former_${worded}`;
  return { code, params: { kind, ...(leftOn ? { on: leftOn } : {}), ...(role ? { role } : {}) } };
}
