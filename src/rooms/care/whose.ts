import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Zone of people whom nobody in particular looks after, by the country of their legal entity. */
const ZONES = { CH: 'Europe/Zurich', AT: 'Europe/Vienna', DE: 'Europe/Berlin', EU: 'Europe/Berlin' } as const;
const ELSEWHERE = 'Europe/Berlin';

export const zoneOf = (countryProfile: string): string =>
  Object.entries(ZONES).find(([profile]) => profile === countryProfile)?.[1] ?? ELSEWHERE;

/**
 * Who looks after `t`: the owner, or a deputy who stands in for one who has left. Names `own` and `dep`; both are colleagues who still work here.
 */
export const responsibleJoins = sql`
  left join members own on own.id = t.owner_id and own.disabled_at is null
  left join members dep on dep.id = t.deputy_id and dep.disabled_at is null`;
export const responsible: RawBuilder<string | null> = sql`coalesce(own.id, dep.id)`;

/** The zone in which a day of the person is a day: that of whoever looks after them. Needs `responsibleJoins` and `entities e`. */
export const zone: RawBuilder<string> = sql`coalesce(own.time_zone, dep.time_zone, case e.country_profile
  when 'CH' then ${ZONES.CH} when 'AT' then ${ZONES.AT} else ${ELSEWHERE} end)`;

/** When a human of ours and the person last had to do with each other, as `touch.at` and `touch.channel`; about `t`. */
export const lastTouchJoin = sql`
  left join lateral (select c.occurred_at as at, c.channel from touchpoints_view c
    where c.talent_id = t.id and not c.is_bulk order by c.occurred_at desc limit 1) touch on true`;
