import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';

/** A letter for the morning says nothing any more so many hours later: a program that starts late sends none. @source RL-10 */
const GRACE_HOURS = 6;

export interface DigestMember {
  id: string;
  name: string;
  email: string;
  role: string;
  language: string;
  time_zone: string;
  entity_ids: string[];
  hour: number;
  region: string | null;
}

/** A day and an hour as a clock on the wall shows them. */
export interface WallClock {
  day: string;
  hour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function wallClock(timeZone: string, moment: Date): WallClock {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) };
}

/**
 * Whether the digest of the day may go now. An hour that the clock leaves out counts as begun by the next one; an hour that comes twice is
 * told from the first by the day, which is noted when the digest is sent.
 */
export const isDigestHour = ({ hour: wanted }: { hour: number }, { hour }: WallClock): boolean =>
  hour >= wanted && hour < wanted + GRACE_HOURS;

/** Who wants a digest, and works for a legal entity whose clock is believed. */
export async function listDigestMembers(db: Db): Promise<DigestMember[]> {
  const { rows } = await sql<DigestMember>`
    select m.id, m.name, m.email, m.role, m.language, m.time_zone, s.digest_hour as hour, s.region,
      array(select e.entity_id from member_entities e where e.member_id = m.id order by e.entity_id) as entity_ids
    from today_settings s join members m on m.id = s.member_id where s.digest_on and m.disabled_at is null
      and not exists (select 1 from care_clock k join member_entities e on e.entity_id = k.entity_id and e.member_id = m.id where k.halted_at is not null) order by m.id`.execute(
    db,
  );
  return rows;
}
