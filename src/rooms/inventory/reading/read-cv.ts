import { fork } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { invalid, type FailureParams } from '#ground/errors/app-error.ts';
import type { CvReading } from './cv-types.ts';
import { readFileHead, recogniseKind } from './file-kind.ts';
import { CV_LIMITS } from './limits.ts';

/** What the separate process answers. */
export type ExtractionAnswer =
  | { kind: 'read'; reading: CvReading }
  | { kind: 'refused'; code: string; params: FailureParams };

interface CvLimits {
  fileBytes: number;
  timeoutMs: number;
  memoryMb: number;
}

/**
 * Text of a PDF or DOCX and what it seems to say about the person.
 * @param fileName only for the reader's sake; the kind is told by the content
 * @throws AppError inventory.reading.no_cv, cv_too_large, cv_too_slow, cv_unreadable, cv_without_text, file_encrypted
 */
export async function readCv(path: string, _fileName: string, limits: CvLimits = CV_LIMITS): Promise<CvReading> {
  const fileHead = await readFileHead(path);
  if (fileHead.sizeBytes > limits.fileBytes) {
    throw invalid('inventory.reading.cv_too_large', { limitMb: Math.round(limits.fileBytes / 1024 / 1024) });
  }
  const kind = await recogniseKind(path, fileHead);
  if (kind !== 'pdf' && kind !== 'docx') throw invalid('inventory.reading.no_cv');

  const answer = await extractApart(await realpath(path), kind, limits);
  if (answer.kind === 'refused') throw invalid(answer.code, answer.params);
  return answer.reading;
}

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

/**
 * The parsers and the search for facts run in a process of their own: with little memory, a deadline, no environment (so no secrets), no right to
 * write files, start programs or load native code. A hostile file can end that process, not the server.
 */
function extractApart(path: string, kind: 'pdf' | 'docx', limits: CvLimits): Promise<ExtractionAnswer> {
  const child = fork(new URL('./cv-process.ts', import.meta.url), [path, kind], {
    execArgv: [
      '--permission',
      `--allow-fs-read=${PROJECT}`,
      `--allow-fs-read=${path}`,
      `--max-old-space-size=${limits.memoryMb}`,
      '--no-warnings',
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    const refuse = (code: string, params: FailureParams = {}) => resolve({ kind: 'refused', code, params });
    const deadline = setTimeout(() => {
      refuse('inventory.reading.cv_too_slow', { limitSeconds: Math.round(limits.timeoutMs / 1000) });
      child.kill('SIGKILL');
    }, limits.timeoutMs);
    child.once('message', (answer) => {
      resolve(answer as ExtractionAnswer);
      child.kill('SIGKILL');
    });
    child.once('error', () => refuse('inventory.reading.cv_unreadable'));
    child.once('exit', () => {
      clearTimeout(deadline);
      refuse('inventory.reading.cv_unreadable');
    });
  });
}
