import { letter as letterSchema, type Letter } from '../../schema-letter.ts';

const keyOf = (campaignId: string) => `letter ${campaignId}`;

/** What could not be saved yet stays on this machine until it is. */
export function keepDraft(campaignId: string, version: number, letter: Letter): void {
  try {
    localStorage.setItem(keyOf(campaignId), JSON.stringify({ version, letter }));
  } catch {
    // A browser without room for it loses nothing that is on the screen.
  }
}

export function dropDraft(campaignId: string): void {
  try {
    localStorage.removeItem(keyOf(campaignId));
  } catch {
    // Then there is none.
  }
}

/** The unsaved words of an earlier visit, if they were written on top of this version. */
export function draftFor(campaignId: string, version: number): Letter | undefined {
  const kept = read(campaignId);
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || kept.version !== version) return undefined;
  return letterSchema.safeParse('letter' in kept ? kept.letter : undefined).data;
}

function read(campaignId: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(keyOf(campaignId)) ?? 'null');
  } catch {
    return undefined;
  }
}
