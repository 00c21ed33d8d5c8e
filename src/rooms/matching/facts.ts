import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import type { readMatchingFacts } from './contract-matches.ts';
import type { Directory } from './directory/types.ts';
import { CONCEPT_KINDS } from './directory/types.ts';
import { engineFor } from './engine/engine.ts';
import { DEFAULT_WEIGHTS } from './runs/weights.ts';
import { RULE_VERSION } from './scoring/types.ts';

/** What a match may read of a person, and what it never does; the pages say it in words. @source REQUIREMENTS AI-5 */
const INPUTS = ['skills', 'tasks', 'training', 'languages', 'interests', 'place', 'hours', 'availability'];
const NEVER_INPUTS = [
  'name',
  'photo',
  'gender',
  'age',
  'nationality',
  'address',
  'gaps',
  'engagement',
  'warmth',
  'stage',
];

/** For everybody who works here, and for a works council: versions, inputs, limits, counts. */
export async function getFacts(ctx: Ctx): Promise<z.input<(typeof readMatchingFacts)['answer']>> {
  const { directory, people } = await engineFor(ctx);
  return {
    ruleVersion: RULE_VERSION,
    directories: directory.provenances.map((_, at) => countsOf(directory, at)),
    defaultWeights: DEFAULT_WEIGHTS,
    inputs: INPUTS,
    neverInputs: NEVER_INPUTS,
    indexedPeople: people.index.count(),
  };
}

function countsOf({ concepts, labels, provenances }: Directory, provenance: number) {
  const seen = new Set<number>();
  let labelCount = 0;
  for (let at = 0; at < labels.count; at += 1) {
    if (labels.provenance[at] !== provenance) continue;
    labelCount += 1;
    seen.add(labels.concept[at] ?? -1);
  }
  const count = (kind: (typeof CONCEPT_KINDS)[number]) =>
    [...seen].filter((concept) => CONCEPT_KINDS[concepts.kinds[concept] ?? 0] === kind).length;
  const { source = '', version = '' } = provenances[provenance] ?? {};
  return { source, version, occupations: count('occupation'), skills: count('skill'), labels: labelCount };
}
