import type { ConceptFact, PersonFacts, PersonProfile, Proof, Verdict } from './types.ts';
import type { Value } from './values.ts';

/** A person while a demand is held against them. */
export interface Candidate {
  person: PersonFacts;
  /** Undefined where only facts are known, as in the index; then nothing can be quoted. */
  profile: PersonProfile | undefined;
  factOf: (concept: number) => ConceptFact | undefined;
}

export interface Judged extends Pick<Verdict, 'label' | 'why' | 'params' | 'via' | 'proofs' | 'concept'> {
  value: Value;
}

export function candidateOf(person: PersonFacts | PersonProfile): Candidate {
  const profile = 'proofs' in person ? person : undefined;
  // A fact without a sentence that proves it does not count (AI-4).
  const facts = new Map(
    person.concepts
      .filter(({ concept }) => !profile || (profile.proofs.get(concept)?.length ?? 0) > 0)
      .map((fact) => [fact.concept, fact]),
  );
  return { person, profile, factOf: (concept) => facts.get(concept) };
}

export const NO_REASON = { why: null, params: {}, via: null, proofs: [], concept: null } satisfies Partial<Judged>;

export const proofsOf = ({ profile }: Candidate, concept: number): Proof[] => profile?.proofs.get(concept) ?? [];
export const wishedProofsOf = ({ profile }: Candidate, concept: number): Proof[] =>
  profile?.wishedProofs.get(concept) ?? [];
