import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import {
  checkImport,
  chooseMapping,
  getImport,
  receiveFile,
  runImport,
  searchEntity,
  startChecking,
  startRunning,
  chooseBasis,
} from '#rooms/inventory/index.ts';
import type { Ctx } from '#ground/context.ts';
import type { House } from '../house.ts';
import type { Command, Given } from './command.ts';
import { inHouse } from './command.ts';

type ImportView = Awaited<ReturnType<typeof getImport>>;

export const importCommand: Command = {
  name: 'import',
  usage: 'import FILE [--dry-run] [--entity NAME] [--consent-text ID] [--assessment SEGMENT=ID]… [--json]',
  summary: 'Reads a file into the inventory, with the same engine as the pages.',
  details: `FILE is CSV, XLSX, vCard or LinkedIn's Connections.csv.
--dry-run        reads everything and writes nothing
--entity         the legal entity, where there are several
--consent-text   id of the text that a consent column stands for; without it those people are asked first
--assessment     passive_contact=ID or referral=ID: the documented legitimate interest for that segment
Without a basis people wait in the holding area. Rows with errors stay out and are counted; exit code 1 when there are any.`,
  options: {
    'dry-run': { type: 'boolean' },
    entity: { type: 'string' },
    'consent-text': { type: 'string' },
    assessment: { type: 'string', multiple: true },
  },
  positionals: 1,
  run: async (given) => {
    const [file = ''] = given.positionals;
    if (!existsSync(file)) {
      process.stderr.write(`There is no file ${file}.\n`);
      return 2;
    }
    return inHouse((house) => importFile(house, file, given));
  },
};

async function importFile(house: House, file: string, given: Given): Promise<number> {
  const ctx = await contextOf(house, given);
  const importId = await receiveFile(
    ctx,
    path.basename(file),
    Readable.toWeb(createReadStream(file)) as ReadableStream,
  );
  const { mapping } = await getImport(ctx, importId);
  // On the terminal nobody is asked: what was recognised counts, and consent columns only with a named text.
  const hasText = typeof given.values['consent-text'] === 'string';
  await chooseMapping(
    ctx,
    importId,
    mapping.map((column) =>
      column.confidence === 'ask' && !hasText
        ? { ...column, field: column.field.startsWith('consent') ? 'skip' : column.field }
        : column,
    ),
  );
  await chooseBasis(ctx, importId, basisFrom(given));
  await startChecking(withoutJobs(ctx), importId);
  await withProgress(ctx, importId, given, 'checking', () => checkImport(ctx, importId));
  if (given.values['dry-run'] === true) return report(await getImport(ctx, importId), given);
  await startRunning(withoutJobs(ctx), importId);
  await withProgress(ctx, importId, given, 'importing', () => runImport(withoutJobs(ctx), importId));
  for (const entityId of ctx.actor.entityIds) await searchEntity(ctx, entityId, importId);
  return report(await getImport(ctx, importId), given);
}

/** The command does the work itself, so nothing is put into the queue. */
const withoutJobs = (ctx: Ctx): Ctx => ({ ...ctx, jobs: async () => {} });

async function contextOf(house: House, given: Given): Promise<Ctx> {
  const ctx = await house.systemCtx();
  const name = given.values.entity;
  const entities = await house.db.selectFrom('entities').select(['id', 'name']).orderBy('created_at').execute();
  const chosen = typeof name === 'string' ? entities.filter((one) => one.name === name) : entities;
  if (chosen.length !== 1) {
    throw new Error(
      entities.length === 0
        ? 'This installation is not set up yet: start it and open its address in a browser.'
        : `Please name the legal entity with --entity: ${entities.map((one) => one.name).join(', ')}.`,
    );
  }
  return { ...ctx, actor: { ...ctx.actor, language: 'en', entityIds: chosen.map(({ id }) => id) } };
}

function basisFrom({ values }: Given): Record<string, unknown> {
  const textId = values['consent-text'];
  const byConsent =
    typeof textId === 'string'
      ? Object.fromEntries(
          ['rejected_applicant', 'alumni', 'sign_up'].map((segment) => [segment, { kind: 'consent_column', textId }]),
        )
      : {};
  const assessments = (Array.isArray(values.assessment) ? values.assessment : []).map((pair) =>
    String(pair).split('='),
  );
  return {
    ...byConsent,
    ...Object.fromEntries(
      assessments.map(([segment, assessmentId]) => [segment, { kind: 'legitimate_interest', assessmentId }]),
    ),
  };
}

async function withProgress(ctx: Ctx, importId: string, { isJson }: Given, doing: string, work: () => Promise<void>) {
  const timer = setInterval(() => {
    if (isJson) return;
    void getImport(ctx, importId).then(({ rowsRead, rowTotal }) =>
      process.stderr.write(`\r${doing}: ${rowsRead}${rowTotal ? ` of ${rowTotal}` : ''} rows `),
    );
  }, 400);
  try {
    await work();
  } finally {
    clearInterval(timer);
    if (!isJson) process.stderr.write('\n');
  }
}

function report(view: ImportView, { isJson, values }: Given): number {
  const dryRun = values['dry-run'] === true;
  const { id: importId, state, check, failure } = view;
  const counts = (dryRun && check?.counts) || view.counts;
  const answer = { importId, state, dryRun, counts, check, failure };
  process.stdout.write(isJson ? `${JSON.stringify(answer)}\n` : reportInWords(answer));
  return isComplete(view, dryRun ? 'checked' : 'done') && counts.rejected === 0 ? 0 : 1;
}

const isComplete = ({ failure, state }: ImportView, wanted: ImportView['state']) =>
  failure === null && state === wanted;

function reportInWords({ dryRun, counts }: { dryRun: boolean; counts: ImportView['counts'] }): string {
  const lines = Object.entries(counts).map(([name, count]) => `${name.padEnd(11)} ${count}\n`);
  return [dryRun ? 'Dry run, nothing was written.\n' : '', ...lines].join('');
}
