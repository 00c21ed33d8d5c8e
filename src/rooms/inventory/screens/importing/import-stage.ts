import type { ImportView } from '../../schema.ts';

export const IMPORT_STEPS = ['file', 'columns', 'preview', 'check', 'run', 'result'] as const;

type Staged = Pick<ImportView, 'state' | 'mapping' | 'check'>;

/** Columns that only a person can answer; the dry run waits for them. */
export const openColumns = ({ mapping }: Pick<ImportView, 'mapping'>) =>
  mapping.filter(({ confidence, field }) => confidence === 'ask' && field !== 'skip');

/** Where the import stands on the way, as index into IMPORT_STEPS. */
export function stepOf(view: Staged): number {
  switch (view.state) {
    case 'uploaded':
      return openColumns(view).length > 0 ? 1 : 2;
    case 'checking':
      return 3;
    case 'checked':
    case 'running':
    case 'paused':
      return 4;
    case 'failed':
      return view.check ? 4 : 3;
    case 'done':
    case 'cancelled':
    case 'undoing':
    case 'undone':
      return 5;
  }
}

const BUSY: readonly ImportView['state'][] = ['checking', 'running', 'undoing'];
const PREPARING: readonly ImportView['state'][] = ['uploaded', 'checked'];

/** Something happens without anybody doing anything: look again soon. */
export const isBusy = ({ state }: Pick<ImportView, 'state'>) => BUSY.includes(state);

/** Columns, format and basis can still be changed. */
export const isPreparing = ({ state }: Pick<ImportView, 'state'>) => PREPARING.includes(state);

/** People the import brings at once; who is held waits for their consent. */
export const peopleOf = ({ created, updated }: ImportView['counts']) => created + updated;

const SETTLING_MS = 120_000;

/** Just finished: the search for duplicates still runs, and its number comes later. */
export const isSettling = ({ state, finishedAt }: Pick<ImportView, 'state' | 'finishedAt'>, now: Date) =>
  state === 'done' && finishedAt !== null && now.getTime() - Date.parse(finishedAt) < SETTLING_MS;

/** Minutes until the rest is done at the present pace; at least one, undefined while nobody can know. */
export function minutesLeft({
  rowTotal,
  rowsRead,
  rowsPerSecond,
}: Pick<ImportView, 'rowTotal' | 'rowsRead' | 'rowsPerSecond'>) {
  if (rowTotal === null || !rowsPerSecond) return undefined;
  return Math.max(1, Math.round((rowTotal - rowsRead) / rowsPerSecond / 60));
}
