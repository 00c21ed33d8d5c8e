import type { NotShownReason } from '../people/eligible.ts';
import type { Weights } from '../schema-matches.ts';
import type { DemandQuery, PersonFacts, RankedPerson, RecallMark } from './types.ts';

export interface PersonMarks {
  /** `null`: they are compared. */
  notShown: NotShownReason | null;
  recall: RecallMark;
  /** Occupations that they had here, or nearly had. */
  recallFor?: readonly number[];
}

export interface RankPage {
  /** `recall`: those once here or nearly taken, in this family of roles, who are asked first; `others`: everybody else. */
  who: 'everyone' | 'recall' | 'others';
  offset: number;
  limit: number;
}

/** Whose texts name a wish, and who says that it is not so. */
export interface NamedPeople {
  shown: readonly string[];
  denied: readonly string[];
}

/** What an optional model adds (level C): per wish the concepts that it holds for near, nearest first. */
export interface ModelWishes {
  /** Shared by the wishes. */
  weight: number;
  wishes: readonly { label: string; close: readonly { concept: number; share: number }[] }[];
  /** For nobody else does it count. */
  agreed: ReadonlySet<string>;
}

export interface RankOptions {
  /** Whom one may see; persons of other entities do not exist. */
  entityIds: readonly string[];
  pages: readonly RankPage[];
  /**
   * For wishes that the directory lacks (`concept` undefined), by `SkillWish.text`: whose texts name the words literally, found by the caller in
   * the database. Left out: only skill fields show such a wish.
   */
  named?: ReadonlyMap<string, NamedPeople>;
  model?: ModelWishes | undefined;
  /** Occupations of the family of roles that opens; left out: everybody who was once here or nearly taken is asked first. */
  family?: readonly number[] | undefined;
  /** Scores of these people besides, e.g. of an alphabetical page; those who are not ranked are left out. */
  of?: readonly string[];
}

export interface Ranked {
  /** Everyone who was ranked; nobody is dropped. */
  rankedCount: number;
  recallCount: number;
  /** By reason; reasons that nobody has are left out. */
  notShown: Partial<Record<NotShownReason, number>>;
  /** One list per page asked for. */
  pages: RankedPerson[][];
  of: Map<string, RankedPerson>;
  /** Per must and nice wish: by how many it is shown, by how many nobody knows. */
  gaps: { label: string; shown: number; unknown: number }[];
}

/** All people in memory, as numbers. One process holds one; every call is synchronous. */
export interface PeopleIndex {
  /** Adds somebody or replaces what is known of them. */
  put: (person: PersonFacts, marks: PersonMarks) => void;
  /** Changes marks without reading texts again; nothing happens for somebody unknown. */
  mark: (talentId: string, marks: PersonMarks) => void;
  remove: (talentId: string) => void;
  has: (talentId: string) => boolean;
  count: () => number;
  rank: (query: DemandQuery, weights: Weights, options: RankOptions) => Ranked;
  /** Memory of all arrays. */
  bytes: () => number;
}
