declare module '#ground/events/news.ts' {
  interface Events {
    /** Two records became one. What other rooms know of `goneId` now belongs to `keptId`. */
    'talents.merged': { mergeId: string; keptId: string; goneId: string };
    /** The merge was taken back. */
    'talents.unmerged': { mergeId: string; keptId: string; goneId: string };
    /** Told before the rows go, in the same transaction. */
    'talents.erased': { talentIds: string[] };
    /** What is written about these people changed, or they are new. */
    'talents.words_changed': { talentIds: string[] };
    /** Contacts were added, changed or taken away: what is counted from the last one moves at once. */
    'talents.touched': { talentIds: string[] };
    /** Something that belongs to these people was added, changed, taken away or put back; `parts` are its tables. */
    'talents.parts_changed': { talentIds: string[]; parts: string[] };
    /** These people came back out of the bin. */
    'talents.restored': { talentIds: string[] };
    /** Somebody else looks after these people now, or nobody. */
    'talents.owner_changed': { talentIds: string[] };
    /** A paper was kept; whoever can read it sets its text. */
    'talents.file_kept': { talentId: string; fileId: string; storedAs: string; mediaType: string };
  }
}

export type TalentEvent = 'talents.merged' | 'talents.unmerged' | 'talents.erased';
