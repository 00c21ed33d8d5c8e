import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { invalid, notFound } from '#ground/errors/app-error.ts';
import { removeFile, storeFile } from '#ground/files/store.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { z } from 'zod';
import type { pictureCard } from '../../schema-writing.ts';
import type { CleanPicture } from './clean.ts';
import { oneLine } from '../words/clean.ts';
import { cleanPicture } from './clean.ts';

const LARGEST_BYTES = 5 * 1024 * 1024;
const LONGEST_NAME = 200;

export type PictureCard = z.output<typeof pictureCard>;

const folderOf = (ctx: Pick<Ctx, 'filesDir'>) => path.join(ctx.filesDir, 'letter-pictures');

/**
 * Keeps a picture for letters, cleaned; the same one is kept once.
 * @throws AppError http.file_too_large, http.file_is_empty, http.disk_full, campaigns.picture_…
 */
export async function addPicture(ctx: Ctx, name: string, content: ReadableStream | null): Promise<PictureCard> {
  allow(ctx.actor, 'campaigns.write');
  const [entityId] = ctx.actor.entityIds;
  if (entityId === undefined) throw invalid('campaigns.entity_unknown');
  const picture = cleanPicture(await received(ctx, content));
  const hash = createHash('sha256').update(picture.bytes).digest('hex');
  await keep(folderOf(ctx), hash, picture.bytes);
  return inTransaction(ctx, (ctx) => insertPicture(ctx, { entityId, hash, picture, name: nameOf(name) }));
}

async function received(ctx: Ctx, content: ReadableStream | null): Promise<Buffer> {
  const { storedAs } = await storeFile(folderOf(ctx), content, LARGEST_BYTES);
  const file = await open(path.join(folderOf(ctx), storedAs), 'r');
  try {
    return await file.readFile();
  } finally {
    await file.close();
    await removeFile(folderOf(ctx), storedAs);
  }
}

/** Under the name of its content; it is whole from the moment it has that name. */
async function keep(folder: string, hash: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `${hash}.${randomBytes(8).toString('hex')}`);
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path.join(folder, hash));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

const nameOf = (name: string): string => oneLine(path.basename(name)).slice(0, LONGEST_NAME);

interface NewPicture {
  entityId: string;
  hash: string;
  picture: CleanPicture;
  name: string;
}

async function insertPicture(ctx: Ctx, { entityId, hash, picture, name }: NewPicture): Promise<PictureCard> {
  const { mediaType, width, height, bytes } = picture;
  const { rows } = await sql<{ id: string; name: string; isNew: boolean }>`
    with added as (
      insert into letter_pictures (id, entity_id, content_hash, media_type, width, height, bytes, name, created_by, created_at)
      values (${newId(ctx.now.getTime())}, ${entityId}::uuid, ${hash}, ${mediaType}, ${width}, ${height}, ${bytes.length}, ${name}, ${ctx.actor.memberId}::uuid, ${ctx.now})
      on conflict (entity_id, content_hash) do nothing returning id, name)
    select id, name, true as "isNew" from added
    union all select p.id, p.name, false from letter_pictures p where p.entity_id = ${entityId}::uuid and p.content_hash = ${hash}`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (!row) return insertPicture(ctx, { entityId, hash, picture, name });
  if (row.isNew) await record(ctx, { action: 'campaigns.picture_added', details: { pictureId: row.id } });
  return { id: row.id, name: row.name, width, height, bytes: bytes.length, mediaType };
}

const FOREVER = 'public, max-age=31536000, immutable';

/** For everybody who has the address, and from anywhere: mail programs ask without a cookie. @throws AppError campaigns.picture_not_found */
export async function showPicture(ctx: Ctx, pictureId: string): Promise<Response> {
  const picture = await ctx.db
    .selectFrom('letter_pictures')
    .select(['content_hash', 'media_type'])
    .where('id', '=', pictureId)
    .executeTakeFirst();
  if (!picture) throw notFound('campaigns.picture_not_found');
  const file = path.join(folderOf(ctx), path.basename(picture.content_hash));
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) throw notFound('campaigns.picture_not_found');
  const { size } = await handle.stat();
  return new Response(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
    headers: {
      'content-type': picture.media_type,
      'content-length': String(size),
      'cache-control': FOREVER,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}
