import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { recordGrounds } from '#rooms/consent/index.ts';
import type { UpdateResult } from '#rooms/talents/index.ts';
import { insertPeople, updatePeople } from '#rooms/talents/index.ts';
import { birthDateKeys } from '../duplicates/birth-date-keys.ts';
import type { BirthDateKeys } from '../duplicates/types.ts';
import type { Outcome } from '../schema.ts';
import type { ReplacedClassification } from '../rules/queries.ts';
import { insertClassifications } from '../rules/queries.ts';
import { mayBeStored } from './allow-list.ts';
import { OUTCOME_OF } from './counting.ts';
import type { ImportRowRecord, RowChange } from './outcomes.ts';
import type { PlanSettings, RowPlan } from './plan.ts';
import type { ImportRecord } from './queries.ts';
import type { PreparedRow } from './rows.ts';
import { personOf, updateOf } from './to-person.ts';
import type { StoredMapping } from './upload.ts';

type Plan<K extends RowPlan['kind']> = Extract<RowPlan, { kind: K }>;
const only = <K extends RowPlan['kind']>(plans: RowPlan[], kind: K) =>
  plans.filter((plan): plan is Plan<K> => plan.kind === kind);

/**
 * Writes a planned batch in the caller's transaction with a constant number of statements.
 * @returns the outcome per line, with what is needed to take it back
 */
export async function applyBatch(
  ctx: Ctx,
  record: ImportRecord,
  plans: RowPlan[],
  batch: PreparedRow[],
  settings: PlanSettings,
): Promise<ImportRowRecord[]> {
  const origin = { entityId: record.entity_id, company: settings.company, source: `import:${record.id}` };
  const creates = only(plans, 'create');
  const holds = only(plans, 'hold');
  await insertPeople(
    ctx,
    creates.map((plan) => personOf(plan, origin)),
  );
  const updates = only(plans, 'update');
  const grounds = [...creates, ...updates.filter(({ ground }) => ground !== null)];
  const eraseOn = await recordGrounds(
    ctx,
    grounds.flatMap(({ talentId, ground }) => (ground ? [{ talentId, ground, origin: origin.source }] : [])),
  );
  const changes = await updatePeople(
    ctx,
    mergedUpdates(updates.map((plan) => updateOf(plan, origin, eraseOn.get(plan.talentId)))),
  );
  await insertHeld(ctx, record, holds, settings);
  await releaseHeld(
    ctx,
    creates.flatMap(({ heldIds }) => heldIds),
  );
  await insertSourceRecords(ctx, record, [...creates, ...updates], batch, settings);
  const replaced = await insertClassifications(
    ctx,
    [...creates, ...updates].map(({ talentId, classifications }) => ({ talentId, classifications })),
  );
  const withKeys = await insertBirthDateKeys(ctx, [...creates, ...updates]);
  return outcomesOf(plans, batch, changesOf(updates, { changes, replaced, withKeys }));
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

async function insertHeld(ctx: Ctx, record: ImportRecord, holds: Plan<'hold'>[], { system, today }: PlanSettings) {
  const rows = holds.map(({ heldId, person, rowHash, legalSegment, classifications, eraseOn, emailHash }) => ({
    id: heldId,
    entity_id: record.entity_id,
    import_id: record.id,
    imported_by: record.started_by,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.emails[0] ?? null,
    email_hash: emailHash,
    system,
    source_id: person.sourceId ?? null,
    row_hash: rowHash,
    legal_segment: legalSegment,
    segments: classifications.map(({ segment }) => segment),
    obtained_on: today,
    erase_on: eraseOn,
    created_at: ctx.now,
  }));
  if (rows.length === 0) return;
  await sql`
    insert into held_people (id, entity_id, import_id, imported_by, first_name, last_name, email, email_hash, system, source_id, row_hash, legal_segment, segments, obtained_on, erase_on, created_at)
    select id, entity_id, import_id, imported_by, first_name, last_name, email, email_hash, system, source_id, row_hash, legal_segment,
      array(select jsonb_array_elements_text(segments)), obtained_on, erase_on, created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, entity_id uuid, import_id uuid, imported_by uuid, first_name text, last_name text, email text, email_hash text, system text,
      source_id text, row_hash text, legal_segment text, segments jsonb, obtained_on date, erase_on date, created_at timestamptz)
    on conflict do nothing`.execute(ctx.db);
}

/** Whoever agreed in the meantime no longer waits. */
async function releaseHeld(ctx: Ctx, heldIds: string[]) {
  if (heldIds.length > 0) await ctx.db.deleteFrom('held_people').where('id', 'in', heldIds).execute();
}

async function insertSourceRecords(
  ctx: Ctx,
  record: ImportRecord,
  plans: Plan<'create' | 'update'>[],
  batch: PreparedRow[],
  { system }: PlanSettings,
) {
  const cellsByLine = new Map(batch.map(({ source }) => [source.line, source.cells]));
  const mapping = record.mapping as StoredMapping[];
  const rows = plans.map(({ talentId, line, rowHash, person, legalSegment }) => ({
    id: newId(ctx.now.getTime()),
    talent_id: talentId,
    import_id: record.id,
    system,
    source_id: person.sourceId ?? `row:${rowHash}`,
    payload_hash: rowHash,
    received_at: ctx.now,
    payload: Object.fromEntries(
      mapping
        .filter(({ field, isSensitive }) => !isSensitive && mayBeStored(field, legalSegment))
        .map(({ header, column }) => [header, cellsByLine.get(line)?.[column] ?? '']),
    ),
  }));
  if (rows.length === 0) return;
  await sql`
    insert into source_records (id, talent_id, import_id, system, source_id, payload, payload_hash, received_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, talent_id uuid, import_id uuid, system text, source_id text, payload jsonb, payload_hash text, received_at timestamptz)
    on conflict (system, payload_hash) do nothing`.execute(ctx.db);
}

/** The date itself ends here: only keyed hashes for the comparison are kept. */
async function insertBirthDateKeys(ctx: Ctx, plans: Plan<'create' | 'update'>[]): Promise<Set<string>> {
  const key = ctx.keys.of('birth-date-comparison');
  const rows = new Map<string, { talent_id: string; keys: BirthDateKeys }>();
  for (const { talentId, person } of plans) {
    if (person.birthDate && !rows.has(talentId))
      rows.set(talentId, { talent_id: talentId, keys: birthDateKeys(person.birthDate, key) });
  }
  if (rows.size === 0) return new Set();
  const { rows: added } = await sql<{ talent_id: string }>`
    insert into birth_date_keys (talent_id, keys)
    select talent_id, keys from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as r (talent_id uuid, keys jsonb)
    on conflict (talent_id) do nothing returning talent_id`.execute(ctx.db);
  return new Set(added.map(({ talent_id }) => talent_id));
}

interface Written {
  changes: UpdateResult[];
  replaced: ReplacedClassification[];
  /** Who got keys of a birth date. */
  withKeys: Set<string>;
}

/** What happened to each updated person; absent when nothing did. */
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
