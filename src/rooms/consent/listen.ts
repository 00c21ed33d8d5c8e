import type { EventBoard } from '#ground/events/events.ts';
import { provideMailGate } from '#ground/mail/gate.ts';
import { keepProofs } from './erasure/proofs.ts';
import { isMailShut, mayMailStillGo } from './mail-gate.ts';
import { setFirstPeriods } from './records.ts';

/** What this room does when a house is set up, when people are erased, and before a mail leaves. */
export function listenForConsent(board: EventBoard) {
  board.on('accounts.installed', (ctx, { countryProfile }) => setFirstPeriods(ctx, countryProfile));
  board.on('talents.erased', (ctx, { talentIds }) => keepProofs(ctx, talentIds));
  provideMailGate({ isShut: isMailShut, mayStillGo: mayMailStillGo });
}
