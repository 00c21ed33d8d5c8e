import ical from 'ical-generator';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { isLanguage } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { oneLine } from '#ground/mail/one-line.ts';
import { may } from '#rooms/accounts/index.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { dayIn } from '#ground/calendar.ts';
import { plusDays } from '../cadence.ts';
import { nameOf } from '../digest/lines.ts';
import { keepReachable } from '../reach.ts';
import type { FeedOwner } from './feed.ts';
import { findFeedOwner } from './feed.ts';

const DAYS_BEFORE = 14;
const DAYS_AHEAD = 120;
const MOST_ENTRIES = 500;
const REFRESH_SECONDS = 3_600;

interface EntryRow {
  id: string;
  kind: 'promise' | 'cadence' | 'come_back' | 'life_event';
  talent_id: string;
  on_date: string;
  words: string | null;
  title: string | null;
  first_name: string;
  last_name: string;
  channels: null;
}

/**
 * The member's days as iCalendar: what was promised, whom a rhythm names, who said when to come back, what happens in people's lives.
 * Whoever may not be contacted stands in no calendar either. Reading it changes nothing.
 * @throws AppError care.calendar_missing
 */
export async function calendarOf(ctx: Ctx, token: string, baseUrl: string): Promise<Response> {
  const owner = await findFeedOwner(ctx, token);
  if (!may({ kind: 'member', role: owner.role }, 'care.read')) throw notFound('care.calendar_missing');
  const own: Ctx = {
    ...ctx,
    actor: { ...ctx.actor, memberId: owner.id, entityIds: owner.entity_ids, role: owner.role },
  };
  const rows = await listEntries(own, owner);
  const text = write(await keepReachable(own, rows), { owner, baseUrl, now: ctx.now });
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="wiedersehen.ics"',
      'cache-control': 'private, no-store',
    },
  });
}

async function listEntries({ db, now }: Ctx, owner: FeedOwner): Promise<EntryRow[]> {
  const today = dayIn(owner.time_zone, now);
  const [from, until] = [plusDays(today, -DAYS_BEFORE), plusDays(today, DAYS_AHEAD)];
  const mine = sql`t.owner_id = ${owner.id}::uuid and t.entity_id = any(${owner.entity_ids}::uuid[])`;
  const { rows } = await sql<EntryRow>`
    with entries as (
      select v.id, 'promise' as kind, v.talent_id, v.due_on as on_date, v.what as words from promises_view v where v.owner_id = ${owner.id}::uuid and v.kept_at is null
      union all select m.plan_id, 'cadence', m.talent_id, m.next_due_on, p.name from talents_view t join care_memberships m on m.talent_id = t.id and m.left_on is null
        join care_plans p on p.id = m.plan_id and p.state = 'running' where ${mine} and m.next_due_on between ${from}::date and ${until}::date
      union all select n.id, 'come_back', n.talent_id, n.come_back_on, n.reason from talents_view t join not_nows n on n.talent_id = t.id and n.ended_at is null where ${mine}
      union all select l.id, 'life_event', l.talent_id, case when l.is_yearly then y.day else l.on_date end, l.kind from talents_view t join life_events l on l.talent_id = t.id
        cross join lateral (select (make_date(extract(year from ${today}::date)::int + step, extract(month from l.on_date)::int, 1)
          + least(extract(day from l.on_date)::int, extract(day from make_date(extract(year from ${today}::date)::int + step, extract(month from l.on_date)::int, 1) + interval '1 month' - interval '1 day')::int) - 1) as day
          from generate_series(0, case when l.is_yearly then 1 else 0 end) step) y where ${mine})
    select e.id, e.kind, e.talent_id, e.on_date::text as on_date, e.words, t.title, t.first_name, t.last_name, null as channels
    from entries e join talents_view t on t.id = e.talent_id and t.entity_id = any(${owner.entity_ids}::uuid[])
    where e.on_date between ${from}::date and ${until}::date and e.talent_id not in (select q.talent_id from quiet_view q where e.on_date between q.from_on and q.until_on)
    order by e.on_date, e.kind desc, e.id, e.talent_id limit ${MOST_ENTRIES}`.execute(db);
  return rows;
}

function write(
  rows: readonly EntryRow[],
  { owner, baseUrl, now }: { owner: FeedOwner; baseUrl: string; now: Date },
): string {
  const words = serverMessages(isLanguage(owner.language) ? owner.language : 'de');
  const calendar = ical({
    name: words('care', 'calendar.name', { name: oneLine(owner.name) }),
    prodId: { company: 'Wiedersehen', product: 'Wiedersehen' },
    ttl: REFRESH_SECONDS,
  });
  for (const row of rows)
    calendar.createEvent({
      id: `${row.kind}-${row.id}-${row.talent_id}-${row.on_date}@wiedersehen`,
      start: new Date(`${row.on_date}T00:00:00Z`),
      end: new Date(`${plusDays(row.on_date, 1)}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary: words(
        'care',
        row.kind === 'life_event' ? `calendar.life_event.${row.words ?? 'other'}` : `calendar.${row.kind}`,
        {
          name: nameOf({ title: row.title, firstName: row.first_name, lastName: row.last_name }),
          words: oneLine(row.words ?? ''),
        },
      ),
      url: new URL(`/talents/${row.talent_id}`, baseUrl).href,
    });
  return calendar.toString();
}
