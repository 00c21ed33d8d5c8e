import type { z } from 'zod';
import type { personalLetterStart } from '../../schema-writing.ts';

export type LetterStart = z.infer<typeof personalLetterStart>;

export interface Addressee {
  talentId: string;
  name: string;
  /** The touch that the letter answers. */
  answers: string | null;
  from: 'today' | undefined;
}
