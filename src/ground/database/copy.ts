import { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Db, Tables } from './database.ts';
import { withKeptPlan } from './kept-plan.ts';
import { storableJson } from './storable-json.ts';

export type CopyValue = string | number | boolean | Date | readonly string[] | object | null | undefined;

/** Rows on their way into a table, as the text that COPY reads. */
class CopyText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Rows that are on their way: when the server has taken them. */
interface SentCopy {
  done: Promise<void>;
}

/** Where each column of a table comes from; columns that are not named get their default. */
type Columns<T extends keyof Tables, Row> = { readonly [C in keyof Tables[T]]?: (row: Row) => CopyValue };

/**
 * Writes new rows by COPY, which takes a fraction of the time of an insert. There is no "on conflict": a row that is there already
 * ends the statement, so what may be known has to be looked up before. The statement joins the transaction of `db`.
 * @param columns lists become arrays, other objects JSON
 */
export async function copyRows<T extends keyof Tables, Row>(
  db: Db,
  table: T,
  rows: readonly Row[],
  columns: Columns<T, Row>,
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns).map((column) => `"${column}"`);
  const text = textOf(rows, Object.values<((row: Row) => CopyValue) | undefined>(columns));
  const statement = `copy "${table}" (${names.join(', ')}) from stdin`;
  const sent = await db.executeQuery<SentCopy>(CompiledQuery.raw(statement, [new CopyText(text)]));
  await sent.rows[0]?.done;
}

function textOf<Row>(rows: readonly Row[], columns: readonly (((row: Row) => CopyValue) | undefined)[]): string {
  let text = '';
  for (const row of rows) {
    let separator = '';
    for (const column of columns) {
      text += separator + cellOf(column?.(row));
      separator = '\t';
    }
    text += '\n';
  }
  return text;
}

function cellOf(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  return escaped(Array.isArray(value) ? arrayOf(value) : storableJson(value));
}

const NEEDS_ESCAPING = /[\\\n\r\t\0]/;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '' };

/** PostgreSQL stores no NUL characters, so they are left out. */
function escaped(text: string): string {
  return NEEDS_ESCAPING.test(text) ? text.replace(/[\\\n\r\t\0]/g, (sign) => ESCAPED[sign] ?? sign) : text;
}

const arrayOf = (values: readonly unknown[]) =>
  `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

declare module 'pg' {
  /** Messages that a connection can send and its published types do not name. */
  interface Connection {
    sendCopyFromChunk: (chunk: Buffer) => void;
    endCopyFrom: () => void;
  }
}

/**
 * The statement and its rows in one go, without waiting for the server to say that it is ready for them: they wait in the stream,
 * and after a failure the server leaves them aside.
 */
class CopyIn extends pg.Query {
  readonly done: Promise<void>;
  override submit: (connection: pg.Connection) => void;

  constructor(statement: string, text: string) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    super(statement, undefined, (error) => (error ? reject(error) : resolve()));
    this.done = promise;
    this.submit = (connection) => {
      connection.query(statement);
      connection.sendCopyFromChunk(Buffer.from(text));
      connection.endCopyFrom();
    };
  }

  handleCopyInResponse(): void {
    // The rows are on their way already.
  }
}

/** A connection that also understands what `copyRows` sends, and which plans are to be kept. */
export class OurClient extends pg.Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- the client's own declaration has fifteen forms of this
  override query(...given: any[]): any {
    const [statement, values] = given as [string, unknown[] | undefined];
    const [text] = Array.isArray(values) ? values : [];
    if (text instanceof CopyText) return this.#send(statement, text);
    const kept = typeof statement === 'string' ? withKeptPlan(statement, values) : undefined;
    return kept ? super.query(kept) : super.query(...(given as [string]));
  }

  /** Answers as soon as the rows are on their way, so that the next statement follows at once. */
  async #send(statement: string, { text }: CopyText) {
    const { done } = super.query(new CopyIn(statement, text));
    // Whoever sent it hears of a failure; until it is awaited it would count as one that nobody sees.
    done.catch(() => undefined);
    return { command: 'COPY', rowCount: null, rows: [{ done } satisfies SentCopy] };
  }
}
