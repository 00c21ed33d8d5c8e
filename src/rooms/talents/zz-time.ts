import { sql } from 'kysely';
import { openDatabase } from '#ground/database/database.ts';
import { suggestPeople } from './suggest.ts';
import { getList } from './list.ts';
import { getProfile } from './profile.ts';
import { listQuery } from './schema-filter.ts';
const { db, close } = openDatabase({
  connectionString: 'postgres://wiedersehen@/big?host=%2Ftmp%2Ftalents%2Fpg%2Frun',
});
const ctx: any = {
  db,
  now: new Date(),
  actor: {
    kind: 'member',
    memberId: null,
    role: 'recruiter',
    entityIds: ['00000000-0000-7000-8000-000000000001'],
    language: 'de',
  },
};
async function time(name: string, work: () => Promise<unknown>) {
  const t: number[] = [];
  let r: any;
  for (let i = 0; i < 7; i++) {
    const s = performance.now();
    r = await work();
    t.push(performance.now() - s);
  }
  t.sort((a, b) => a - b);
  console.log(
    name.padEnd(46),
    'p50',
    t[3]!.toFixed(1),
    'max',
    t[6]!.toFixed(1),
    Array.isArray(r) ? r.length : JSON.stringify(r?.count ?? ''),
  );
}
for (const q of [
  'm',
  'mu',
  'mul',
  'müller',
  'muellerbach',
  'anna mul',
  'Mülerbach',
  'Schmbach',
  'Meyner',
  'Webstain',
  'anna mulerbach',
  'xqzt',
  'kochhofer peter',
  'anna',
  'entwick',
])
  await time(`suggest ${q}`, () => suggestPeople(ctx, q));
const l = (q: object) => () => getList(ctx, listQuery.parse(q));
for (const q of [
  {},
  { sort: 'last_touch' },
  { sort: 'last_touch', direction: 'asc' },
  { sort: 'next_step' },
  { sort: 'created', direction: 'asc' },
  { tag: 'Messe' },
  { tag: 'Messe', city: 'Baden' },
  { segment: 'silver_medalist', silentForDays: 90 },
  { employer: 'Firma 77' },
  { employer: 'Nirgendwo AG' },
  { stage: 'known', city: 'Baden', sort: 'last_touch' },
  { erasesWithinDays: 105 },
  { q: 'muellerbach' },
  { q: 'entwickler' },
  { q: 'Softwareentwickler Winterthur' },
  { q: 'Mülerbach' },
  { q: 'anna' },
  { q: 'anna', sort: 'name' },
  { q: 'mu' },
  { reachable: 'no' },
])
  await time(`list ${JSON.stringify(q)}`, l(q));
const p = await getList(ctx, listQuery.parse({ limit: 200 }));
await time('list page 2', l({ cursor: p.nextCursor }));
await time('profile', () => getProfile(ctx, p.items[5]!.id));
void sql;
await close();
