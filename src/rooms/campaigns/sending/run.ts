import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Sender } from '../identities/sender.ts';
import { loadSender } from '../identities/sender.ts';
import { inNameOf } from '../personal/writer.ts';
import type { Belt } from './belt.ts';
import { openBelt } from './belt.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import { findCampaignAtWork } from './campaign-at-work.ts';
import type { Place } from './claim.ts';
import { claim, fromTheStart } from './claim.ts';
import { carry } from './courier.ts';
import { haltFor } from './halt.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './ledger.ts';
import type { LetterSource } from './letter-source.ts';
import type { LetterMaker } from './letters.ts';
import type { Ready } from './ready.ts';
import { makeReady } from './ready.ts';
import { settling } from './settle.ts';
import { WireError } from './smtp-wire.ts';
import { endWorker, keepAlive, startWorker } from './workers.ts';

export interface Run {
  campaignId: string;
  /** The time goes on while letters leave. */
  clock: () => Date;
  /** Nothing new is begun afterwards. */
  until: Date;
  letterFor: LetterSource;
}

const BATCH = 400;
const HEARTBEAT_MS = 1000;
/** For rows whose turn comes within this time the run stays. */
const STAYS_MS = 5000;
const SHORTEST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 500;

/**
 * Sends a campaign until nothing is left to do now, the time is up, or somebody halts it. Any number of these may run at once, in one
 * process or in several.
 */
export async function runCampaign(ctx: Ctx, run: Run): Promise<void> {
  const campaign = await findCampaignAtWork(ctx.db, run.campaignId);
  if (campaign?.state !== 'sending' || campaign.senderId === null) return;
  const found = await loadSender(ctx, campaign.senderId);
  const sender = found && campaign.kind === 'personal' ? await inNameOf(ctx, campaign.id, found) : found;
  if (!sender) return void (await haltFor(ctx, run.campaignId, 'sender'));
  const own = { ...ctx, actor: { ...ctx.actor, entityIds: [campaign.entityId] } };
  const letter = await run.letterFor(own, campaign, 'to_send');
  if (!letter) return;
  const workerId = await startWorker(own, campaign.id);
  try {
    await work(own, { run, campaign, sender, letter, workerId });
  } finally {
    await endWorker(own, workerId);
  }
}

interface Work {
  run: Run;
  campaign: CampaignAtWork;
  sender: Sender;
  letter: LetterMaker;
  workerId: string;
}

async function work(ctx: Ctx, { run, campaign, sender, letter, workerId }: Work): Promise<void> {
  const belt = openBelt<Ready>();
  const ledger = openLedger({ db: ctx.db, campaignId: campaign.id, workerId, now: run.clock });
  const settle = settling(ctx, { campaign, sender, ledger, clock: run.clock, stop: () => belt.close() });
  const heart = beat(ctx, { campaignId: campaign.id, workerId, belt });
  const courier = {
    server: sender.server,
    belt,
    ledger,
    mayGo: settle.mayGo,
    settle: settle.settle,
    release: settle.release,
  };
  const couriers = Array.from({ length: sender.connections }, () =>
    carry(courier).catch((error: unknown) => trouble(error, settle, belt)),
  );
  const desk = { run, campaign, sender, letter, workerId };
  try {
    // While one waits for the database, the other one writes.
    const bench = { belt, ledger, reached: fromTheStart() };
    await Promise.all([fill(ctx, desk, bench), fill(ctx, desk, bench)]);
  } finally {
    belt.end();
    await Promise.all(couriers);
    await ledger.settled();
    await settle.finish();
    heart.stop();
  }
}

/** One connection that cannot be opened is like all of them. */
function trouble(error: unknown, settle: ReturnType<typeof settling>, belt: Belt<Ready>) {
  belt.close().forEach(settle.release);
  settle.troubled(error instanceof WireError ? error.code : 'not_sent');
}

/** Claims, asks, writes, as fast as the wires take it. */
async function fill(ctx: Ctx, desk: Work, { belt, ledger, reached }: Bench): Promise<void> {
  const { run, campaign, sender, letter, workerId } = desk;
  const place = { campaignId: campaign.id, workerId, senderId: sender.id, window: campaign.window, atMost: BATCH };
  for (let now = run.clock(); now < run.until && !belt.isClosed(); now = run.clock()) {
    const { claims, again } = await claim({ ...ctx, now }, place, reached);
    if (claims.length > 0) {
      const { ready, leftOut } = await makeReady({ ...ctx, now: run.clock() }, { campaign, sender, letter }, claims);
      leftOut.forEach(ledger.end);
      belt.put(ready);
      await belt.below(BATCH / 2);
    } else if (again !== 'at_once' && !(await comesSoon({ ...ctx, now }, campaign.id, again))) break;
  }
}

interface Bench {
  belt: Belt<Ready>;
  ledger: Ledger;
  reached: Place;
}

/** Waits for what comes soon; for the rest the next minute looks again. */
async function comesSoon(ctx: Ctx, campaignId: string, again: 'in_a_moment' | 'when_due' | Date): Promise<boolean> {
  const next = again === 'when_due' ? await nextDue(ctx, campaignId) : again;
  if (next === undefined) return false;
  const inMs = next === 'in_a_moment' ? SHORTEST_WAIT_MS : next.getTime() - ctx.now.getTime();
  if (inMs > STAYS_MS) return false;
  await wait(Math.max(SHORTEST_WAIT_MS, Math.min(LONGEST_WAIT_MS, inMs)));
  return true;
}

async function nextDue({ db }: Ctx, campaignId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ next: Date }>`
    select r.not_before as next from campaign_recipients r join campaigns c on c.id = r.campaign_id
    where r.campaign_id = ${campaignId}::uuid and r.state = 'queued' and c.state = 'sending' and r.not_before is not null order by r.not_before limit 1`.execute(
    db,
  );
  return rows[0]?.next;
}

/** Says that this process lives, and sees when somebody halts the campaign: then nothing new is begun. */
function beat(ctx: Ctx, { campaignId, workerId, belt }: { campaignId: string; workerId: string; belt: Belt<Ready> }) {
  let isOver = false;
  const timer = setInterval(() => void once().catch(() => {}), HEARTBEAT_MS);
  async function once() {
    await keepAlive(ctx, workerId, campaignId);
    const now = await findCampaignAtWork(ctx.db, campaignId);
    if (!isOver && now?.state !== 'sending') belt.close();
  }
  return {
    stop: () => {
      isOver = true;
      clearInterval(timer);
    },
  };
}
