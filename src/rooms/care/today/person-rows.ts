import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { z } from 'zod';
import { memberOf } from '../member.ts';
import type { lastContact, Person } from '../schema-parts.ts';
import type { QueueEntry } from '../schema-today.ts';

/** A few sentences say enough of what somebody wrote. */
const LONGEST_WORDS = 400;

interface PersonRow {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  role: string | null;
  employer: string | null;
  city: string | null;
  address_form: 'du' | 'sie' | null;
  language: string | null;
  segments: string[];
  owner_id: string | null;
  owner_name: string | null;
  deputy_id: string | null;
  deputy_name: string | null;
  erase_on: string;
  has_mail: boolean;
  has_phone: boolean;
  has_link: boolean;
  plan_channels: string[];
  last: z.input<typeof lastContact> | null;
  ahead: QueueEntry['ahead'];
}

export interface PersonFacts {
  person: Person;
  reach: QueueEntry['reach'];
  endsOn: string;
  /** Ways of the plans, in their order. */
  planChannels: string[];
  lastContact: QueueEntry['lastContact'];
  ahead: QueueEntry['ahead'];
}

/**
 * Who they are, how they can be reached, what was said last and what lies ahead; one statement. "offset 0" keeps the view of addresses to these
 * people: joined, it would be made for everybody first.
 */
export async function listPersonFacts(
  db: Db,
  talentIds: readonly string[],
  today: string,
): Promise<Map<string, PersonFacts>> {
  const { rows } = await sql<PersonRow>`
    select t.id, t.title, t.first_name, t.last_name, t.role, t.employer, t.city, t.address_form, t.language, t.segments, t.owner_id, o.name as owner_name,
      t.deputy_id, d.name as deputy_name, t.erase_on::text as erase_on, coalesce(a.has_working_mail, false) as has_mail, coalesce(a.has_phone, false) as has_phone,
      coalesce(a.has_profile_link, false) as has_link,
      coalesce((select array_agg(c.channel) from care_memberships m join care_plans p on p.id = m.plan_id and p.state = 'running' cross join unnest(p.channels) c(channel)
        where m.talent_id = t.id and m.left_on is null), '{}') as plan_channels,
      (select jsonb_build_object('at', to_char(c.occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'direction', c.direction, 'channel', c.channel, 'subject', c.subject,
        'words', left(c.body, ${LONGEST_WORDS})) from touchpoints_view c where c.talent_id = t.id and not c.is_bulk order by c.occurred_at desc limit 1) as last,
      coalesce((select jsonb_agg(jsonb_build_object('on', x.on_date, 'kind', x.kind) order by x.on_date) from (
        select v.due_on as on_date, 'promised' as kind from promises_view v where v.talent_id = t.id and v.kept_at is null
        union all select m.next_due_on, 'planned' from care_memberships m join care_plans p on p.id = m.plan_id and p.state = 'running'
          where m.talent_id = t.id and m.left_on is null and m.next_due_on > ${today}::date) x), '[]') as ahead
    from talents_view t left join members o on o.id = t.owner_id left join members d on d.id = t.deputy_id
      left join lateral (select * from talent_reach_view v where v.talent_id = t.id offset 0) a on true
    where t.id = any(${[...talentIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

const factsOf = (row: PersonRow): PersonFacts => ({
  person: {
    id: row.id,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    employer: row.employer,
    city: row.city,
    addressForm: row.address_form,
    language: row.language,
    segments: row.segments,
    owner: memberOf(row.owner_id, row.owner_name),
    deputy: memberOf(row.deputy_id, row.deputy_name),
  },
  reach: { hasMail: row.has_mail, hasPhone: row.has_phone, hasProfileLink: row.has_link },
  endsOn: row.erase_on,
  planChannels: row.plan_channels,
  lastContact: row.last,
  ahead: row.ahead,
});
