import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { record } from '#ground/audit/record.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Sight } from './access.ts';
import { nobody, sightOf } from './access.ts';
import { listPermissionFacts, listTouches } from './line-facts.ts';
import { instantOf, lastTouchOf, memberOf } from './people.ts';
import { permissionsOf } from './permission.ts';
import type { TalentProfile } from './schema-profile.ts';
import type { TalentFacts } from './schema.ts';
import { readTimelineOf } from './timeline.ts';
import { warmthOf } from './warmth.ts';

const FIRST_ENTRIES = 30;
const MOST_TOUCHES = 400;
const EVER = new Date(0);

/** Everything about one person on one page; six queries. The look is recorded. @throws AppError talents.not_found */
export async function getProfile(ctx: Ctx, talentId: string): Promise<TalentProfile> {
  allow(ctx.actor, 'talents.read');
  const sight = sightOf(ctx.actor);
  const row = await findProfile(ctx, talentId);
  if (!row) throw nobody();
  const touches = (await listTouches(ctx.db, [talentId], { since: EVER, atMost: MOST_TOUCHES })).get(talentId) ?? [];
  const facts = (await listPermissionFacts(ctx, [talentId])).get(talentId);
  const timeline = await readTimelineOf(ctx, talentId, { limit: FIRST_ENTRIES });
  await record(ctx, { action: 'talents.read', subjectKind: 'talent', subjectIds: [talentId] });
  const permission = facts
    ? { permissions: permissionsOf(facts), grounds: facts.grounds }
    : { permissions: [], grounds: [] };
  const line = { touches, warmth: warmthOf(touches, ctx.now) };
  return {
    talent: shownFacts(factsOf(row.talent), sight),
    ...line,
    ...permission,
    ...partsFor(row, sight),
    timeline,
  } as unknown as TalentProfile;
}

/** Reasons for leaving and for a rejection are notes about a person; addresses and files are contact data. */
function partsFor({ addresses, files, stations, applications, skills, promises, merges }: ProfileRow, sight: Sight) {
  return {
    ...(sight.contact ? { addresses, files: files.map(withMember('uploadedBy')) } : {}),
    stations: sight.notes ? stations : stations.map((station) => ({ ...station, exitReason: undefined })),
    applications: sight.notes
      ? applications
      : applications.map((application) => ({ ...application, closingReason: undefined })),
    skills,
    promises: promises.map(withMember('owner')),
    merges: merges.map(withMember('mergedBy')),
  };
}

/** Facts alone, after an edit. @throws AppError talents.not_found */
export async function getFacts(ctx: Ctx, talentId: string): Promise<TalentFacts> {
  const row = await findProfile(ctx, talentId);
  if (!row) throw nobody();
  return shownFacts(factsOf(row.talent), sightOf(ctx.actor));
}

interface FactsRow {
  id: string;
  version: number;
  title: string | null;
  first_name: string;
  last_name: string;
  birth_name: string | null;
  address_form: string | null;
  language: string | null;
  preferred_channel: string | null;
  role: string | null;
  employer: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  wishes: string | null;
  available_from: string | null;
  stage: string;
  stage_since: string;
  owner_id: string | null;
  owner_name: string | null;
  deputy_id: string | null;
  deputy_name: string | null;
  segments: string[];
  tags: string[];
  last_touch_at: string | null;
  last_touch_direction: string | null;
  last_touch_channel: string | null;
  next_step: string | null;
  next_step_on: string | null;
  erase_on: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}
type MemberRow = { id: string; name: string } | null;
interface ProfileRow {
  talent: FactsRow;
  addresses: unknown[];
  stations: { exitReason?: string | null }[];
  applications: { closingReason?: string | null }[];
  skills: unknown[];
  promises: { owner: MemberRow }[];
  files: { uploadedBy: MemberRow }[];
  merges: { mergedBy: MemberRow }[];
}

const memberJson = (alias: string) =>
  sql`case when ${sql.ref(`${alias}.id`)} is null then null else jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}) end`;
const utc = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The person with all parts, in one query. */
async function findProfile({ db, actor }: Ctx, talentId: string): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    select to_jsonb(t) || jsonb_build_object('owner_name', o.name, 'deputy_name', d.name) as talent,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'value', a.value, 'label', a.label, 'isPrimary', a.is_primary, 'bouncedAt', ${utc('a.bounced_at')})
        order by a.kind, a.is_primary desc, a.created_at, a.id) from talent_addresses a where a.talent_id = t.id), '[]') as addresses,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'employer', s.employer, 'role', s.role, 'unit', s.unit, 'isOurs', s.is_ours, 'employmentKind', s.employment_kind,
        'startedOn', s.started_on, 'endedOn', s.ended_on, 'exitReason', s.exit_reason, 'rehireWish', s.rehire_wish, 'source', s.source) order by s.started_on nulls first, s.id)
        from career_stations s where s.talent_id = t.id), '[]') as stations,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'vacancy', a.vacancy, 'appliedOn', a.applied_on, 'furthestStage', a.furthest_stage, 'outcome', a.outcome,
        'ratingShare', a.rating_share, 'place', a.place, 'fieldSize', a.field_size, 'closedOn', a.closed_on, 'closingReason', a.closing_reason, 'channel', a.channel, 'source', a.source)
        order by a.applied_on desc nulls last, a.id) from applications a where a.talent_id = t.id), '[]') as applications,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'name', k.name, 'evidence', k.evidence, 'source', k.source, 'isProposed', k.is_proposed)
        order by k.kind desc, k.is_proposed, k.created_at, k.id) from talent_skills k where k.talent_id = t.id), '[]') as skills,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'what', p.what, 'dueOn', p.due_on, 'owner', ${memberJson('m')}, 'givenAt', ${utc('p.given_at')}, 'keptAt', ${utc('p.kept_at')})
        order by p.kept_at nulls first, p.due_on) from promises p left join members m on m.id = p.owner_id where p.talent_id = t.id), '[]') as promises,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes, 'uploadedBy', ${memberJson('m')}, 'createdAt', ${utc('f.created_at')})
        order by f.created_at desc) from talent_files f left join members m on m.id = f.uploaded_by where f.talent_id = t.id), '[]') as files,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'goneId', g.gone_id, 'goneName', g.snapshot ->> 'goneName', 'mergedAt', ${utc('g.merged_at')}, 'mergedBy', ${memberJson('m')})
        order by g.merged_at desc) from talent_merges g left join members m on m.id = g.merged_by where g.kept_id = t.id and g.undone_at is null), '[]') as merges
    from talents t left join members o on o.id = t.owner_id left join members d on d.id = t.deputy_id
    where t.id = ${talentId} and t.entity_id = any(${actor.entityIds}::uuid[]) and t.deleted_at is null`.execute(db);
  return rows[0];
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text));

function factsOf(row: FactsRow): TalentFacts {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    birthName: row.birth_name,
    addressForm: row.address_form,
    language: row.language,
    preferredChannel: row.preferred_channel,
    role: row.role,
    employer: row.employer,
    street: row.street,
    postcode: row.postcode,
    city: row.city,
    country: row.country,
    wishes: row.wishes,
    availableFrom: row.available_from,
    stage: row.stage,
    stageSince: instantOf(dateOf(row.stage_since)),
    owner: memberOf(row.owner_id, row.owner_name),
    deputy: memberOf(row.deputy_id, row.deputy_name),
    segments: row.segments,
    tags: row.tags,
    lastTouch: lastTouchOf({ ...row, last_touch_at: dateOf(row.last_touch_at) }),
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    eraseOn: row.erase_on,
    createdAt: instantOf(dateOf(row.created_at)),
    updatedAt: instantOf(dateOf(row.updated_at)),
    deletedAt: instantOf(dateOf(row.deleted_at)),
  } as TalentFacts;
}

/** Hidden fields are absent, not empty: nobody takes "not allowed" for "not known". */
function shownFacts({ street, postcode, wishes, ...open }: TalentFacts, sight: Sight): TalentFacts {
  return { ...open, ...(sight.contact ? { street, postcode } : {}), ...(sight.notes ? { wishes } : {}) };
}

const withMember =
  <K extends string>(key: K) =>
  <T extends Record<K, MemberRow>>(row: T) => {
    const someone = row[key];
    return { ...row, [key]: someone ? memberOf(someone.id, someone.name) : null };
  };
