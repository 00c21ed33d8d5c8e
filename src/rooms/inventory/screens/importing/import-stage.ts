import type { ImportView } from '../../schema.ts';

export const IMPORT_STEPS = ['file', 'columns', 'preview', 'check', 'run', 'result'] as const;

type Staged = Pick<ImportView, 'state' | 'mapping' | 'check'>;

/** Columns that only a person can answer; the dry run waits for them. */
export const openColumns = ({ mapping }: Pick<ImportView, 'mapping'>) =>
  mapping.filter(({ confidence, field }) => confidence === 'ask' && field !== 'skip');

const STEP_OF: Record<Exclude<ImportView['state'], 'uploaded' | 'failed'>, number> = {
  checking: 3, checked: 4, running: 4, paused: 4, done: 5, cancelled: 5, undoing: 5, undone: 5,
}; // prettier-ignore

/** Where the import stands on the way, as index into IMPORT_STEPS. */
export function stepOf(view: Staged): number {
  if (view.state === 'uploaded') return openColumns(view).length > 0 ? 1 : 2;
  if (view.state === 'failed') return view.check ? 4 : 3;
  return STEP_OF[view.state];
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
