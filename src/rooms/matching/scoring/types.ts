import type { FindingKind, LanguageLevel, Stance } from '../recognition/types.ts';
import type { CriterionName, Evidence } from '../schema-matches.ts';

/** Version of the rules by which points are given; a run keeps it. Raise it with every change that moves a point. */
export const RULE_VERSION = 'B-1';

/** What a human said about a finding; it wins over what the program reads (table talent_findings). */
export interface FindingDecision {
  conceptId: string;
  stance: Stance;
  decision: 'confirmed' | 'rejected';
  sentence: string;
  spanFrom: number;
  spanTo: number;
  source: Evidence['source'];
  sourceId: string | null;
  /** `YYYY-MM-DD` */
  on: string | null;
}

/** One concept of a person; one stance each. */
export interface ConceptFact {
  concept: number;
  kind: FindingKind;
  stance: Stance;
  /** Said to be wished, whatever else is said of it. */
  isWished: boolean;
  /** Of a language, where it is known. */
  level: LanguageLevel | null;
}

/** What the index keeps of a person: numbers, no sentence and no name. */
export interface PersonFacts {
  talentId: string;
  entityId: string;
  concepts: ConceptFact[];
  /** Skills and interests from the person's fields that the directory lacks, folded. */
  freeSkills: { text: string; stance: Stance }[];
  /** Numbers of the recogniser, ascending, each once. */
  stems: Uint32Array;
  /** Town as folded words; `null` is unknown. */
  town: string | null;
  /** Folded towns that the wishes name, and whether somebody would move anywhere. */
  wishedTowns: string[];
  wouldMove: boolean;
  /** Wished share of full time, 0 to 1; `null` is unknown. */
  hours: { from: number; to: number } | null;
  /** `YYYY-MM-DD`; `null` is unknown. */
  availableFrom: string | null;
}

/** Sentence and place without the label of the concept, which is said in the reader's language only when it is shown. */
export type Proof = Omit<Evidence, 'concept'>;

/** Facts with what proves them. Short-lived: made for an update of the index or for the few people who are shown. */
export interface PersonProfile extends PersonFacts {
  /** Town as the person's record writes it. */
  city: string | null;
  /** Best proofs of the stance per concept, at most three. */
  proofs: ReadonlyMap<number, Proof[]>;
  wishedProofs: ReadonlyMap<number, Proof[]>;
  freeProofs: ReadonlyMap<string, Proof[]>;
  /** Where a stem stands first. */
  proofOfStem: (stem: number) => Proof | undefined;
  /** Where folded words that the directory lacks stand literally, and what is said of them. */
  named: (text: string) => { stance: Stance; proof: Proof } | undefined;
  wishProofs: { hours: Proof | null; town: Proof | null };
  /** Parts of the person's texts that were not counted, for a human to look at. */
  ignored: (Proof & { why: 'instruction' | 'hidden' | 'stuffing' })[];
}

/** What is asked for. A demand of `#rooms/demand` is one. */
export interface DemandWishes {
  title: string;
  description: string;
  must: { label: string; conceptId?: string | undefined }[];
  nice: { label: string; conceptId?: string | undefined }[];
  languages: { language: string; level?: LanguageLevel | undefined }[];
  city: string | null;
  mayBeRemote: boolean | null;
  hoursMinShare: number | null;
  hoursMaxShare: number | null;
  /** `YYYY-MM-DD` */
  fromOn: string | null;
}

/** Another concept that speaks for a wish in part. */
export interface CloseConcept {
  concept: number;
  /** 0 to 1: how much of the wish it covers. */
  share: number;
  /** Of a skill `narrower`, `broader`, `related`; of an occupation also `same_field`. Key in `matching:why.*`. */
  why: 'narrower' | 'broader' | 'related' | 'same_field';
}

export interface SkillWish {
  label: string;
  /** `undefined`: the directory lacks it; then only a skill field with the same words shows it. */
  concept: number | undefined;
  /** Folded label, for wishes that the directory lacks. */
  text: string;
  /** Best first. */
  close: CloseConcept[];
}

export interface LanguageWish {
  label: string;
  concept: number | undefined;
  level: LanguageLevel | null;
}

export interface OccupationWish {
  /** Title of the demand. */
  label: string;
  /** Concepts that the title or text names; share 1. */
  concepts: number[];
  /** Best first. */
  close: CloseConcept[];
  /** Skills without which the occupation is not done. */
  essential: number[];
}

export interface QueryStem {
  stem: number;
  /** 0 to 1; all of a query add up to 1. */
  weight: number;
}

/** A demand as the rules read it. Made for one recogniser. */
export interface DemandQuery {
  title: string;
  must: SkillWish[];
  nice: SkillWish[];
  languages: LanguageWish[];
  /** `null`: no occupation is known, so none is asked for. */
  occupation: OccupationWish | null;
  stems: QueryStem[];
  town: { label: string; folded: string } | null;
  mayBeRemote: boolean;
  hours: { from: number; to: number } | null;
  fromOn: string | null;
  /** Nothing in it that anybody could be compared with. */
  isEmpty: boolean;
  /** Language of the free text; `null`: not read. */
  language: 'de' | 'en' | null;
}

/** One wish of a criterion held against one person. */
export interface Verdict {
  name: CriterionName;
  label: string;
  state: 'met' | 'partly' | 'unknown' | 'not_met';
  /** Weight of this wish: that of its criterion shared among its wishes. */
  weight: number;
  points: number;
  /** Of the weight; the rest is unknown. */
  knownPoints: number;
  /** Key in `matching:why.*`. */
  why: string | null;
  params: Record<string, string | number | null>;
  /** Concept in `params.label`, which is said in the reader's language. */
  via: number | null;
  proofs: readonly Proof[];
  /** Concept that the proofs stand for. */
  concept: number | null;
}

export interface Score {
  /** Sum of the criteria. */
  points: number;
  knownPoints: number;
  /** Weights of all criteria that are asked for. */
  totalPoints: number;
  /** 0 to 1: points over known points; 0 where nothing is known. As it is shown. */
  share: number;
  /** 0 to 1: the share with the floor under the known points. As it is ordered. */
  rankShare: number;
}

/** Once with us and gone, or nearly taken: asked first when the family of roles opens again. */
export const RECALL_MARKS = ['none', 'left', 'wishes_to_return', 'silver_medal'] as const;
export type RecallMark = (typeof RECALL_MARKS)[number];

export interface RankedPerson extends Score {
  talentId: string;
  recall: RecallMark;
}
