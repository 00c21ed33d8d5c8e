import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { blockAddress } from '../bounces/block.ts';
import type { Sender } from '../identities/sender.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import { haltFor } from './halt.ts';
import { pauseAfter } from './lanes.ts';
import type { Held, Ledger } from './ledger.ts';
import type { Ready } from './ready.ts';
import type { Outcome } from './smtp-session.ts';
import { noteLetters } from './touches.ts';

interface Place {
  campaign: CampaignAtWork;
  sender: Sender;
  ledger: Ledger;
  clock: () => Date;
  /** Nothing more leaves in this run. */
  stop: () => void;
}

/** About the connection, not about the letter or its domain. */
const OF_THE_WIRE =
  /^(connection_broken|closed|timed_out|unreachable|not_sent|tls_|greeting_|ehlo_|sign_in_|not_a_mail_server)/;
const AGAIN_AFTER_BREAK_MS = 20_000;
/** After these the letter is given up: about two days with the growing pauses. */
const MOST_TRIES = 16;
/** So many in a row, and the whole domain is left in peace for a while. */
const REFUSALS_BEFORE_PAUSE = 3;
const NOTE_AT_ONCE = 500;
/** The person has no such mailbox; other refusals may be about us. */
const NO_SUCH_MAILBOX = /^recipient_(55[0-9]_5\.1\.\d+|550|553)$/;

const heldOf = ({ talentId, claims }: Held): Held => ({ talentId, claims });

/** Draws the consequences of what the server said to each letter. */
export function settling(ctx: Ctx, place: Place) {
  const { campaign, sender, ledger, clock } = place;
  const resting = new Map<string, Date>();
  const refusals = new Map<string, number>();
  const work: Promise<unknown>[] = [];
  let taken: string[] = [];
  let isSenderWrong = false;
  let uncertainInRow = 0;
  let isAnythingTaken = false;

  const own = (): Ctx => ({ ...ctx, now: clock() });
  const later = (task: Promise<unknown>) => void work.push(task.catch(() => {}));

  function note(least: number) {
    if (taken.length < least) return;
    const ids = taken;
    taken = [];
    later(ledger.settled().then(async () => noteLetters(own(), campaign, ids)));
  }

  const release = ({ claim }: Ready) => ledger.end({ ...heldOf(claim), state: 'queued', code: null });

  function rest(domain: string, atLeast: number) {
    const count = (refusals.get(domain) ?? 0) + 1;
    refusals.set(domain, count);
    if (count < atLeast) return;
    const until = new Date(clock().getTime() + pauseAfter(count - atLeast + 1, Math.random()));
    resting.set(domain, until);
    later(holdLane(ctx, { senderId: sender.id, domain, until, count }));
  }

  function putOff({ claim }: Ready, code: string) {
    const { domain, tries } = claim;
    const isWire = OF_THE_WIRE.test(code);
    if (!isWire && tries + 1 >= MOST_TRIES)
      return ledger.end({ ...heldOf(claim), state: 'failed', code: `given_up_${code}` });
    const pause = isWire ? AGAIN_AFTER_BREAK_MS * (0.5 + Math.random()) : pauseAfter(tries + 1, Math.random());
    ledger.end({
      talentId,
      state: 'queued',
      code: isWire ? null : code,
      notBefore: new Date(clock().getTime() + pause),
    });
    if (!isWire) rest(domain, code.includes('_421') ? 1 : REFUSALS_BEFORE_PAUSE);
  }

  /** All wires may break at once; a server that breaks them again and again would make every letter uncertain. */
  function uncertain(letter: Ready, code: string) {
    ledger.end({ ...heldOf(letter.claim), state: 'uncertain', code });
    uncertainInRow += 1;
    if (uncertainInRow === sender.connections + 1) stopForGood();
  }

  function stopForGood() {
    if (!isSenderWrong) later(haltFor(own(), campaign.id, 'sender'));
    isSenderWrong = true;
    place.stop();
  }

  function accepted({ claim }: Ready) {
    uncertainInRow = 0;
    isAnythingTaken = true;
    ledger.end({ ...heldOf(claim), state: 'accepted', code: null });
    if (refusals.delete(claim.domain)) later(freeLane(ctx, sender.id, claim.domain));
    taken.push(claim.talentId);
    note(NOTE_AT_ONCE);
  }

  function failed(letter: Ready, code: string) {
    ledger.end({ ...heldOf(letter.claim), state: 'failed', code });
    if (NO_SUCH_MAILBOX.test(code)) {
      const { talentId } = letter.claim;
      later(ledger.settled().then(async () => blockAddress(own(), { campaignId: campaign.id, talentId, code })));
    }
  }

  function senderRefused(letter: Ready) {
    release(letter);
    stopForGood();
  }

  return {
    release,
    settle: (letter: Ready, outcome: Outcome): void => {
      switch (outcome.kind) {
        case 'accepted':
          return accepted(letter);
        case 'failed':
          return failed(letter, outcome.code);
        case 'put_off':
          return putOff(letter, outcome.code);
        case 'sender_refused':
          return senderRefused(letter);
        case 'uncertain':
          return uncertain(letter, outcome.code);
      }
    },
    mayGo: (letter: Ready): boolean => {
      const until = resting.get(letter.claim.domain);
      if (until === undefined || until <= clock()) return true;
      ledger.end({ ...heldOf(letter.claim), state: 'queued', code: null, notBefore: until });
      return false;
    },
    /** The server cannot be reached or does not let us in: a wrong password waits for a human, the rest for the next minute. */
    troubled: (code: string): void => {
      if (code.startsWith('sign_in_refused') || code === 'tls_failed' || code === 'tls_missing')
        later(haltFor(own(), campaign.id, 'sender'));
    },
    finish: async (): Promise<void> => {
      note(1);
      if (uncertainInRow > 0 && !isAnythingTaken) stopForGood();
      while (work.length > 0) await Promise.all(work.splice(0));
    },
  };
}

const holdLane = async (
  { db }: Ctx,
  { senderId, domain, until, count }: { senderId: string; domain: string; until: Date; count: number },
) =>
  sql`
    insert into sending_lanes as l (sender_id, domain, next_at, refusals, held_until) values (${senderId}::uuid, ${domain}, ${until}, ${count}, ${until})
    on conflict (sender_id, domain) do update set refusals = excluded.refusals, held_until = greatest(l.held_until, excluded.held_until)`.execute(
    db,
  );

const freeLane = async ({ db }: Ctx, senderId: string, domain: string) =>
  sql`update sending_lanes set refusals = 0, held_until = null where sender_id = ${senderId}::uuid and domain = ${domain}`.execute(
    db,
  );
