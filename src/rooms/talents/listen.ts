import type { EventBoard } from '#ground/events/events.ts';
import { providePeople } from '#rooms/consent/index.ts';
import { eraseEach } from './erase.ts';
import { setEraseDates } from './erase-dates.ts';
import { findOrMakeSignedUp } from './signed-up.ts';

/** The consent room decides when somebody goes; this room has the rows. */
export function listenToConsent(board: EventBoard) {
  providePeople(findOrMakeSignedUp);
  board.on('consent.erase_dates_changed', (ctx, { dates }) => setEraseDates(ctx, dates));
  board.on('consent.erase_now', async (ctx, { talentIds }) => void (await eraseEach(ctx, talentIds)));
}
