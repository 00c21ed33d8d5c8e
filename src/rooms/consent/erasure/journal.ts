import { createReadStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';

const scope = z.enum(['no_mail', 'no_record']);
const suppressed = z.object({
  hash: z.string(),
  kind: z.enum(['email', 'phone', 'source_id']),
  scope,
  reason: z.string(),
  review_on: z.iso.date(),
});

/** One line of the journal: somebody was erased, addresses were suppressed, or the person opened their mailbox again. */
const journalLine = z.object({
  at: z.iso.datetime(),
  talentId: z.uuid().optional(),
  suppress: z.array(suppressed).optional(),
  lift: z.array(z.object({ hash: z.string(), scope })).optional(),
});
export type JournalLine = z.infer<typeof journalLine>;

/** Beside the database: a back-up of the database that is brought back does not bring this back (SU-7). */
const fileOf = ({ filesDir }: Pick<Ctx, 'filesDir'>) => path.join(path.dirname(filesDir), 'erasure-journal.log');

/** Written before the change commits: a line too many does no harm, a line too few breaks a promise. */
export async function appendToJournal(ctx: Ctx, entries: readonly Omit<JournalLine, 'at'>[]): Promise<void> {
  const at = ctx.now.toISOString();
  const lines = entries.map((entry) => `${JSON.stringify({ at, ...entry })}\n`);
  await appendFile(fileOf(ctx), lines.join(''), { mode: 0o600, flush: true });
}

/** Line by line; a line that was cut off when the power went is passed over. */
export async function* readJournal(ctx: Pick<Ctx, 'filesDir'>): AsyncGenerator<JournalLine> {
  try {
    for await (const text of createInterface({ input: createReadStream(fileOf(ctx)), crlfDelay: Infinity })) {
      const line = parsed(text);
      if (line) yield line;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function parsed(text: string): JournalLine | undefined {
  try {
    return journalLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
