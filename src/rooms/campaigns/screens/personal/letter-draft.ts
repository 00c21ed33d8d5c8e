import { z } from 'zod';

export interface LetterDraft {
  subject: string;
  text: string;
}

const stored = z.object({ subject: z.string().max(200), text: z.string().max(20_000) });

const keyOf = (talentId: string) => `personal letter ${talentId}`;

/** The greeting, room for what is to be said, and the closing. */
export const beginningOf = ({ greeting, closing }: { greeting: string; closing: string }): LetterDraft => ({
  subject: '',
  text: `${greeting}\n\n\n\n${closing}`,
});

/** Where one goes on writing: below the greeting. */
export const placeToWrite = ({ text }: LetterDraft): number => {
  const end = text.indexOf('\n\n');
  return end === -1 ? text.length : end + 2;
};

export type DraftMistake = 'subject' | 'text';

/** What is there before a word of one's own was written is no letter. */
export const letterMistakes = ({ subject, text }: LetterDraft, beginning: LetterDraft): DraftMistake[] => [
  ...(subject.trim() === '' ? (['subject'] as const) : []),
  ...(text.trim() === '' || bare(text) === bare(beginning.text) ? (['text'] as const) : []),
];

const bare = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** What was written stays on this machine until it was sent or thrown away. */
export function keepLetter(talentId: string, draft: LetterDraft): void {
  try {
    localStorage.setItem(keyOf(talentId), JSON.stringify(draft));
  } catch {
    // A browser without room for it loses nothing that is on the screen.
  }
}

export function keptLetter(talentId: string): LetterDraft | undefined {
  try {
    return stored.safeParse(JSON.parse(localStorage.getItem(keyOf(talentId)) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

export function dropLetter(talentId: string): void {
  try {
    localStorage.removeItem(keyOf(talentId));
  } catch {
    // Then there is none.
  }
}
