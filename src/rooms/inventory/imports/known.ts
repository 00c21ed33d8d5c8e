import type { Ctx } from '#ground/context.ts';
import type { Identifier } from '#rooms/consent/index.ts';
import { listNotToRecord, suppressionHash } from '#rooms/consent/index.ts';
import type { ImportedPerson, RowReading } from '../types.ts';
import type { KnownName } from './identify.ts';
import { identityKeys } from './identify.ts';
import type { FoundPerson } from './queries.ts';
import { findByAddresses, findBySourceIds, findHeld, findKnownRows } from './queries.ts';

/** A row that was read, with the keyed hash of its content. */
export interface ReadRow {
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
  notToRecord: Set<string>;
  /** Keyed hash by address; each is asked for several times. */
  emailHashes: Map<string, string>;
}

/** A constant number of statements for any number of rows. */
export async function lookUp(
  ctx: Ctx,
  rows: ReadRow[],
  { entityId, system }: { entityId: string; system: string },
): Promise<Known> {
  const people = rows.map(({ reading }) => reading.person);
  const keys = people.flatMap(identityKeys);
  const sourceIds = keys.filter(({ kind }) => kind === 'source').map(({ value }) => value);
  const emails = new Set(people.flatMap((person) => person.emails));
  const emailHashes = new Map(
    [...emails].map((email) => [email, suppressionHash(ctx, { kind: 'email', value: email })]),
  );
  const [knownRows, byAddress, bySource, held, notToRecord] = await Promise.all([
    findKnownRows(
      ctx.db,
      system,
      rows.map(({ rowHash }) => rowHash),
    ),
    findByAddresses(
      ctx.db,
      entityId,
      keys.filter(({ kind }) => kind !== 'source'),
    ),
    findBySourceIds(ctx.db, { entityId, system }, sourceIds),
    findHeld(ctx.db, { entityId, system }, { emailHashes: [...emailHashes.values()], sourceIds }),
    listNotToRecord(
      ctx,
      people.flatMap((person) => identifiersOf(person, system)),
    ),
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
    emailHashes,
  };
}

function groupByKey(found: FoundPerson[]): PeopleByKey {
  const groups: PeopleByKey = new Map();
  for (const { key, talent_id, first_name, last_name } of found) {
    addTo(groups, key, { id: talent_id, name: { firstName: first_name, lastName: last_name } });
  }
  return groups;
}

/** More people under one address are a reception desk; whoever is beyond is found by the search for duplicates. */
const PEOPLE_PER_KEY = 50;

export function addTo(groups: PeopleByKey, key: string, person: { id: string; name: KnownName }) {
  const group = groups.get(key);
  if (!group) groups.set(key, [person]);
  else if (group.length < PEOPLE_PER_KEY) group.push(person);
}

/** Under which identifiers somebody may have asked not to be recorded again. */
export function identifiersOf(person: ImportedPerson, system: string): Identifier[] {
  return [
    ...person.emails.map((value) => ({ kind: 'email' as const, value })),
    ...person.phones.map((value) => ({ kind: 'phone' as const, value })),
    ...(person.sourceId ? [{ kind: 'source_id' as const, value: `${system}:${person.sourceId}` }] : []),
  ];
}
