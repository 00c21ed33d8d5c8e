import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { loadDirectory } from '../directory/load.ts';
import type { Directory } from '../directory/types.ts';

export interface DirectoryFile {
  /** File name as the source has it, e.g. `occupations_de.csv`. */
  name: string;
  content: Buffer;
}

export interface ImportedDirectory {
  version: string;
  concepts: number;
  labels: number;
}

/**
 * Keeps the files of ESCO in the database, so that every process reads the same; they are checked whole before anything is written.
 * @throws AppError those of `loadDirectory`
 */
export async function importEsco(ctx: Ctx, version: string, files: DirectoryFile[]): Promise<ImportedDirectory> {
  allow(ctx.actor, 'matching.manage');
  const directory = readFrom(version, files);
  const counts = { concepts: directory.concepts.count, labels: directory.labels.count };
  const id = newId(ctx.now.getTime());
  await inTransaction(ctx, async ({ db }) => {
    await db.deleteFrom('directory_imports').where('source', '=', 'esco').execute();
    await db
      .insertInto('directory_imports')
      .values({
        id,
        source: 'esco',
        version,
        concept_count: counts.concepts,
        label_count: counts.labels,
        imported_by: ctx.actor.memberId,
        imported_at: ctx.now,
      })
      .execute();
    for (const { name, content } of files)
      await db
        .insertInto('directory_tables')
        .values({ import_id: id, name, content: gzipSync(content) })
        .execute();
  });
  return { version, ...counts };
}

/** Our own directory joined with what the operator imported; undefined where nothing was imported. */
export async function importedDirectory({ db }: Pick<Ctx, 'db'>): Promise<Directory | undefined> {
  const newest = await db
    .selectFrom('directory_imports')
    .select(['id', 'version'])
    .orderBy('imported_at', 'desc')
    .executeTakeFirst();
  if (!newest) return undefined;
  const tables = await db
    .selectFrom('directory_tables')
    .select(['name', 'content'])
    .where('import_id', '=', newest.id)
    .execute();
  return readFrom(
    newest.version,
    tables.map(({ name, content }) => ({ name, content: gunzipSync(content) })),
  );
}

/** The readers of the directory read a folder, as the download is one; its name carries the version. */
function readFrom(version: string, files: DirectoryFile[]): Directory {
  const place = mkdtempSync(path.join(tmpdir(), 'wiedersehen-directory-'));
  const folder = path.join(place, `ESCO v${version}`);
  try {
    mkdirAndWrite(folder, files);
    return loadDirectory('both', { esco: folder });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function mkdirAndWrite(folder: string, files: DirectoryFile[]) {
  mkdirSync(folder);
  for (const { name, content } of files) writeFileSync(path.join(folder, path.basename(name)), content);
}
