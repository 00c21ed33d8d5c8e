import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

/** A row in the hands of this worker, as it was taken: taken back and taken again it is another one. */
export interface Held {
  talentId: string;
  claims: number;
}

/** How the row of one recipient ends, or goes back. */
export interface Ending extends Held {
  state: 'accepted' | 'failed' | 'uncertain' | 'left_out' | 'queued';
  code: string | null;
  /** For a row that goes back: when it may be tried again. */
  notBefore?: Date | undefined;
}

export interface Ledger {
  /**
   * Writes "handing over" and waits until that is on disk. False when the row is not ours any more: taken back, left out, paused.
   * @throws when the database cannot be reached; then the letter must not leave
   */
  begin: (held: Held) => Promise<boolean>;
  /** Writes what became of a row, with the next "handing over" in one go; kept and tried again until it is on disk. */
  end: (ending: Ending) => void;
  /** When everything that was given is on disk. */
  settled: () => Promise<void>;
}

export interface LedgerPlace {
  db: Db;
  campaignId: string;
  workerId: string;
  now: () => Date;
}

const AGAIN_AFTER_MS = 250;
/** After a minute without a database the rows are left as they are: what was on its way then counts as uncertain. */
const MOST_TRIES = 240;

interface Beginning {
  held: Held;
  resolve: (isOurs: boolean) => void;
  reject: (error: unknown) => void;
}

/**
 * Group commit: while one statement is on its way to the disk, everything that comes meanwhile waits for the next one, so that a disk
 * that can write a few hundred times a second carries thousands of letters. No more rows are being handed over at any moment than
 * letters are on the wires: the end of one and the beginning of the next are the same statement.
 */
export function openLedger(place: LedgerPlace): Ledger {
  const pages = openPages(place);
  let isWriting = false;
  const calm: (() => void)[] = [];

  async function writeAll(): Promise<void> {
    while (pages.isAnythingLeft()) await pages.write();
    isWriting = false;
    for (const resolve of calm.splice(0)) resolve();
  }
  const soon = () => {
    if (isWriting) return;
    isWriting = true;
    // What arrived in the same packet goes along.
    setImmediate(() => void writeAll());
  };

  return {
    begin: (held) =>
      new Promise((resolve, reject) => {
        pages.begins.push({ held, resolve, reject });
        soon();
      }),
    end: (ending) => {
      pages.endings.push(ending);
      soon();
    },
    settled: async () => {
      if (!isWriting) return;
      await new Promise<void>((resolve) => {
        calm.push(resolve);
      });
    },
  };
}

/** What is to be written next. */
function openPages(place: LedgerPlace) {
  const begins: Beginning[] = [];
  const endings: Ending[] = [];
  let failures = 0;

  async function write(): Promise<void> {
    const [ours, done] = [begins.splice(0), endings.splice(0)];
    try {
      const held = ours.map((one) => one.held);
      const begun = await writeStates(place, held, done);
      failures = 0;
      for (const { held, resolve } of ours) resolve(begun.get(held.talentId) === held.claims);
    } catch (error) {
      failures += 1;
      for (const { reject } of ours) reject(error);
      // Nobody knows whether it was written: nothing of it has left, so all of it goes back; and no ending is lost.
      const back = ours.map(({ held }): Ending => ({ ...held, state: 'queued', code: null }));
      if (failures < MOST_TRIES) endings.unshift(...done, ...back);
      else endings.length = 0;
      await wait(AGAIN_AFTER_MS);
    }
  }
  return { begins, endings, write, isAnythingLeft: () => begins.length + endings.length > 0 };
}

/**
 * A late answer is the truth, also about a row that counted as uncertain meanwhile. A row that somebody else holds this moment, because a
 * person takes their yes back, is not begun: nobody waits for the other.
 * @returns whose letters may leave, by which taking */
async function writeStates(
  { db, campaignId, workerId, now }: LedgerPlace,
  begins: readonly Held[],
  endings: readonly Ending[],
): Promise<Map<string, number>> {
  const at = now();
  const { rows } = await sql<{ talent_id: string; claims: number }>`
    with ended as (
      update campaign_recipients r set state = e.state, code = e.code, changed_at = ${at}::timestamptz, not_before = case when e.state = 'queued' then coalesce(e.again, ${at}::timestamptz) end,
        claimed_by = case when e.state = 'queued' then null else r.claimed_by end,
        tries = r.tries + case when e.state = 'queued' and e.code is null then 0 else 1 end
      from unnest(${endings.map(({ talentId }) => talentId)}::uuid[], ${endings.map(({ claims }) => claims)}::int[], ${endings.map(({ state }) => state)}::text[], ${endings.map(({ code }) => code)}::text[],
        ${endings.map(({ notBefore }) => notBefore ?? null)}::timestamptz[]) as e (talent_id, claims, state, code, again)
      where r.campaign_id = ${campaignId}::uuid and r.talent_id = e.talent_id and r.claims = e.claims and r.claimed_by = ${workerId}::uuid
        and (r.state in ('claimed', 'handing_over') or (r.state = 'uncertain' and e.state in ('accepted', 'failed')))
    ),
    ours as (
      select r.talent_id from unnest(${begins.map(({ talentId }) => talentId)}::uuid[], ${begins.map(({ claims }) => claims)}::int[]) as b (talent_id, claims)
      join campaign_recipients r on r.campaign_id = ${campaignId}::uuid and r.talent_id = b.talent_id and r.claims = b.claims
      join campaigns c on c.id = r.campaign_id and c.state = 'sending'
      where r.claimed_by = ${workerId}::uuid and r.state = 'claimed' for update of r skip locked)
    update campaign_recipients r set state = 'handing_over', changed_at = ${at}::timestamptz from ours
    where r.campaign_id = ${campaignId}::uuid and r.talent_id = ours.talent_id
    returning r.talent_id, r.claims`.execute(db);
  return new Map(rows.map(({ talent_id, claims }) => [talent_id, claims]));
}
