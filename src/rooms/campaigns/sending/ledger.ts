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

interface Beginning extends Held {
  resolve: (isOurs: boolean) => void;
  reject: (error: unknown) => void;
}

/**
 * Group commit: while one statement is on its way to the disk, everything that comes meanwhile waits for the next one, so that a disk
 * that can write a few hundred times a second carries thousands of letters. No more rows are being handed over at any moment than
 * letters are on the wires: the end of one and the beginning of the next are the same statement.
 */
export function openLedger(place: LedgerPlace): Ledger {
  let begins: Beginning[] = [];
  let endings: Ending[] = [];
  let isWriting = false;
  let failures = 0;
  let calm: (() => void)[] = [];

  async function write(): Promise<void> {
    const [ours, done] = [begins, endings];
    [begins, endings] = [[], []];
    try {
      const begun = await writeStates(
        place,
        ours.map(({ talentId }) => talentId),
        done,
      );
      failures = 0;
      for (const { talentId, resolve } of ours) resolve(begun.has(talentId));
    } catch (error) {
      failures += 1;
      // Nobody knows whether it was written: nothing of it has left, so all of it goes back; and no ending is lost.
      for (const { reject } of ours) reject(error);
      const back = ours.map(({ talentId, claims }): Ending => ({ talentId, claims, state: 'queued', code: null }));
      endings = failures < MOST_TRIES ? [...done, ...back, ...endings] : [];
      await new Promise((resolve) => {
        setTimeout(resolve, AGAIN_AFTER_MS);
      });
    }
  }

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (begins.length + endings.length > 0) await write();
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
    begin: ({ talentId, claims }) =>
      new Promise((resolve, reject) => {
        begins.push({ talentId, claims, resolve, reject });
        soon();
      }),
    end: (ending) => {
      endings.push(ending);
      soon();
    },
    settled: () =>
      isWriting || begins.length + endings.length > 0
        ? new Promise((resolve) => {
            calm.push(resolve);
          })
        : Promise.resolve(),
  };
}

/** A late answer is the truth, also about a row that counted as uncertain meanwhile. @returns whose letters may leave */
async function writeStates(
  { db, campaignId, workerId, now }: LedgerPlace,
  begins: string[],
  endings: Ending[],
): Promise<Set<string>> {
  const at = now();
  const { rows } = await sql<{ talent_id: string }>`
    with ended as (
      update campaign_recipients r set state = e.state, code = e.code, changed_at = ${at}::timestamptz, not_before = coalesce(e.again, r.not_before),
        claimed_by = case when e.state = 'queued' then null else r.claimed_by end,
        tries = r.tries + case when e.state = 'queued' and e.code is null then 0 else 1 end
      from unnest(${endings.map(({ talentId }) => talentId)}::uuid[], ${endings.map(({ claims }) => claims)}::int[], ${endings.map(({ state }) => state)}::text[], ${endings.map(({ code }) => code)}::text[],
        ${endings.map(({ notBefore }) => notBefore ?? null)}::timestamptz[]) as e (talent_id, claims, state, code, again)
      where r.campaign_id = ${campaignId}::uuid and r.talent_id = e.talent_id and r.claims = e.claims and r.claimed_by = ${workerId}::uuid
        and (r.state in ('claimed', 'handing_over') or (r.state = 'uncertain' and e.state in ('accepted', 'failed')))
    )
    update campaign_recipients r set state = 'handing_over', changed_at = ${at}::timestamptz
    from unnest(${begins.map(({ talentId }) => talentId)}::uuid[], ${begins.map(({ claims }) => claims)}::int[]) as b (talent_id, claims), campaigns c
    where r.campaign_id = ${campaignId}::uuid and r.talent_id = b.talent_id and r.claims = b.claims and r.claimed_by = ${workerId}::uuid and r.state = 'claimed'
      and c.id = r.campaign_id and c.state = 'sending'
    returning r.talent_id`.execute(db);
  return new Set(rows.map(({ talent_id }) => talent_id));
}
