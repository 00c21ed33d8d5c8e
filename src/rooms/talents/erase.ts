import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { removeFile } from '#ground/files/store.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { isClockRight, suppressionHash } from '#rooms/consent/index.ts';
import { talentFilesFolder } from './files.ts';
import { BIN_DAYS } from './types.ts';

const MS_PER_DAY = 86_400_000;
/** Small, so that a crash loses little work and nobody waits for locks. */
const PEOPLE_AT_ONCE = 100;

export const eraseDueJob = defineJob({
  name: 'talents.erase_due',
  payload: z.object({}),
  key: () => 'erase',
  schedule: { cron: '17 2 * * *', timeZone: 'Europe/Zurich' },
  run: (ctx) => eraseTonight(ctx),
});

/** Not while the clock is in doubt. */
async function eraseTonight(ctx: Ctx): Promise<void> {
  if (await isClockRight(ctx)) await eraseDue(ctx);
}

export interface Erased {
  erased: number;
  /** Whom the database would not let go; tried again the next night, and named in the audit log. */
  failed: string[];
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Erases who is past the erase-on date or has been in the bin for thirty days. May be stopped at any moment and run again; it
 * catches up. An undo of the deletion is over by then.
 * @returns how many were erased
 * @throws Error at the end, when somebody could not be erased
 */
export async function eraseDue(ctx: Ctx): Promise<number> {
  const binEnd = new Date(ctx.now.getTime() - BIN_DAYS * MS_PER_DAY);
  const today = ctx.now.toISOString().slice(0, 10);
  const night: Erased = { erased: 0, failed: [] };
  for (let after = FIRST; ;) {
    const { rows } = await sql<{ id: string }>`
      select t.id from talents t where t.id > ${after}::uuid and (t.erase_on <= ${today}::date or (t.deleted_at <= ${binEnd} and t.merged_into is null)) order by t.id limit ${PEOPLE_AT_ONCE}`.execute(
      ctx.db,
    );
    const last = rows.at(-1);
    if (!last) break;
    const some = await eraseEach(
      ctx,
      rows.map(({ id }) => id),
    );
    night.erased += some.erased;
    night.failed.push(...some.failed);
    after = last.id;
  }
  if (night.failed.length > 0) throw new Error(`talents.erase_failed: ${night.failed.length}`);
  return night.erased;
}

/** One record that cannot be erased does not stop the others: then each is tried by itself (RE-3). Outside of any transaction. */
export async function eraseEach(ctx: Ctx, talentIds: string[]): Promise<Erased> {
  try {
    return { erased: await erasePeople(ctx, talentIds), failed: [] };
  } catch {
    return eraseOneByOne(ctx, talentIds);
  }
}

async function eraseOneByOne(ctx: Ctx, talentIds: string[]): Promise<Erased> {
  const result: Erased = { erased: 0, failed: [] };
  for (const id of talentIds)
    try {
      result.erased += await erasePeople(ctx, [id]);
    } catch {
      result.failed.push(id);
    }
  if (result.failed.length > 0)
    await record(ctx, { action: 'talents.erase_failed', subjectKind: 'talent', subjectIds: result.failed });
  return result;
}

interface Trace {
  id: string;
  kind: 'email' | 'phone' | null;
  value: string | null;
}

/**
 * Erases people with everything of theirs: rows, search documents, files, and people who were joined with them. The journal outside
 * the database is written first: a back-up that is brought back erases them again (SU-7).
 */
export async function erasePeople(ctx: Ctx, talentIds: string[]): Promise<number> {
  const files = await ctx.db.transaction().execute(async (db) => {
    const inside: Ctx = { ...ctx, db };
    const { rows: people } = await sql<{
      id: string;
    }>`select id from talents where id = any(${talentIds}::uuid[]) or merged_into = any(${talentIds}::uuid[]) order by id for update`.execute(
      db,
    );
    const ids = people.map(({ id }) => id);
    const { rows: traces } = await sql<Trace>`
      select w.id, a.kind, a.normal_form as value from unnest(${ids}::uuid[]) w(id) left join talent_addresses a on a.talent_id = w.id and a.kind in ('email', 'phone')`.execute(
      db,
    );
    await writeJournal(inside, traces);
    const stored = await db.selectFrom('talent_files').select('stored_as').where('talent_id', 'in', ids).execute();
    await ctx.emit(inside, 'talents.erased', { talentIds: ids });
    await db.deleteFrom('talent_merges').where('gone_id', 'in', ids).execute();
    await db.deleteFrom('talents').where('id', 'in', ids).execute();
    await record(inside, {
      action: 'talents.erased',
      subjectKind: 'talent',
      subjectIds: ids,
      details: { people: ids.length },
    });
    return { stored: stored.map(({ stored_as }) => stored_as), count: ids.length };
  });
  for (const name of files.stored) await removeFile(talentFilesFolder(ctx), name);
  return files.count;
}

/** One line per person: time, id, and keyed hashes of addresses; no clear text. Twice the same line does no harm. */
async function writeJournal(ctx: Ctx, traces: Trace[]) {
  const byPerson = Map.groupBy(traces, ({ id }) => id);
  const lines = [...byPerson].map(([talentId, some]) => {
    const hashes = some.flatMap(({ kind, value }) => (kind && value ? [suppressionHash(ctx, { kind, value })] : []));
    return `${JSON.stringify({ at: ctx.now.toISOString(), talentId, hashes })}\n`;
  });
  if (lines.length > 0)
    await appendFile(path.join(path.dirname(ctx.filesDir), 'erasure-journal.log'), lines.join(''), {
      mode: 0o600,
      flush: true,
    });
}
