import type { Ctx } from '#ground/context.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import type { LetterMaker } from './letters.ts';

/** Compiles the version of a campaign's letter that was approved. @returns undefined when there is none that can be read */
export type LetterSource = (ctx: Ctx, campaign: CampaignAtWork) => Promise<LetterMaker | undefined>;

let source: LetterSource | undefined;

/** Who writes letters provides them to who sends them. */
export function provideLetters(own: LetterSource): void {
  source = own;
}

export const letterFor: LetterSource = async (ctx, campaign) => source?.(ctx, campaign);
