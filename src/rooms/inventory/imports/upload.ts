import path from 'node:path';
import type { Ctx } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { removeFile, storeFile } from '#ground/files/store.ts';
import { fold } from '#ground/text/fold.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { columnDetails } from '../recognition/column-details.ts';
import { profileFrom } from '../recognition/column-profile.ts';
import { recogniseColumns } from '../recognition/recognise-columns.ts';
import { inspectFile } from '../reading/inspect-file.ts';
import type { ColumnMapping, FileFormat, FileInspection, SourceRow } from '../types.ts';
import type { ImportRecord } from './queries.ts';
import { findImport } from './queries.ts';

const LARGEST_FILE_BYTES = 2 * 1024 * 1024 * 1024;
const SAMPLES_SHOWN = 5;

export const importsFolder = (ctx: Pick<Ctx, 'filesDir'>) => path.join(ctx.filesDir, 'imports');
export const pathOf = (ctx: Pick<Ctx, 'filesDir'>, record: Pick<ImportRecord, 'stored_as'>): string => {
  if (!record.stored_as) throw conflict('inventory.file_is_gone');
  return path.join(importsFolder(ctx), record.stored_as);
};

/** The mapping as it is stored: with a few sample values for the screen, none for sensitive columns. */
export type StoredMapping = ColumnMapping & { samples: string[] };

/** What was found in the file, beside the mapping. */
export interface StoredFormat extends FileFormat {
  sheets: string[];
  warnings: FileInspection['warnings'];
}

/** The same columns next month have the same signature, whatever their order. */
export const headerSignature = (ctx: Pick<Ctx, 'keys'>, headers: string[]) =>
  ctx.keys.hash('import-row', JSON.stringify(headers.map(fold).sort())).slice(0, 32);

/** @throws AppError inventory.reading.* with a sentence for each kind of file that cannot be read */
export async function receiveFile(ctx: Ctx, fileName: string, content: ReadableStream | null): Promise<string> {
  allow(ctx.actor, 'inventory.import');
  const [entityId] = ctx.actor.entityIds;
  if (!entityId) throw invalid('inventory.entity_missing');
  const stored = await storeFile(importsFolder(ctx), content, LARGEST_FILE_BYTES);
  try {
    const id = newId(ctx.now.getTime());
    const found = await recognise(ctx, path.join(importsFolder(ctx), stored.storedAs), fileName, entityId);
    await ctx.db
      .insertInto('imports')
      .values({
        id,
        entity_id: entityId,
        file_name: path.basename(fileName).slice(0, 255),
        file_sha256: stored.sha256,
        file_bytes: stored.bytes,
        stored_as: stored.storedAs,
        state: 'uploaded',
        ...asColumns(found),
        started_by: ctx.actor.memberId,
        created_at: ctx.now,
      })
      .execute();
    return id;
  } catch (error) {
    await removeFile(importsFolder(ctx), stored.storedAs);
    throw error;
  }
}

interface Recognised {
  format: StoredFormat;
  headers: string[];
  mapping: StoredMapping[];
  basis: unknown;
}

const asColumns = ({ format, headers, mapping, basis }: Recognised) => ({
  format: JSON.stringify(format),
  headers: JSON.stringify(headers),
  mapping: JSON.stringify(mapping),
  basis: JSON.stringify(basis),
});

async function recognise(
  ctx: Ctx,
  file: string,
  fileName: string,
  entityId: string,
  corrections?: Partial<FileFormat>,
): Promise<Recognised> {
  const { format, headers, samples, sheets, warnings } = await inspectFile(file, fileName, corrections);
  if (format.kind === 'cv') throw invalid('inventory.cv_is_one_person');
  const profile = await ctx.db
    .selectFrom('import_profiles')
    .selectAll()
    .where('entity_id', '=', entityId)
    .where('header_signature', '=', headerSignature(ctx, headers))
    .executeTakeFirst();
  const country = await countryOf(ctx, entityId);
  const known = profile ? { profile: profileFrom(profile.mapping as ColumnMapping[]) } : {};
  const today = ctx.now.toISOString().slice(0, 10);
  const mapping = recogniseColumns({
    headers,
    samples,
    kind: format.kind,
    country,
    today,
    birthDates: 'compare',
    ...known,
  });
  return {
    format: { ...format, sheets, warnings },
    headers,
    mapping: mapping.map((column) => withSamples(column, samples)),
    basis: profile?.basis ?? {},
  };
}

export async function countryOf({ db }: Pick<Ctx, 'db'>, entityId: string): Promise<'DE' | 'AT' | 'CH'> {
  const row = await db.selectFrom('entities').select('country_profile').where('id', '=', entityId).executeTakeFirst();
  return row?.country_profile === 'CH' || row?.country_profile === 'AT' ? row.country_profile : 'DE';
}

export function withSamples(column: ColumnMapping, samples: SourceRow[]): StoredMapping {
  if (column.isSensitive) return { ...column, samples: [] };
  const values = samples.map(({ cells }) => cells[column.column]?.trim() ?? '').filter(Boolean);
  return { ...column, samples: [...new Set(values)].slice(0, SAMPLES_SHOWN).map((value) => value.slice(0, 80)) };
}

const CHANGEABLE = new Set(['uploaded', 'checked']);

/** @throws AppError inventory.import_not_found, inventory.import_has_started */
export async function getChangeable(ctx: Ctx, importId: string): Promise<ImportRecord> {
  allow(ctx.actor, 'inventory.import');
  const record = await findImport(ctx.db, importId, ctx.actor.entityIds);
  if (!record) throw notFound('inventory.import_not_found');
  if (!CHANGEABLE.has(record.state)) throw conflict('inventory.import_has_started', { state: record.state });
  return record;
}

/** Reads the same file again in another way; the mapping is recognised afresh. */
export async function rereadFile(ctx: Ctx, importId: string, corrections: Partial<FileFormat>): Promise<void> {
  const record = await getChangeable(ctx, importId);
  const { sheets: _sheets, warnings: _warnings, ...before } = record.format as StoredFormat;
  const found = await recognise(ctx, pathOf(ctx, record), record.file_name, record.entity_id, {
    ...before,
    ...corrections,
  });
  await ctx.db
    .updateTable('imports')
    .set({ ...asColumns(found), state: 'uploaded', check_result: null })
    .where('id', '=', importId)
    .execute();
  await ctx.db.deleteFrom('import_corrections').where('import_id', '=', importId).execute();
}

export type MappingChoice = Pick<ColumnMapping, 'column' | 'field' | 'dateOrder' | 'decimal' | 'scale' | 'words'>;

/** A column that the human has looked at is sure; sensitive columns stay dropped whatever is asked for them. */
export async function chooseMapping(ctx: Ctx, importId: string, choices: MappingChoice[]): Promise<void> {
  const record = await getChangeable(ctx, importId);
  const byColumn = new Map(choices.map((choice) => [choice.column, choice]));
  const file = await fileOnceMore(ctx, record);
  const mapping = (record.mapping as StoredMapping[]).map((column) => {
    const choice = byColumn.get(column.column);
    return choice ? chosenColumn(column, choice, file) : column;
  });
  await ctx.db
    .updateTable('imports')
    .set({ mapping: JSON.stringify(mapping), state: 'uploaded', check_result: null })
    .where('id', '=', importId)
    .execute();
}

interface FileOnceMore {
  samples: SourceRow[];
  country: string;
}

async function fileOnceMore(ctx: Ctx, record: ImportRecord): Promise<FileOnceMore> {
  const { sheets: _sheets, warnings: _warnings, ...format } = record.format as StoredFormat;
  const [{ samples }, country] = await Promise.all([
    inspectFile(pathOf(ctx, record), record.file_name, format),
    countryOf(ctx, record.entity_id),
  ]);
  return { samples, country };
}

/** Another field wants its values read anew: date order, decimal sign, scale and words are those of the new field. */
function chosenColumn(column: StoredMapping, choice: MappingChoice, { samples, country }: FileOnceMore): StoredMapping {
  if (column.isSensitive && choice.field !== 'skip' && choice.field !== 'birth_date')
    throw invalid('inventory.column_is_never_taken', { header: column.header });
  const confidence = column.confidence === 'dropped' && column.isSensitive ? ('dropped' as const) : ('sure' as const);
  if (choice.field === column.field) return { ...column, ...choice, confidence };
  const values = samples.map(({ cells }) => cells[column.column] ?? '');
  const {
    doubt: _doubt,
    note: _note,
    ...details
  } = columnDetails(choice.field, { header: column.header, values, country });
  const { header, isSensitive, samples: shown } = column;
  const reason = { code: 'recognition.chosen_by_hand', params: {} };
  return { header, isSensitive, samples: shown, ...details, ...defined(choice), confidence, reason };
}

/** Undefined means "as recognised", not "nothing". */
function defined(choice: MappingChoice): MappingChoice {
  return Object.fromEntries(
    Object.entries(choice).filter(([, value]) => value !== undefined),
  ) as unknown as MappingChoice;
}

export async function chooseBasis(ctx: Ctx, importId: string, basis: unknown): Promise<void> {
  await getChangeable(ctx, importId);
  await ctx.db
    .updateTable('imports')
    .set({ basis: JSON.stringify(basis), state: 'uploaded', check_result: null })
    .where('id', '=', importId)
    .execute();
}
