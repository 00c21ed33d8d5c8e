import type { Ctx } from '#ground/context.ts';
import { copyRows } from '#ground/database/copy.ts';
import { newId } from '#ground/ids.ts';
import { mayBeStored } from './allow-list.ts';
import type { RowPlan } from './plan.ts';
import type { ImportRecord } from './queries.ts';
import type { PreparedRow } from './rows.ts';
import type { StoredMapping } from './upload.ts';

type Kept = Extract<RowPlan, { kind: 'create' | 'update' }>;

/** The rows as the file has them, for people who may be kept. */
export async function copySourceRecords(
  { db, now }: Ctx,
  record: ImportRecord,
  plans: Kept[],
  { batch, system }: { batch: PreparedRow[]; system: string },
): Promise<void> {
  const cellsByLine = new Map(batch.map(({ source }) => [source.line, source.cells]));
  const stored = storedColumns(record.mapping as StoredMapping[]);
  await copyRows(db, 'source_records', plans, {
    id: () => newId(now.getTime()),
    talent_id: (plan) => plan.talentId,
    import_id: () => record.id,
    system: () => system,
    source_id: (plan) => plan.person.sourceId ?? `row:${plan.rowHash}`,
    payload: (plan) => payloadOf(cellsByLine.get(plan.line) ?? [], stored(plan.legalSegment)),
    payload_hash: (plan) => plan.rowHash,
    received_at: () => now,
  });
}

type Segment = Kept['legalSegment'];

/** The columns that may be stored for a segment; worked out once for each. */
function storedColumns(mapping: StoredMapping[]): (segment: Segment) => StoredMapping[] {
  const known = new Map<Segment, StoredMapping[]>();
  return (segment) => {
    const columns =
      known.get(segment) ?? mapping.filter(({ field, isSensitive }) => !isSensitive && mayBeStored(field, segment));
    known.set(segment, columns);
    return columns;
  };
}

function payloadOf(cells: string[], columns: StoredMapping[]): Record<string, string> {
  const payload: Record<string, string> = {};
  for (const { header, column } of columns) payload[header] = cells[column] ?? '';
  return payload;
}
