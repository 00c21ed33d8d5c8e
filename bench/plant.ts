import { sql } from 'kysely';
import { refreshStatistics } from '#ground/database/statistics.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { recordGrounds } from '#rooms/consent/index.ts';
import { seededRandom } from '#rooms/inventory/duplicates/seeded-random.ts';
import type { NewPerson } from '#rooms/talents/index.ts';
import { insertPeople } from '#rooms/talents/index.ts';
import type { BenchRecord } from './duplicates-columns.ts';
import type { BenchHouse } from './house.ts';
import { peopleWithDuplicates } from './people.ts';

const AT_ONCE = 2000;
const SKILLS = [
  'C++',
  'SolidWorks',
  'SAP',
  'Python',
  'Schweißen',
  'Projektmanagement',
  'Altium',
  'Löten',
  'Scrum',
  'Englisch',
];
const ROLES = [
  'Entwicklungsingenieurin',
  'Projektleiter',
  'Elektroniker',
  'Softwareentwicklerin',
  'Einkäufer',
  'Konstrukteurin',
];

/** Fills the house with that many people as years of work leave them; people who are there already stay. */
export async function plantPeople(bench: BenchHouse, count: number): Promise<void> {
  const { db } = bench.house;
  const there = await db
    .selectFrom('talents')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (there.count >= count) return;
  const indexes = there.count === 0 ? await dropIndexes(bench) : [];
  const random = seededRandom(11);
  let batch: NewPerson[] = [];
  let number = 0;
  for (const record of peopleWithDuplicates(count, 3)) {
    const person = personFrom(record, bench.entityId, random);
    number += 1;
    if (number <= there.count) continue;
    batch.push(person);
    if (batch.length < AT_ONCE && number < count) continue;
    await insertBatch(bench, batch);
    batch = [];
    if (number % 20_000 === 0) console.error(`${number} people`);
  }
  for (const definition of indexes) await sql.raw(definition).execute(db);
  await refreshStatistics(db);
  await sql`vacuum (analyze)`.execute(db);
}

/** A million people are there sooner when the indexes are built at the end. @returns how to build them again */
async function dropIndexes({ house: { db } }: BenchHouse): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.oid = any(array['talents', 'talent_addresses', 'career_stations', 'applications', 'talent_skills', 'notes', 'touchpoints', 'talent_search']::regclass[])
      and not i.indisunique`.execute(db);
  for (const { name } of rows) await sql.raw(`drop index ${name}`).execute(db);
  return rows.map(({ definition }) => definition);
}

async function insertBatch({ ctx, textId }: BenchHouse, people: NewPerson[]) {
  await inTransaction(ctx, async (inside) => {
    await insertPeople(inside, people);
    await recordGrounds(
      inside,
      people.map(({ id }) => ({
        talentId: id,
        origin: 'bench',
        ground: {
          segment: 'rejected_applicant',
          basis: 'consent',
          source: 'bewerbungen.csv',
          obtainedOn: '2026-09-01',
          consent: { textId, on: '2026-09-01', form: 'imported', evidence: 'bewerbungen.csv' },
        },
      })),
    );
  });
}

function personFrom(record: BenchRecord, entityId: string, random: () => number): NewPerson {
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const days = Math.floor(random() ** 2 * 1500);
  const applied = new Date(Date.UTC(2026, 10, 20) - days * 86_400_000).toISOString();
  return {
    id: newId(),
    entityId,
    firstName: record.firstName ?? '',
    lastName: record.lastName || 'Ohnenamen',
    role: one(ROLES),
    employer: record.employer,
    city: record.city,
    postcode: record.postcode,
    street: record.street,
    segments: random() < 0.1 ? ['silver_medalist'] : random() < 0.1 ? ['former'] : [],
    tags: random() < 0.2 ? ['Messe'] : [],
    eraseOn: '2027-09-01',
    source: 'bench',
    addresses: [
      ...record.emails.map((value) => ({ id: newId(), kind: 'email' as const, value, isPrimary: true })),
      ...record.phones.map((value) => ({
        id: newId(),
        kind: 'phone' as const,
        value: value.replace(/^0/, '+49').replaceAll(' ', ''),
        isPrimary: true,
      })),
    ],
    stations: [{ id: newId(), employer: record.employer ?? 'Unbekannt', role: one(ROLES), isOurs: false }],
    applications: [{ id: newId(), vacancy: one(ROLES), appliedOn: applied.slice(0, 10), outcome: 'rejected' }],
    skills: [{ id: newId(), kind: 'skill', name: one(SKILLS) }],
    notes: random() < 0.3 ? [{ id: newId(), body: 'Gutes Gespräch, möchte in zwei Jahren wieder von uns hören.' }] : [],
    touchpoints: [
      { id: newId(), occurredAt: applied, channel: 'application', direction: 'theirs', subject: 'Bewerbung' },
    ],
  };
}
