import type { Ctx } from '#ground/context.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import type { LetterMaker } from './letters.ts';

/** Whoever only looks at a letter changes nothing. */
export type LetterUse = 'to_send' | 'to_look_at';

/** Compiles the version of a campaign's letter that was approved. @returns undefined when there is none that can be read */
export type LetterSource = (ctx: Ctx, campaign: CampaignAtWork, use: LetterUse) => Promise<LetterMaker | undefined>;

let source: LetterSource | undefined;

/** Who writes letters provides them to who sends them. */
export function provideLetters(own: LetterSource): void {
  source = own;
}

export const letterFor: LetterSource = async (ctx, campaign, use) => source?.(ctx, campaign, use);
