import type { Ctx } from '#ground/context.ts';
import { refreshStatistics } from '#ground/database/statistics.ts';
import { listHashesNotToRecord } from '#rooms/consent/index.ts';
import { applyBatch } from './apply.ts';
import { personsOf } from './check.ts';
import { addCounts, countsOf, noCounts } from './counting.ts';
import type { ImportRowRecord } from './outcomes.ts';
import { insertImportRows } from './outcomes.ts';
import type { PlanSettings, RowPlan } from './plan.ts';
import { peopleOf, planBatch } from './plan.ts';
import { PlannedPeople } from './planned.ts';
import type { ImportRecord } from './queries.ts';
import type { PreparedRow } from './rows.ts';
import { preparedBatches } from './rows.ts';
import { planSettingsFor } from './settings.ts';
import type { Turn } from './turns.ts';
import { lastTurn, takeTurn } from './turns.ts';

/** The planner is told early of the first thousands of rows; later looks find nothing to do. */
const BATCHES_PER_LOOK = 2;

/** How it ended; `stopped` leaves it to whoever stopped it or runs it now. */
export type End = 'done' | 'cancelled' | 'stopped';

interface Batch {
  record: ImportRecord;
  settings: PlanSettings;
  rows: PreparedRow[];
  /** Where the import stands before it. */
  after: number;
}

interface Stepped {
  kind: 'stepped';
  turn: number;
  /** Whether it was written as it was planned ahead of its turn. */
  asPlanned: boolean;
}

type Step = Stepped | { kind: 'stopped' | 'cancelled' };

/** Why nothing of a batch was written. */
interface Hindered {
  kind: 'stopped' | 'cancelled' | 'paused' | 'overtaken';
}

/** A batch that is being written, and its people, whom the database does not show to others yet. */
interface UnderWay {
  step: Promise<Step>;
  people: PlannedPeople;
}

interface Ahead {
  plans: RowPlan[];
  /** Keyed hashes of everybody whom the plans keep. */
  marks: string[];
  /** The last turn that the plans know of; undefined when they build on plans that were not kept to. */
  knownTurn: Promise<number | undefined>;
}

/**
 * Takes all batches over, one after the other. While one is written the next is planned, put together and sent: it waits in the database for
 * its turn. What was planned ahead counts only if nothing came in between, see decision 0020.
 */
export async function takeOverAll(ctx: Ctx, record: ImportRecord): Promise<End> {
  const settings = await planSettingsFor(ctx, record);
  let [after, batches] = [record.next_line, 0];
  let underWay = nothingUnderWay(await lastTurn(ctx.db));
  try {
    for await (const rows of preparedBatches(ctx, record, { system: settings.system, afterLine: after })) {
      const before = underWay;
      underWay = await setOut(ctx, { record, settings, rows, after }, before);
      const step = await before.step;
      if (step.kind !== 'stepped') return step.kind;
      // The new one builds on plans that were not kept to: it is planned again in its turn, and the next begins from what is written.
      if (!step.asPlanned) underWay = await onceWritten(underWay);
      after = rows.at(-1)?.source.line ?? after;
      batches += 1;
      if (batches % BATCHES_PER_LOOK === 0) await refreshStatistics(ctx.db);
    }
    const last = await underWay.step;
    return last.kind === 'stepped' ? 'done' : last.kind;
  } finally {
    await Promise.allSettled([underWay.step]);
  }
}

const nothingUnderWay = (turn: number): UnderWay => ({
  step: Promise.resolve({ kind: 'stepped', turn, asPlanned: true }),
  people: new PlannedPeople(),
});

async function onceWritten(underWay: UnderWay): Promise<UnderWay> {
  const step = await underWay.step;
  return step.kind === 'stepped' ? nothingUnderWay(step.turn) : underWay;
}

async function setOut(ctx: Ctx, batch: Batch, before: UnderWay): Promise<UnderWay> {
  const ahead = await planAhead(ctx, batch, before);
  return { step: heard(takeOver(ctx, batch, ahead, before.step)), people: peopleOf(ahead.plans) };
}

/** What fails is told when it is awaited; until then it would count as a failure that nobody sees. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function planAhead(ctx: Ctx, { rows, settings }: Batch, before: UnderWay): Promise<Ahead> {
  const persons = personsOf(rows);
  const plans = await planBatch(ctx, persons, settings, before.people);
  const marksOf = new Map(persons.map(({ reading, marks }) => [reading.line, marks]));
  const marks = plans.filter(isKept).flatMap(({ line }) => marksOf.get(line) ?? []);
  return { plans, marks, knownTurn: heard(before.step.then(turnOf)) };
}

const isKept = ({ kind }: RowPlan) => kind === 'create' || kind === 'update' || kind === 'hold';

const turnOf = (step: Step) => (step.kind === 'stepped' && step.asPlanned ? step.turn : undefined);

async function takeOver(ctx: Ctx, batch: Batch, ahead: Ahead, before: Promise<Step>): Promise<Step> {
  let step = await whole(ctx, (inside) => writeAhead(inside, batch, ahead));
  if (step.kind === 'overtaken') {
    if ((await before).kind !== 'stepped') return { kind: 'stopped' };
    step = await whole(ctx, (inside) => writeInTurn(inside, batch));
  }
  if (step.kind === 'stepped') return step;
  if (step.kind === 'paused') await pause(ctx, batch.record);
  return { kind: step.kind === 'cancelled' ? 'cancelled' : 'stopped' };
}

/** Ends a transaction without a trace. */
class LeftUndone extends Error {
  readonly why: Hindered;
  constructor(why: Hindered) {
    super(why.kind);
    this.why = why;
  }
}

/** One transaction: rows, their outcomes and the cursor together, or nothing. */
async function whole(ctx: Ctx, write: (inside: Ctx) => Promise<Stepped | Hindered>): Promise<Stepped | Hindered> {
  try {
    return await ctx.db.transaction().execute(async (db) => {
      const step = await write({ ...ctx, db });
      if (step.kind !== 'stepped') throw new LeftUndone(step);
      return step;
    });
  } catch (error) {
    if (error instanceof LeftUndone) return error.why;
    throw error;
  }
}

/** Sends everything at once; the database begins when the batch before has ended. */
async function writeAhead(ctx: Ctx, batch: Batch, { plans, marks, knownTurn }: Ahead): Promise<Stepped | Hindered> {
  const taking = takeTurn(ctx.db, batch.record.id);
  const writing = applyBatch(ctx, batch.record, plans, batch.rows, batch.settings);
  const [taken, written] = await Promise.allSettled([taking, writing]);
  if (taken.status === 'rejected') throw taken.reason;
  const turn = taken.value;
  if (turn.next_line !== batch.after || (await knownTurn) !== turn.number - 1) return { kind: 'overtaken' };
  const hindered = hindranceOf(turn, batch);
  if (hindered) return hindered;
  if (written.status === 'rejected') throw written.reason;
  // Somebody may have asked since the look-up not to be recorded again.
  if ((await listHashesNotToRecord(ctx, marks)).size > 0) return { kind: 'overtaken' };
  return moveOn(ctx, batch, { turn, plans, outcomes: written.value, asPlanned: true });
}

async function writeInTurn(ctx: Ctx, batch: Batch): Promise<Stepped | Hindered> {
  const turn = await takeTurn(ctx.db, batch.record.id);
  const hindered = hindranceOf(turn, batch);
  if (hindered) return hindered;
  const plans = await planBatch(ctx, personsOf(batch.rows), batch.settings, new PlannedPeople());
  const outcomes = await applyBatch(ctx, batch.record, plans, batch.rows, batch.settings);
  return moveOn(ctx, batch, { turn, plans, outcomes, asPlanned: false });
}

function hindranceOf({ state, wish, next_line }: Turn, { after }: Batch): Hindered | undefined {
  // Somebody else is running the same import, or it was stopped: leave it to them.
  if (state !== 'running' || next_line !== after) return { kind: 'stopped' };
  if (wish === 'cancel') return { kind: 'cancelled' };
  return wish === 'pause' ? { kind: 'paused' } : undefined;
}

interface Written {
  turn: Turn;
  plans: RowPlan[];
  outcomes: ImportRowRecord[];
  asPlanned: boolean;
}

async function moveOn({ db }: Ctx, batch: Batch, { turn, plans, outcomes, asPlanned }: Written): Promise<Stepped> {
  const { record, rows, after } = batch;
  await insertImportRows(db, record.id, outcomes);
  const counts = addCounts({ ...noCounts(), ...(turn.counts as object) }, countsOf(rows, plans, outcomes));
  await db
    .updateTable('imports')
    .set({
      next_line: rows.at(-1)?.source.line ?? after,
      rows_read: turn.rows_read + rows.length,
      counts: JSON.stringify(counts),
    })
    .where('id', '=', record.id)
    .execute();
  return { kind: 'stepped', turn: turn.number, asPlanned };
}

const pause = ({ db }: Ctx, record: ImportRecord) =>
  db
    .updateTable('imports')
    .set({ state: 'paused', wish: null })
    .where('id', '=', record.id)
    .where('state', '=', 'running')
    .execute();
