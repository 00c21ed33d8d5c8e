/** Which rows are marked. "All" marks every hit of the sentence, also those never loaded. */
export type Marking = { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all'; except: ReadonlySet<string> };

export const NOTHING_MARKED: Marking = { kind: 'some', ids: new Set() };
export const EVERYTHING_MARKED: Marking = { kind: 'all', except: new Set() };

export const isMarked = (marking: Marking, id: string): boolean =>
  marking.kind === 'some' ? marking.ids.has(id) : !marking.except.has(id);

export const countMarked = (marking: Marking, total: number): number =>
  marking.kind === 'some' ? marking.ids.size : total - marking.except.size;

export function toggleMark(marking: Marking, id: string): Marking {
  return setMark(marking, id, !isMarked(marking, id));
}

export function markAll(marking: Marking, ids: readonly string[]): Marking {
  return ids.reduce((changed, id) => setMark(changed, id, true), marking);
}

function setMark(marking: Marking, id: string, marked: boolean): Marking {
  const listed = new Set(marking.kind === 'some' ? marking.ids : marking.except);
  if (marked === (marking.kind === 'some')) listed.add(id);
  else listed.delete(id);
  return marking.kind === 'some' ? { kind: 'some', ids: listed } : { kind: 'all', except: listed };
}
