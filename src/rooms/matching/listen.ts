import type { EventBoard } from '#ground/events/events.ts';
import { lookForAlertsJob } from './alerts/look.ts';
import { mergeMatching, partMatching } from './people/merges.ts';
import { note } from './people/news.ts';

/** Everything that can change what a person shows, or whether they are compared. */
export function listenForMatching(board: EventBoard): void {
  board.on('talents.words_changed', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('talents.touched', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('talents.erased', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('talents.merged', async (ctx, merge) => {
    await mergeMatching(ctx, merge);
    await note(ctx, [merge.keptId, merge.goneId]);
  });
  board.on('talents.unmerged', async (ctx, merge) => {
    await partMatching(ctx, merge);
    await note(ctx, [merge.keptId, merge.goneId]);
  });
  // What is planned now is looked at now, and not with the next round.
  board.on('demand.changed', (ctx) => ctx.jobs(ctx, lookForAlertsJob, {}));
  board.on('consent.given', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('consent.withdrawn', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('consent.quiet_changed', (ctx, { talentIds }) => note(ctx, talentIds));
}
