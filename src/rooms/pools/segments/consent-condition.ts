import { sql } from 'kysely';
import type { ConditionOf } from '../schema-rule.ts';
import type { Clause } from './clause.ts';
import { noRows, plain, rows } from './clause.ts';
import type { PersonFacts, RuleReader } from './facts.ts';
import { dayFrom } from './facts.ts';

type Consent = ConditionOf<'consent'>;

/** The last answers of the person to the question, one per topic and channel. */
const answers = (purpose: string) =>
  sql`select v.kind, v.expires_on from consent_view v where v.talent_id = t.id and v.purpose = ${purpose}`;

/**
 * `yes` needs one answer that holds today; `no` that none holds and one was refused or withdrawn; `ended` that all ran out; `never` that
 * nothing was ever answered. Exactly one of the four is true.
 */
export function consentRows({ purpose, state }: Consent, reader: RuleReader): Clause {
  if (state === 'yes') return rows(standing(purpose, reader));
  if (state === 'never')
    return noRows(sql`select 1 from consent_events e where e.talent_id = t.id and e.purpose = ${purpose}`);
  const yes = sql`w.kind in ('given', 'confirmed') and (w.expires_on is null or w.expires_on >= ${dayFrom(reader, 0)}::date)`;
  const refused = sql`bool_or(w.kind in ('refused', 'withdrawn'))`;
  return plain(
    state === 'no'
      ? sql`(select not bool_or(${yes}) and ${refused} from (${answers(purpose)}) w)`
      : sql`(select not bool_or(${yes}) and not ${refused} from (${answers(purpose)}) w)`,
  );
}

/**
 * The same as a row of `consent_view` that says yes. Asked of a million people, the view would sort the answers of each; here the planner
 * joins the answers and leaves out those with a later one.
 */
const standing = (purpose: string, reader: RuleReader) => sql`
  select 1 from consent_events e where e.talent_id = t.id and e.purpose = ${purpose} and e.kind in ('given', 'confirmed')
    and (e.expires_on is null or e.expires_on >= ${dayFrom(reader, 0)}::date)
    and not exists (select 1 from consent_events l where l.talent_id = e.talent_id and l.purpose = ${purpose} and l.channel = e.channel
      and l.topic_id is not distinct from e.topic_id and ${ordered('l')} > ${ordered('e')})`;

/** Answers of one day count by when they were written down. */
const ordered = (alias: 'l' | 'e') =>
  sql`((${sql.ref(`${alias}.occurred_at`)} at time zone 'UTC')::date, ${sql.ref(`${alias}.created_at`)}, ${sql.ref(`${alias}.id`)})`;

export const consentHolds = ({ purpose, state }: Consent, { consents }: PersonFacts, reader: RuleReader): boolean =>
  stateOf(
    consents.filter((one) => one.purpose === purpose),
    dayFrom(reader, 0),
  ) === state;

function stateOf(answered: PersonFacts['consents'], today: string): Consent['state'] {
  if (answered.length === 0) return 'never';
  const holds = answered.some(
    ({ kind, expiresOn }) => (kind === 'given' || kind === 'confirmed') && (expiresOn === null || expiresOn >= today),
  );
  if (holds) return 'yes';
  return answered.some(({ kind }) => kind === 'refused' || kind === 'withdrawn') ? 'no' : 'ended';
}
