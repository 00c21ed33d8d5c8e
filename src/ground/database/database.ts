import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { OurClient } from './copy.ts';

/** Declared empty here; each room adds its own tables by declaration merging in its `tables.ts`. */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- rooms merge into it
export interface Tables {}

/** A connection or an open transaction: a query never needs to know which. */
export type Db = Kysely<Tables>;

// Calendar dates stay text (`YYYY-MM-DD`): a Date would move them across time zones. Counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface OpenedDatabase {
  db: Db;
  pool: pg.Pool;
  close: () => Promise<void>;
}

interface DatabaseAddress {
  connectionString: string;
  /** Connections kept at most; default 10. */
  maxConnections?: number;
}

export function openDatabase({ connectionString, maxConnections = 10 }: DatabaseAddress): OpenedDatabase {
  const pool = new pg.Pool({
    connectionString,
    Client: OurClient,
    // Statements that are started together are sent together: the server goes on to the next without waiting for the program.
    pipeline: true,
    max: maxConnections,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 15_000,
    // Time is UTC on every connection; zones are named where a human reads them.
    options: '-c TimeZone=UTC -c idle_in_transaction_session_timeout=60000 -c statement_timeout=300000 -c jit=off',
    application_name: 'wiedersehen',
  });
  // A connection that breaks while idle is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => {});
  // One that breaks in the middle of a transaction, between two statements, belongs to nobody who listens; the next statement fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
