import { sql } from 'kysely';
import { refreshStatistics } from '#ground/database/statistics.ts';
import type { BenchHouse } from './house.ts';

export const POOL_ID = '01935700-0000-7000-8000-00000000b001';
const AT_ONCE = 100_000;

/**
 * People as years of work leave them, made by the database itself: a million in minutes. One in ten a silver medalist, one in twelve was here,
 * four contacts each, three of ten in a pool.
 */
export async function plantSegmentPeople({ house, ctx, entityId, textId }: BenchHouse, count: number): Promise<void> {
  const { db } = house;
  const { rows } = await sql<{ count: number }>`select count(*) as count from talents`.execute(db);
  if ((rows[0]?.count ?? 0) >= count) return;
  await sql`insert into pools (id, entity_id, name, mode, visibility, created_at, updated_at)
    values (${POOL_ID}, ${entityId}, 'Alle drei von zehn', 'volume', 'all', ${ctx.now}, ${ctx.now}) on conflict do nothing`.execute(
    db,
  );
  for (let from = 0; from < count; from += AT_ONCE) {
    await plantSome(db, { from, to: Math.min(count, from + AT_ONCE), entityId, textId, now: ctx.now });
    console.error(`${Math.min(count, from + AT_ONCE)} people`);
  }
  await refreshStatistics(db);
  await sql`vacuum (analyze)`.execute(db);
}

interface Some {
  from: number;
  to: number;
  entityId: string;
  textId: string;
  now: Date;
}

const uuid = (kind: string, n: ReturnType<typeof sql>) =>
  sql`(${kind} || '-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

async function plantSome(db: BenchHouse['house']['db'], { from, to, entityId, textId, now }: Some) {
  await db.transaction().execute(async (inside) => {
    // What is planted is right by construction: checking every row again would only take time.
    await sql`set local session_replication_role = replica`.execute(inside);
    await sql`select setseed(${(from % 97) / 97})`.execute(inside);
    const n = sql`generate_series(${from}::int, ${to - 1}::int) g(n)`;
    const id = uuid('01935701', sql`g.n`);
    const daysAgo = (most: number) => sql`${now}::timestamptz - (random() * random() * ${most}) * interval '1 day'`;
    await sql`
      insert into talents (id, entity_id, first_name, last_name, sort_name, "role", employer, city, country, language, stage, stage_since, owner_id, segments, tags, next_step_on, erase_on, created_at, updated_at)
      select ${id}, ${entityId}::uuid, 'Ilse', 'Name ' || g.n, 'name ' || lpad(g.n::text, 8, '0'),
        (array['Entwicklungsingenieurin', 'Projektleiter', 'Elektroniker', 'Einkäufer'])[1 + floor(random() * 4)], 'Firma ' || floor(random() * 5000), 'Ort ' || floor(power(random(), 2) * 400),
        (array['CH', 'DE', 'AT'])[1 + floor(random() * 3)], (array['de', 'de', 'en', 'fr'])[1 + floor(random() * 4)],
        (array['known', 'known', 'known', 'known', 'known', 'known', 'approached', 'approached', 'in_exchange', 'interested', 'ready', 'in_application', 'hired', 'paused', 'not_now', 'ended'])[1 + floor(random() * 16)],
        ${daysAgo(1500)}, null, case when random() < 0.1 then array['silver_medalist'] when random() < 0.09 then array['former'] else '{}' end,
        case when random() < 0.2 then array['Messe'] else '{}' end, case when random() < 0.1 then (${now}::timestamptz + (random() * 200 - 20) * interval '1 day')::date end,
        (${now}::timestamptz + (30 + random() * 400) * interval '1 day')::date, ${daysAgo(1500)}, ${now} from ${n}`.execute(
      inside,
    );
    await sql`
      insert into touchpoints (id, talent_id, occurred_at, channel, direction, is_bulk)
      select gen_random_uuid(), ${id}, ${daysAgo(2000)}, 'mail', case when random() < 0.3 then 'theirs' else 'ours' end, random() < 0.4
      from ${n} cross join generate_series(1, 4)`.execute(inside);
    await sql`
      update talents t set last_touch_at = l.at, last_personal_at = l.personal_at, last_answer_at = l.answer_at, last_touch_direction = 'ours', last_touch_channel = 'mail'
      from (select talent_id, max(occurred_at) as at, max(occurred_at) filter (where not is_bulk) as personal_at, max(occurred_at) filter (where not is_bulk and direction = 'theirs') as answer_at from touchpoints where talent_id between ${uuid('01935701', sql`${from}::int`)} and ${uuid('01935701', sql`${to - 1}::int`)} group by talent_id) l
      where t.id = l.talent_id`.execute(inside);
    await sql`
      insert into talent_addresses (id, talent_id, kind, value, normal_form, bounced_at)
      select gen_random_uuid(), ${id}, 'email', 'ilse.' || g.n || '@mail.example', 'ilse.' || g.n || '@mail.example', case when random() < 0.05 then ${now}::timestamptz end from ${n} where random() < 0.93`.execute(
      inside,
    );
    await sql`
      insert into applications (id, talent_id, vacancy, applied_on, furthest_stage, outcome, source)
      select gen_random_uuid(), ${id}, 'Entwicklung', (${daysAgo(2000)})::date, (array['applied', 'applied', 'screened', 'phone', 'interview', 'second_interview', 'assessment', 'offer'])[1 + floor(power(random(), 2) * 8)],
        (array['rejected', 'rejected', 'rejected', 'withdrawn', 'declined_offer'])[1 + floor(random() * 5)], 'bench' from ${n} where random() < 0.7`.execute(
      inside,
    );
    await sql`
      insert into career_stations (id, talent_id, employer, is_ours, employment_kind, ended_on, rehire_wish, source)
      select gen_random_uuid(), ${id}, 'Firma ' || floor(random() * 5000), w.is_ours, case when w.is_ours then 'employee' end, (${daysAgo(4000)})::date, case when w.is_ours then 'unknown' end, 'bench'
      from ${n} cross join lateral (select random() < 0.06 + 0 * g.n as is_ours) w`.execute(inside);
    await sql`
      insert into talent_skills (id, talent_id, kind, name, folded_name, source)
      select gen_random_uuid(), ${id}, 'skill', k.name, lower(k.name), 'bench' from ${n}
      cross join lateral (select (array['PLECS', 'SAP', 'SAP', 'SAP', 'Python', 'Python', 'Scrum', 'Altium', 'SolidWorks', 'Englisch', 'Englisch', 'Englisch'])[1 + floor(power(random(), 0.4) * 12 + 0 * g.n)] as name) k`.execute(
      inside,
    );
    await sql`
      insert into consent_events (id, talent_id, kind, purpose, text_id, channel, form, occurred_at, expires_on)
      select ${uuid('01935702', sql`g.n`)}, ${id}, 'given', 'talent_pool', ${textId}::uuid, 'all', 'imported', ${now}::timestamptz - interval '200 days', (${now}::timestamptz + (random() * 400 - 60) * interval '1 day')::date from ${n}`.execute(
      inside,
    );
    await sql`
      insert into consent_events (id, talent_id, kind, purpose, text_id, channel, form, occurred_at)
      select gen_random_uuid(), ${id}, case when random() < 0.7 then 'given' else 'withdrawn' end, 'newsletter', null, 'mail', 'portal', ${now}::timestamptz - interval '100 days' from ${n} where random() < 0.15`.execute(
      inside,
    );
    await sql`
      insert into pool_members (pool_id, talent_id, added_at) select ${POOL_ID}::uuid, ${id}, ${now} from ${n} where random() < 0.3`.execute(
      inside,
    );
  });
}
