import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { NOT_SHOWN_REASONS } from '../schema-matches.ts';

export type NotShownReason = (typeof NOT_SHOWN_REASONS)[number];

/** A consent that only a recruiter noted is no permission for matching until the person confirms it (CO-6). */
const NOTED_ONLY = sql`array['spoken', 'paper', 'mail']`;

/**
 * Why somebody is not compared on a day, about `talents t`; null: they are. Nobody is dropped in silence, so each reason is counted and said.
 * What nobody knows counts as no.
 */
export const whyNotShown = (today: string): RawBuilder<NotShownReason | null> => sql<NotShownReason | null>`
  case
    when not exists (select 1 from grounds g where g.talent_id = t.id and g.ended_at is null and g.erase_on > ${today}::date) then 'no_permission'
    when exists (select 1 from quiet_view q where q.talent_id = t.id and q.why = 'objection' and q.from_on <= ${today}::date) then 'objection'
    when exists (select 1 from quiet_view q where q.talent_id = t.id and ${today}::date between q.from_on and q.until_on) then 'silence'
    when not exists (
      select 1 from grounds g left join consent_events e on e.id = g.consent_event_id
      where g.talent_id = t.id and g.ended_at is null and g.erase_on > ${today}::date
        and (g.basis <> 'consent' or e.form <> all(${NOTED_ONLY})
          or exists (select 1 from consent_events c where c.talent_id = t.id and c.purpose = g.purpose and c.kind = 'confirmed' and c.occurred_at >= e.occurred_at)))
      then 'unconfirmed'
  end`;

/** Whose answer to that question changes with the day itself: a silence begins or ends, a ground runs out. */
export const changesOn = (today: string): RawBuilder<unknown> => sql`
  select talent_id from silences where ended_at is null and (starts_on = ${today}::date or ends_on = ${today}::date - 1)
  union select talent_id from grounds where ended_at is null and erase_on = ${today}::date`;
