import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Sender } from '../identities/sender.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import { haltFor } from './halt.ts';
import { pauseAfter } from './lanes.ts';
import type { Ledger } from './ledger.ts';
import { noteLetters } from './touches.ts';

export interface Place {
  campaign: CampaignAtWork;
  sender: Sender;
  ledger: Ledger;
  clock: () => Date;
  /** Nothing more leaves in this run. */
  stop: () => void;
}

const NOTE_AT_ONCE = 500;

export type Errands = ReturnType<typeof openErrands>;

/** What follows from an answer and is not waited for; what fails is done again by the next look at the campaign. */
export function openErrands() {
  const work: Promise<unknown>[] = [];
  return {
    send: (errand: () => Promise<unknown>) => void work.push(errand().catch(() => {})),
    done: async () => {
      while (work.length > 0) await Promise.all(work.splice(0));
    },
  };
}

/** A domain that keeps refusing is left in peace by all wires of all workers. */
export function openDomains(ctx: Ctx, { sender, clock }: Place, errands: Errands) {
  const resting = new Map<string, Date>();
  const refusals = new Map<string, number>();
  return {
    refused: (domain: string, atLeast: number) => {
      const count = (refusals.get(domain) ?? 0) + 1;
      refusals.set(domain, count);
      if (count < atLeast) return;
      const until = new Date(clock().getTime() + pauseAfter(count - atLeast + 1, Math.random()));
      resting.set(domain, until);
      errands.send(() => holdLane(ctx, { senderId: sender.id, domain, until, count }));
    },
    taken: (domain: string) => {
      if (refusals.delete(domain)) errands.send(() => freeLane(ctx, sender.id, domain));
    },
    restsUntil: (domain: string): Date | undefined => {
      const until = resting.get(domain);
      return until !== undefined && until > clock() ? until : undefined;
    },
  };
}

/** Letters that were taken stand in the history of each person, some hundreds at once. */
export function openNotes(ctx: Ctx, { campaign, ledger, clock }: Place, errands: Errands) {
  let taken: string[] = [];
  const flush = () => {
    const ids = taken;
    taken = [];
    errands.send(async () => {
      await ledger.settled();
      await noteLetters({ ...ctx, now: clock() }, campaign, ids);
    });
  };
  return {
    flush,
    add: (talentId: string) => {
      taken.push(talentId);
      if (taken.length >= NOTE_AT_ONCE) flush();
    },
  };
}

/** All wires may break at once; a server that breaks them again and again would make every letter uncertain. */
export function openAlarm(ctx: Ctx, { campaign, clock, stop }: Place, errands: Errands) {
  let inRow = 0;
  let isAnythingTaken = false;
  let isRaised = false;
  const raise = () => {
    if (!isRaised) errands.send(() => haltFor({ ...ctx, now: clock() }, campaign.id, 'sender'));
    isRaised = true;
    stop();
  };
  return {
    raise,
    calm: () => {
      inRow = 0;
      isAnythingTaken = true;
    },
    broken: (connections: number) => {
      inRow += 1;
      if (inRow === connections + 1) raise();
    },
    /** At the end of a run in which nothing was taken and something broke. */
    judge: () => {
      if (inRow > 0 && !isAnythingTaken) raise();
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
