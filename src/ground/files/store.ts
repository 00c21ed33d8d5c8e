import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, invalid, unavailable } from '../errors/app-error.ts';

interface StoredFile {
  /** Random name below the folder; says nothing about the content. */
  storedAs: string;
  bytes: number;
  sha256: string;
}

/**
 * Writes a stream to a file of its own; nothing is left behind when it fails.
 * @throws AppError http.file_too_large, http.file_is_empty, http.disk_full
 */
export async function storeFile(
  folder: string,
  content: ReadableStream | null,
  largestBytes: number,
): Promise<StoredFile> {
  if (!content) throw invalid('http.file_is_empty');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const storedAs = randomBytes(16).toString('hex');
  const target = path.join(folder, storedAs);
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > largestBytes)
        return done(invalid('http.file_too_large', { largestMegabytes: Math.floor(largestBytes / 1_048_576) }));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(
      Readable.fromWeb(content as Parameters<typeof Readable.fromWeb>[0]),
      meter,
      createWriteStream(target, { mode: 0o600, flush: true }),
    );
    if (bytes === 0) throw invalid('http.file_is_empty');
    return { storedAs, bytes, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(target, { force: true });
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT' ? unavailable('http.disk_full') : error;
}

export const removeFile = (folder: string, storedAs: string): Promise<void> =>
  rm(path.join(folder, path.basename(storedAs)), { force: true });
