import type { Db } from './database/database.ts';
import type { JobSender } from './jobs/job.ts';
import type { Emit } from './events/events.ts';
import type { Keys } from './config/key-ring.ts';

/** Who acts: a signed-in team member, or the program itself (jobs, command line). */
export interface Actor {
  kind: 'member' | 'system';
  /** Team member's id; `null` for the program. */
  memberId: string | null;
  role: string;
  /** Legal entities whose people this actor may see. */
  entityIds: string[];
  language: 'de' | 'en';
  timeZone: string;
  sessionId: string | null;
}

/** Everything a service may need; nothing is fetched from a global, so every service can be tested. */
export interface Ctx {
  db: Db;
  actor: Actor;
  /** The moment of the request; services never read the clock. */
  now: Date;
  jobs: JobSender;
  emit: Emit;
  keys: Keys;
  /** Absolute folder for files that belong to the installation. */
  filesDir: string;
}

/** Runs `work` in one transaction; what it enqueues and emits commits or vanishes with it. */
export function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}
