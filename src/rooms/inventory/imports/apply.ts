import type { Ctx } from '#ground/context.ts';
import { allDone } from '#ground/database/all-done.ts';
import { recordGrounds } from '#rooms/consent/index.ts';
import type { UpdateResult } from '#rooms/talents/index.ts';
import { insertPeople, updatePeople } from '#rooms/talents/index.ts';
import type { Outcome } from '../schema.ts';
import type { ReplacedClassification } from '../rules/queries.ts';
import { copyClassifications, insertClassifications } from '../rules/queries.ts';
import { copyBirthDateKeys, insertBirthDateKeys } from './birth-dates.ts';
import { OUTCOME_OF } from './counting.ts';
import type { ImportRowRecord, RowChange } from './outcomes.ts';
import type { PlanSettings, RowPlan } from './plan.ts';
import type { ImportRecord } from './queries.ts';
import type { PreparedRow } from './rows.ts';
import { copySourceRecords } from './source-records.ts';
import type { Origin } from './to-person.ts';
import { originOf, personOf, updateOf } from './to-person.ts';
import { insertHeld, releaseHeld } from './holding.ts';

type Plan<K extends RowPlan['kind']> = Extract<RowPlan, { kind: K }>;
const only = <K extends RowPlan['kind']>(plans: RowPlan[], kind: K) =>
  plans.filter((plan): plan is Plan<K> => plan.kind === kind);

/**
 * Writes a planned batch in the caller's transaction with a constant number of statements: new people by COPY, then who is known.
 * @returns the outcome per line, with what is needed to take it back
 */
export async function applyBatch(
  ctx: Ctx,
  record: ImportRecord,
  plans: RowPlan[],
  batch: PreparedRow[],
  settings: PlanSettings,
): Promise<ImportRowRecord[]> {
  const origin = originOf(record, settings);
  const [creates, holds, updates] = [only(plans, 'create'), only(plans, 'hold'), only(plans, 'update')];
  const kept = [...creates, ...updates];
  const people = creates.map((plan) => personOf(plan, origin));
  const grounds = kept.flatMap(({ talentId, ground }) => (ground ? [{ talentId, ground, origin: origin.source }] : []));
  const released = creates.flatMap(({ heldIds }) => heldIds);
  let eraseOn = new Map<string, string>();
  await allDone([
    // Grounds, and what else is kept of people, come after the people themselves.
    async () => {
      await insertPeople(ctx, people);
      eraseOn = await recordGrounds(ctx, grounds);
    },
    () => copyClassifications(ctx, creates),
    () => copyBirthDateKeys(ctx, creates),
    () => copySourceRecords(ctx, record, kept, { batch, system: settings.system }),
    () => insertHeld(ctx, record, holds, settings),
    () => releaseHeld(ctx, released),
  ]);
  return outcomesOf(plans, batch, await update(ctx, updates, { origin, eraseOn }));
}

interface Updating {
  origin: Origin;
  eraseOn: Map<string, string>;
}

/** @returns what happened to each updated person; absent when nothing did */
async function update(
  ctx: Ctx,
  updates: Plan<'update'>[],
  { origin, eraseOn }: Updating,
): Promise<Map<string, RowChange>> {
  if (updates.length === 0) return new Map();
  const changes = await updatePeople(
    ctx,
    mergedUpdates(updates.map((plan) => updateOf(plan, origin, eraseOn.get(plan.talentId)))),
  );
  const replaced = await insertClassifications(
    ctx,
    updates.map(({ talentId, classifications }) => ({ talentId, classifications })),
  );
  return changesOf(updates, { changes, replaced, withKeys: await insertBirthDateKeys(ctx, updates) });
}

/** Two rows of one batch may be about the same person: their updates become one. */
function mergedUpdates<
  U extends {
    id: string;
    segments: string[];
    tags: string[];
    addresses: unknown[];
    stations: unknown[];
    applications: unknown[];
    skills: unknown[];
    notes: unknown[];
    touchpoints: unknown[];
  },
>(updates: U[]): U[] {
  const byId = new Map<string, U>();
  for (const update of updates) {
    const known = byId.get(update.id);
    byId.set(update.id, known ? join(known, update) : update);
  }
  return [...byId.values()];
}

function join<U extends object>(a: U, b: U): U {
  const entries = Object.entries(b).map(([name, value]) => {
    const before: unknown = a[name as keyof U];
    return [name, Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : (before ?? value)];
  });
  return { ...a, ...Object.fromEntries(entries) };
}

interface Written {
  changes: UpdateResult[];
  replaced: ReplacedClassification[];
  /** Who got keys of a birth date. */
  withKeys: Set<string>;
}

function changesOf(updates: Plan<'update'>[], { changes, replaced, withKeys }: Written): Map<string, RowChange> {
  const updateOf = new Map(changes.map((change) => [change.talentId, change]));
  const replacedOf = Map.groupBy(replaced, ({ talentId }) => talentId);
  const found = updates.flatMap(({ talentId }): [string, RowChange][] => {
    const classified = (replacedOf.get(talentId) ?? []).map(({ segment, before }) => ({ segment, before }));
    const own: RowChange = {
      ...(classified.length > 0 ? { classified } : {}),
      ...(withKeys.has(talentId) ? { hasBirthDateKeys: true } : {}),
    };
    const change = { ...changeFrom(updateOf.get(talentId)), ...own };
    return Object.keys(change).length > 0 ? [[talentId, change]] : [];
  });
  return new Map(found);
}

function outcomesOf(plans: RowPlan[], batch: PreparedRow[], changes: Map<string, RowChange>): ImportRowRecord[] {
  const planned = plans.map((plan): ImportRowRecord => {
    const change = plan.kind === 'update' ? (changes.get(plan.talentId) ?? null) : null;
    const outcome: Outcome = plan.kind === 'update' && change === null ? 'unchanged' : OUTCOME_OF[plan.kind];
    return {
      line: plan.line,
      outcome,
      problems: plan.reading.problems,
      cells: null,
      change,
      talentId: 'talentId' in plan ? plan.talentId : null,
      heldId: 'heldId' in plan ? plan.heldId : null,
    };
  });
  const rejected = batch.flatMap(({ source, reading }): ImportRowRecord[] =>
    reading.kind === 'rejected'
      ? [
          {
            line: source.line,
            outcome: 'rejected',
            problems: reading.problems,
            cells: source.cells,
            change: null,
            talentId: null,
            heldId: null,
          },
        ]
      : [],
  );
  return [...planned, ...rejected].sort((a, b) => a.line - b.line);
}

function changeFrom(change: UpdateResult | undefined): RowChange | null {
  if (!change) return null;
  const { added, filled, segmentsAdded, tagsAdded } = change;
  const isEmpty =
    Object.values(added).every((ids) => ids.length === 0) &&
    Object.keys(filled).length === 0 &&
    segmentsAdded.length + tagsAdded.length === 0;
  return isEmpty ? null : { added, filled, segmentsAdded, tagsAdded };
}
