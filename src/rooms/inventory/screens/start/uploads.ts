import { useSyncExternalStore } from 'react';
import { upload } from '#ground/http/client.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { readCvFile, uploadImport } from '../../contract.ts';

export type CvAnswer = ClientAnswer<typeof readCvFile>;

/** One dropped file on its way. It keeps going while other screens are open. */
export interface Upload {
  id: number;
  fileName: string;
  bytes: number;
  state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed';
  /** Share sent, 0 to 1. */
  share: number;
  importId?: string;
  cv?: CvAnswer;
  problem?: unknown;
}

const CV = /\.(pdf|docx)$/i;
export const isCvFile = (fileName: string) => CV.test(fileName);

let uploads: readonly Upload[] = [];
const files = new Map<number, File>();
let nextId = 1;
let isWorking = false;
const watchers = new Set<() => void>();
const finished = new Set<(upload: Upload) => void>();

/** Takes files into the queue; they are sent one after the other. */
export function addFiles(dropped: readonly File[]): void {
  const added = dropped.map((file): Upload => {
    const id = nextId++;
    files.set(id, file);
    return { id, fileName: file.name, bytes: file.size, state: 'waiting', share: 0 };
  });
  replace([...uploads, ...added]);
  void workOff();
}

export const useUploads = (): readonly Upload[] => useSyncExternalStore(watch, () => uploads);

/** Called with every file that arrived. */
export function onUploaded(watcher: (upload: Upload) => void): () => void {
  finished.add(watcher);
  return () => finished.delete(watcher);
}

export function forgetUpload(id: number): void {
  files.delete(id);
  replace(uploads.filter((upload) => upload.id !== id));
}

export function retryUpload(id: number): void {
  change(id, { state: 'waiting', share: 0, problem: undefined });
  void workOff();
}

async function workOff(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  for (let next = nextWaiting(); next; next = nextWaiting()) await send(next);
  isWorking = false;
}

const nextWaiting = () => uploads.find(({ state }) => state === 'waiting');

async function send({ id, fileName }: Upload): Promise<void> {
  const file = files.get(id);
  if (!file) return forgetUpload(id);
  change(id, { state: 'sending' });
  // Raw bytes without a type: the server looks at the content, and typed bodies have a small limit.
  const bytes = file.slice(0, file.size, '');
  const onProgress = (share: number) => change(id, { share, state: share < 1 ? 'sending' : 'reading' });
  try {
    if (isCvFile(fileName)) {
      change(id, { state: 'done', cv: await upload(readCvFile, { query: { fileName } }, bytes, { onProgress }) });
    } else {
      const { id: importId } = await upload(uploadImport, { query: { fileName } }, bytes, { onProgress });
      change(id, { state: 'done', importId });
    }
    files.delete(id);
    tellFinished(id);
  } catch (problem) {
    change(id, { state: 'failed', problem });
  }
}

function tellFinished(id: number) {
  const upload = uploads.find((one) => one.id === id);
  if (upload) for (const watcher of finished) watcher(upload);
}

const change = (id: number, changes: Partial<Upload>) =>
  replace(uploads.map((one) => (one.id === id ? { ...one, ...changes } : one)));

function replace(next: readonly Upload[]) {
  uploads = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
