import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { forbidden, invalid, notFound } from '#ground/errors/app-error.ts';
import { removeFile, storeFile } from '#ground/files/store.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { lockTalent, sightOf, visible } from './access.ts';
import { reindexTalents } from './search.ts';

const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What is accepted, by its first bytes: papers of a person. Pictures are not, they carry places and times inside (SC-4). */
const KINDS: { mark: Buffer; mediaType: string; ending: string }[] = [
  { mark: Buffer.from('%PDF-'), mediaType: 'application/pdf', ending: '.pdf' },
  { mark: Buffer.from([0x50, 0x4b, 0x03, 0x04]), mediaType: DOCX, ending: '.docx' },
];

export const talentFilesFolder = (ctx: Pick<Ctx, 'filesDir'>) => path.join(ctx.filesDir, 'talents');

/**
 * Keeps a paper of a person. Its text is read in the background and can then be searched.
 * @throws AppError talents.not_found, talents.file_kind_unknown, http.file_too_large, http.file_is_empty, http.disk_full
 */
export async function keepFile(ctx: Ctx, talentId: string, name: string, content: ReadableStream | null) {
  allow(ctx.actor, 'talents.write');
  const stored = await storeFile(talentFilesFolder(ctx), content, LARGEST_FILE_BYTES);
  try {
    const mediaType = await mediaTypeOf(path.join(talentFilesFolder(ctx), stored.storedAs), name);
    return await inTransaction(ctx, (ctx) => insertFile(ctx, talentId, { ...stored, name, mediaType }));
  } catch (error) {
    await removeFile(talentFilesFolder(ctx), stored.storedAs);
    throw error;
  }
}

/** The content decides and the name must say the same, so that nobody is handed a surprise. */
async function mediaTypeOf(file: string, name: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const kind = KINDS.find(
      ({ mark, ending }) => buffer.subarray(0, mark.length).equals(mark) && name.toLowerCase().endsWith(ending),
    );
    if (!kind) throw invalid('talents.file_kind_unknown');
    return kind.mediaType;
  } finally {
    await handle.close();
  }
}

interface FileFacts {
  storedAs: string;
  bytes: number;
  name: string;
  mediaType: string;
}

async function insertFile(ctx: Ctx, talentId: string, { storedAs, bytes, name, mediaType }: FileFacts) {
  await lockTalent(ctx, talentId);
  const fileId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('talent_files')
    .values({
      id: fileId,
      talent_id: talentId,
      name: path.basename(name).slice(0, 255),
      media_type: mediaType,
      size_bytes: bytes,
      stored_as: storedAs,
      uploaded_by: ctx.actor.memberId,
      created_at: ctx.now,
    })
    .execute();
  await record(ctx, {
    action: 'talents.file_kept',
    subjectKind: 'talent',
    subjectIds: [talentId],
    details: { fileId },
  });
  await ctx.emit(ctx, 'talents.file_kept', { talentId, fileId, storedAs, mediaType });
  return { id: fileId };
}

/** @throws AppError talents.file_not_found; talents.field_hidden for roles that do not see contact data */
async function findFile(ctx: Ctx, talentId: string, fileId: string) {
  if (!sightOf(ctx.actor).contact) throw forbidden('talents.field_hidden', { field: 'files' });
  const { rows } = await sql<{ name: string; media_type: string; stored_as: string; size_bytes: number }>`
    select f.name, f.media_type, f.stored_as, f.size_bytes from talent_files f join talents t on t.id = f.talent_id
    where f.id = ${fileId} and f.talent_id = ${talentId} and ${visible(ctx.actor)}`.execute(ctx.db);
  const [file] = rows;
  if (!file) throw notFound('talents.file_not_found');
  return file;
}

/** Always a download, never shown inside our pages (SE-5). The look is recorded. */
export async function openFile(ctx: Ctx, talentId: string, fileId: string): Promise<Response> {
  const { name, media_type, stored_as, size_bytes } = await findFile(ctx, talentId, fileId);
  await record(ctx, {
    action: 'talents.file_read',
    subjectKind: 'talent',
    subjectIds: [talentId],
    details: { fileId },
  });
  const stream = createReadStream(path.join(talentFilesFolder(ctx), path.basename(stored_as)));
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': media_type,
      'content-length': String(size_bytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': 'sandbox',
      'cache-control': 'no-store',
    },
  });
}

/** Gone at once; there is no bin for files. */
export async function removeTalentFile(ctx: Ctx, talentId: string, fileId: string): Promise<void> {
  allow(ctx.actor, 'talents.write');
  const { stored_as } = await findFile(ctx, talentId, fileId);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.deleteFrom('talent_files').where('id', '=', fileId).execute();
    await record(ctx, {
      action: 'talents.file_removed',
      subjectKind: 'talent',
      subjectIds: [talentId],
      details: { fileId },
    });
    await reindexTalents(ctx, [talentId]);
  });
  await removeFile(talentFilesFolder(ctx), stored_as);
}

/** The text of a file, read elsewhere; from now on it is found by search. */
export async function setFileText(ctx: Ctx, talentId: string, fileId: string, text: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('talent_files')
      .set({ text_content: text.replaceAll('\0', '') })
      .where('id', '=', fileId)
      .where('talent_id', '=', talentId)
      .execute();
    await reindexTalents(ctx, [talentId]);
  });
}
