import type { Ctx } from '#ground/context.ts';
import { listHashesNotToRecord } from '#rooms/consent/index.ts';
import type { RowReading } from '../types.ts';
import type { Identity, KnownName } from './identify.ts';
import { keyText } from './identify.ts';
import type { FoundPerson } from './queries.ts';
import { findByAddresses, findBySourceIds, findHeld, findKnownRows } from './queries.ts';

/** A row that was read, with the keyed hash of its content and everything under which its person may be known. */
export interface ReadRow extends Identity {
  reading: Extract<RowReading, { kind: 'person' }>;
  rowHash: string;
}

/** By the text of an identity key. */
export type PeopleByKey = Map<string, { id: string; name: KnownName }[]>;

/** What the database knows of the people of a batch. */
export interface Known {
  rows: Map<string, { talentId: string | null; heldId: string | null }>;
  people: PeopleByKey;
  held: Map<string, string>;
  /** Keyed hashes of identifiers of people who asked not to be recorded again. */
  notToRecord: Set<string>;
}

/** A constant number of statements for any number of rows. */
export async function lookUp(
  { db }: Ctx,
  rows: ReadRow[],
  { entityId, system }: { entityId: string; system: string },
): Promise<Known> {
  const keys = rows.flatMap((row) => row.keys);
  const sourceIds = keys.filter(({ kind }) => kind === 'source').map(({ value }) => value);
  const addresses = keys.filter(({ kind }) => kind !== 'source');
  const hashes = rows.map(({ rowHash }) => rowHash);
  const emailHashes = rows.flatMap((row) => row.emailHashes);
  const marks = rows.flatMap((row) => row.marks);
  const [knownRows, bySource, byAddress, held, notToRecord] = await together([
    findKnownRows(db, system, hashes),
    findBySourceIds(db, { entityId, system }, sourceIds),
    findByAddresses(db, entityId, addresses),
    findHeld(db, { entityId, system }, { emailHashes, sourceIds }),
    listHashesNotToRecord({ db }, marks),
  ]);
  return {
    rows: knownRows,
    people: groupByKey([...bySource, ...byAddress]),
    held: new Map(
      held.flatMap((row) => [
        ...(row.email_hash ? [[`email:${row.email_hash}`, row.id] as const] : []),
        ...(row.source_id ? [[`source:${row.source_id}`, row.id] as const] : []),
      ]),
    ),
    notToRecord,
  };
}

/** Sent one after the other without waiting; when one fails all of them have ended first, as in `allDone`. */
async function together<T extends readonly unknown[]>(questions: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(questions);
  return Promise.all(questions) as Promise<unknown> as Promise<T>;
}

function groupByKey(found: FoundPerson[]): PeopleByKey {
  const groups: PeopleByKey = new Map();
  for (const { key, talent_id, first_name, last_name } of found) {
    const person = { id: talent_id, name: { firstName: first_name, lastName: last_name } };
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  return groups;
}

export const peopleUnder = (people: PeopleByKey, key: Parameters<typeof keyText>[0]) => people.get(keyText(key)) ?? [];
