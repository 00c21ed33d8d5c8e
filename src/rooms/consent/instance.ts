import { randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { allow } from '#rooms/accounts/permissions.ts';

/**
 * The mark in the data folder. It names the installation, the place of the file itself on the disk (a copied file lies elsewhere), and
 * counts along with the database (a database that is behind was brought back from a copy).
 * @source docs/decisions/0016-copies-start-silent.md
 */
const mark = z.object({ id: z.uuid(), place: z.string(), count: z.number().int(), isCounting: z.boolean() });
type Mark = z.infer<typeof mark>;

interface Known {
  id: string | null;
  count: number;
}

export type CopyReason = 'other_folder' | 'no_mark' | 'copied_folder' | 'older_database' | 'newer_database';

/** Why this database and this folder do not belong together, or undefined when they do. */
export function copyReasonOf(database: Known, found: Mark | undefined, place: string): CopyReason | undefined {
  if (database.id === null) return found ? 'other_folder' : undefined;
  if (!found) return 'no_mark';
  if (found.id !== database.id) return 'other_folder';
  return found.place === place ? countReason(database.count, found) : 'copied_folder';
}

function countReason(count: number, found: Mark): CopyReason | undefined {
  // A process that died while counting left the folder one ahead.
  const isSame = found.count === count || (found.isCounting && found.count === count + 1);
  if (isSame) return undefined;
  return found.count > count ? 'older_database' : 'newer_database';
}

/** At every start, before anybody is served: a copy keeps silent until somebody says that it is the real one (SU-8). */
export async function settleInstance(ctx: Ctx): Promise<CopyReason | undefined> {
  await ctx.db
    .insertInto('instances')
    .defaultValues()
    .onConflict((on) => on.doNothing())
    .execute();
  const [database, found] = [await findKnown(ctx), await readMark(ctx)];
  const reason = copyReasonOf(database, found, await placeOf(ctx));
  if (reason) await quarantine(ctx, reason);
  else if (database.id === null) await newMark(ctx, randomUUID(), database.count);
  else await markNight(ctx);
  return reason;
}

/** Counts one further, in the folder first: whatever ends this process in between is seen as what it was. */
export async function markNight(ctx: Ctx): Promise<void> {
  const found = await readMark(ctx);
  const database = await findKnown(ctx);
  if (!found || found.id !== database.id) return;
  const count = database.count + 1;
  await writeMark(ctx, { ...found, count, isCounting: true });
  await ctx.db.updateTable('instances').set({ instance_count: count }).execute();
  await writeMark(ctx, { ...found, count, isCounting: false });
}

/** This is the real one, and the other, if there is one, the copy. */
export async function confirmInstance(ctx: Ctx): Promise<void> {
  allow(ctx.actor, 'accounts.manage_installation');
  const database = await findKnown(ctx);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.updateTable('instances').set({ quarantined_at: null, quarantine_reason: null }).execute();
    await record(ctx, { action: 'consent.instance_confirmed' });
  });
  await newMark(ctx, randomUUID(), database.count);
}

async function quarantine(ctx: Ctx, reason: CopyReason): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const changed = await ctx.db
      .updateTable('instances')
      .set({ quarantined_at: ctx.now, quarantine_reason: reason })
      .where('quarantined_at', 'is', null)
      .returning('is_one')
      .executeTakeFirst();
    if (changed) await record(ctx, { action: 'consent.quarantined', details: { reason } });
  });
}

async function findKnown({ db }: Ctx): Promise<Known> {
  const row = await db.selectFrom('instances').select(['instance_id', 'instance_count']).executeTakeFirst();
  return { id: row?.instance_id ?? null, count: row?.instance_count ?? 0 };
}

const fileOf = ({ filesDir }: Pick<Ctx, 'filesDir'>) => path.join(path.dirname(filesDir), 'installation.json');

async function readMark(ctx: Ctx): Promise<Mark | undefined> {
  try {
    return mark.safeParse(JSON.parse(await readFile(fileOf(ctx), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Written over the same file, so that its place stays. */
const writeMark = (ctx: Ctx, written: Mark) =>
  writeFile(fileOf(ctx), `${JSON.stringify(written)}\n`, { mode: 0o600, flush: true });

async function placeOf(ctx: Ctx): Promise<string> {
  try {
    return String((await stat(fileOf(ctx), { bigint: true })).ino);
  } catch {
    return '';
  }
}

async function newMark(ctx: Ctx, id: string, count: number): Promise<void> {
  const first = { id, place: '', count, isCounting: false };
  await writeMark(ctx, first);
  await writeMark(ctx, { ...first, place: await placeOf(ctx) });
  await ctx.db.updateTable('instances').set({ instance_id: id }).execute();
}
