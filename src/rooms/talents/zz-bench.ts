import { openDatabase } from '#ground/database/database.ts';
import { newId } from '#ground/ids.ts';
import { insertPeople } from './insert-people.ts';
import { updatePeople } from './update-people.ts';
import { reindexTalents } from './search.ts';
const { db, close } = openDatabase({
  connectionString: 'postgres://wiedersehen@/wiedersehen?host=%2Ftmp%2Ftalents%2Fpg%2Frun',
});
const entityId = newId();
await db.insertInto('entities').values({ id: entityId, name: 'x', country_profile: 'CH' }).execute();
const { sql } = await import('kysely');
await sql`alter table talents disable trigger all`.execute(db);
const ctx: any = { db, now: new Date(), actor: { memberId: null, entityIds: [entityId] } };
const L = ['Müller', 'Keller', 'Brändli', 'Demirtaş', 'Nägeli', 'Steinegger'],
  F = ['Anna', 'Beat', 'Zoë'];
const one = (i: number): any => ({
  id: newId(),
  entityId,
  firstName: F[i % 3],
  lastName: L[i % 6]! + (i % 997),
  role: 'Softwareentwickler',
  employer: `Firma ${i % 500}`,
  city: 'Baden',
  segments: ['former'],
  tags: [],
  eraseOn: '2027-01-01',
  source: 'import:1',
  addresses: [
    { id: newId(), kind: 'email', value: `p${i}@mail.example`, isPrimary: true },
    { id: newId(), kind: 'phone', value: '+4179' + (1000000 + i) },
  ],
  stations: [{ id: newId(), employer: 'Alt AG', isOurs: false }],
  applications: [{ id: newId(), vacancy: 'Entwicklung Umrichter', appliedOn: '2025-01-01', outcome: 'rejected' }],
  skills: ['EMV', 'Regelungstechnik', 'Java'].map((name) => ({ id: newId(), kind: 'skill', name })),
  notes: [{ id: newId(), body: 'Guter Eindruck im Gespräch, will sich in Richtung Leistungselektronik entwickeln.' }],
  touchpoints: [{ id: newId(), occurredAt: '2025-01-01T12:00:00Z', channel: 'application', direction: 'theirs' }],
});
const batches = Array.from({ length: 16 }, (_, b) => Array.from({ length: 500 }, (_, i) => one(b * 500 + i)));
const orig = db.getExecutor();
let s = performance.now();
for (const b of batches) await db.transaction().execute((tx) => insertPeople({ ...ctx, db: tx }, b));
let ms = performance.now() - s;
console.log('insertPeople', Math.round(8000 / (ms / 1000)), 'people/s');
s = performance.now();
const ids = batches.flat().map((p) => p.id);
await reindexTalents(ctx, ids);
console.log('reindex', Math.round(8000 / ((performance.now() - s) / 1000)), '/s');
s = performance.now();
for (const b of batches.slice(0, 4)) await updatePeople(ctx, b);
console.log('update unchanged', Math.round(2000 / ((performance.now() - s) / 1000)), '/s');
await close();
