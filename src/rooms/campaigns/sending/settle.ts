import type { Ctx } from '#ground/context.ts';
import { blockAddress } from '../bounces/block.ts';
import type { Errands, Place } from './consequences.ts';
import { openAlarm, openDomains, openErrands, openNotes } from './consequences.ts';
import { pauseAfter } from './lanes.ts';
import type { Ending, Held } from './ledger.ts';
import type { Ready } from './ready.ts';
import type { Outcome } from './smtp-session.ts';

/** About the connection, not about the letter or its domain. */
const OF_THE_WIRE =
  /^(connection_broken|closed|timed_out|unreachable|not_sent|tls_|greeting_|ehlo_|sign_in_|not_a_mail_server)/;
const AGAIN_AFTER_BREAK_MS = 20_000;
/** After these the letter is given up: about two days with the growing pauses. */
const MOST_TRIES = 16;
/** So many in a row, and the whole domain is left in peace for a while. */
const REFUSALS_BEFORE_PAUSE = 3;
/** The person has no such mailbox; other refusals may be about us. */
const NO_SUCH_MAILBOX = /^recipient_(55[0-9]_5\.1\.\d+|550|553)$/;

const heldOf = ({ claim: { talentId, claims } }: Ready): Held => ({ talentId, claims });

export interface Settling {
  release: (letter: Ready) => void;
  settle: (letter: Ready, outcome: Outcome) => void;
  mayGo: (letter: Ready) => boolean;
  /** No connection could be had. */
  troubled: (code: string) => void;
  /** When all consequences are drawn. */
  finish: () => Promise<void>;
}

/** Draws the consequences of what the server said to each letter. */
export function settling(ctx: Ctx, place: Place): Settling {
  const { ledger } = place;
  const errands = openErrands();
  const domains = openDomains(ctx, place, errands);
  const noted = openNotes(ctx, place, errands);
  const alarm = openAlarm(ctx, place, errands);
  const release = (letter: Ready) => ledger.end({ ...heldOf(letter), state: 'queued', code: null });
  return {
    release,
    settle: verdicts(ctx, { place, errands, domains, noted, alarm, release }),
    mayGo: (letter) => {
      const notBefore = domains.restsUntil(letter.claim.domain);
      if (notBefore) ledger.end({ ...heldOf(letter), state: 'queued', code: null, notBefore });
      return notBefore === undefined;
    },
    troubled: (code) => {
      if (needsHuman(code)) alarm.raise();
    },
    finish: async () => {
      noted.flush();
      alarm.judge();
      await errands.done();
    },
  };
}

interface Desk {
  place: Place;
  errands: Errands;
  domains: ReturnType<typeof openDomains>;
  noted: ReturnType<typeof openNotes>;
  alarm: ReturnType<typeof openAlarm>;
  release: (letter: Ready) => void;
}

function verdicts(ctx: Ctx, { place, errands, domains, noted, alarm, release }: Desk) {
  const { sender, ledger, clock } = place;
  const accepted = (letter: Ready) => {
    ledger.end({ ...heldOf(letter), state: 'accepted', code: null });
    alarm.calm();
    domains.taken(letter.claim.domain);
    noted.add(letter.claim.talentId);
  };
  const uncertain = (letter: Ready, code: string) => {
    ledger.end({ ...heldOf(letter), state: 'uncertain', code });
    alarm.broken(sender.connections);
  };
  const putOff = (letter: Ready, code: string) => {
    const ending = patienceWith(letter, code, clock());
    ledger.end(ending);
    if (ending.state === 'queued' && ending.code !== null)
      domains.refused(letter.claim.domain, code.includes('_421') ? 1 : REFUSALS_BEFORE_PAUSE);
  };
  const failed = (letter: Ready, code: string) => {
    ledger.end({ ...heldOf(letter), state: 'failed', code });
    if (NO_SUCH_MAILBOX.test(code)) block(ctx, place, errands, { talentId: letter.claim.talentId, code });
  };
  return (letter: Ready, outcome: Outcome): void => {
    if (outcome.kind === 'accepted') return accepted(letter);
    if (outcome.kind === 'failed') return failed(letter, outcome.code);
    if (outcome.kind === 'put_off') return putOff(letter, outcome.code);
    if (outcome.kind === 'uncertain') return uncertain(letter, outcome.code);
    release(letter);
    return alarm.raise();
  };
}

/** A wrong password or a certificate that does not fit; a server that cannot be reached is asked again in the next minute. */
const needsHuman = (code: string): boolean =>
  code.startsWith('sign_in_refused') || code === 'tls_failed' || code === 'tls_missing';

/** Later, or, after days, never. */
function patienceWith(letter: Ready, code: string, now: Date): Ending {
  const { tries } = letter.claim;
  const isWire = OF_THE_WIRE.test(code);
  if (!isWire && tries + 1 >= MOST_TRIES) return { ...heldOf(letter), state: 'failed', code: `given_up_${code}` };
  const pause = isWire ? AGAIN_AFTER_BREAK_MS * (0.5 + Math.random()) : pauseAfter(tries + 1, Math.random());
  const notBefore = new Date(now.getTime() + pause);
  return { ...heldOf(letter), state: 'queued', code: isWire ? null : code, notBefore };
}

function block(ctx: Ctx, place: Place, errands: Errands, { talentId, code }: { talentId: string; code: string }) {
  const { campaign, ledger, clock } = place;
  errands.send(async () => {
    await ledger.settled();
    await blockAddress({ ...ctx, now: clock() }, { campaignId: campaign.id, talentId, code });
  });
}
