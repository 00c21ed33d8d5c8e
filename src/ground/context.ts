import type { z } from 'zod';
import type { Db } from './database/database.ts';
import type { EventName, Events } from './events/news.ts';
import type { Keys } from './config/key-ring.ts';
import type { Mailer } from './mail/mailer.ts';

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

/** Tells the rooms further down, in the transaction of the one who has the news. */
export type Emit = <N extends EventName>(ctx: Ctx, name: N, payload: Events[N]) => Promise<void>;

/** Enqueues inside the transaction of `ctx.db`: a roll-back takes the job along. */
export type JobSender = <P extends z.ZodType>(
  ctx: Pick<Ctx, 'db'>,
  job: { name: string; payload: P },
  payload: z.input<P>,
) => Promise<void>;

/** Everything a service may need; nothing is fetched from a global, so every service can be tested. */
export interface Ctx {
  db: Db;
  actor: Actor;
  /** The moment of the request; services never read the clock. */
  now: Date;
  jobs: JobSender;
  emit: Emit;
  keys: Keys;
  /** Where people outside reach the program, without a trailing slash: for links in mails. */
  baseUrl: string;
  /** Absolute folder for files that belong to the installation. */
  filesDir: string;
  /** Where language models may be asked, as the operator says. */
  modelAddresses: readonly string[];
  /** Absent where no mail server is set up; see `canSendMail`. */
  mailer?: Mailer | undefined;
  /** The mail server of the installation, for rooms that send many letters by themselves. */
  smtpUrl?: string | undefined;
}

/** Runs `work` in one transaction; what it enqueues and emits commits or vanishes with it. */
export function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}
