import { allDone } from '#ground/database/all-done.ts';
import { copyRows } from '#ground/database/copy.ts';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import type { NewPerson } from './new-person.ts';
import { addressRow, noteRow, skillRow } from './part-rows.ts';
import { copySearch } from './search.ts';
import { sortName } from './sort-name.ts';

/**
 * Adds people with everything that came with them: one COPY per table, for any number (two thousand per call are good).
 * To be called in the transaction that also records their grounds: without one the database refuses them at its end.
 */
export async function insertPeople(ctx: Ctx, people: NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  await allDone([
    () => copyTalents(ctx, people),
    // Early: its rows take longest to put together, and the database is at work on the first meanwhile.
    () => copySearch(ctx.db, people.map(searchedPerson)),
    () => copyAddresses(ctx.db, people),
    () => copyStations(ctx.db, people),
    () => copyApplications(ctx.db, people),
    () => copySkills(ctx.db, people),
    () => copyNotes(ctx, people),
    () => copyTouchpoints(ctx.db, people),
  ]);
  await ctx.emit(ctx, 'talents.words_changed', { talentIds: people.map(({ id }) => id) });
}

const copyTalents = ({ db, now }: Ctx, people: NewPerson[]) =>
  copyRows(db, 'talents', people, {
    id: (one) => one.id,
    entity_id: (one) => one.entityId,
    title: (one) => one.title,
    first_name: (one) => one.firstName,
    last_name: (one) => one.lastName,
    birth_name: (one) => one.birthName,
    sort_name: sortName,
    address_form: (one) => one.addressForm,
    language: (one) => one.language,
    preferred_channel: (one) => one.preferredChannel,
    role: (one) => one.role,
    employer: (one) => one.employer,
    street: (one) => one.street,
    postcode: (one) => one.postcode,
    city: (one) => one.city,
    country: (one) => one.country,
    wishes: (one) => one.wishes,
    available_from: (one) => one.availableFrom,
    stage: (one) => one.stage ?? 'known',
    stage_since: () => now,
    owner_id: (one) => one.ownerId,
    deputy_id: (one) => one.deputyId,
    segments: (one) => one.segments,
    tags: (one) => one.tags,
    last_touch_at: (one) => lastTouchOf(one)?.occurredAt,
    last_touch_direction: (one) => lastTouchOf(one)?.direction,
    last_touch_channel: (one) => lastTouchOf(one)?.channel,
    last_personal_at: (one) => lastOf(one.touchpoints.filter(isPersonal))?.occurredAt,
    last_answer_at: (one) =>
      lastOf(one.touchpoints.filter((one) => isPersonal(one) && one.direction === 'theirs'))?.occurredAt,
    next_step: (one) => one.nextStep,
    next_step_on: (one) => one.nextStepOn,
    erase_on: (one) => one.eraseOn,
    created_at: () => now,
    updated_at: () => now,
  });

const isPersonal = ({ isBulk }: NewPerson['touchpoints'][number]) => !isBulk;

const lastTouchOf = ({ touchpoints }: NewPerson) => lastOf(touchpoints);

function lastOf(touchpoints: NewPerson['touchpoints']) {
  let [last] = touchpoints;
  for (const touch of touchpoints) if (last && touch.occurredAt > last.occurredAt) last = touch;
  return last;
}

/** Parts of all people, each with whose they are and where they came from. */
const partsOf = <P extends object>(people: NewPerson[], parts: (person: NewPerson) => P[]) =>
  people.flatMap((person) => parts(person).map((part) => ({ ...part, of: person.id, source: person.source })));

/** What a file says twice of one person is one part. */
function distinctBy<T>(parts: T[], keyOf: (part: T) => string): T[] {
  const seen = new Set<string>();
  return parts.length < 2 ? parts : parts.filter((part) => seen.size < seen.add(keyOf(part)).size);
}

const copyAddresses = (db: Db, people: NewPerson[]) =>
  copyRows(
    db,
    'talent_addresses',
    partsOf(people, ({ addresses }) =>
      distinctBy(addresses.map(addressRow), (one) => `${one.kind} ${one.normal_form}`),
    ),
    {
      id: (one) => one.id,
      talent_id: (one) => one.of,
      kind: (one) => one.kind,
      value: (one) => one.value,
      normal_form: (one) => one.normal_form,
      label: (one) => one.label,
      is_primary: (one) => one.is_primary,
    },
  );

const copyStations = (db: Db, people: NewPerson[]) =>
  copyRows(
    db,
    'career_stations',
    partsOf(people, ({ stations }) => stations),
    {
      id: (one) => one.id,
      talent_id: (one) => one.of,
      employer: (one) => one.employer,
      role: (one) => one.role,
      unit: (one) => one.unit,
      is_ours: (one) => one.isOurs,
      employment_kind: (one) => one.employmentKind,
      started_on: (one) => one.startedOn,
      ended_on: (one) => one.endedOn,
      exit_reason: (one) => one.exitReason,
      rehire_wish: (one) => one.rehireWish,
      source: (one) => one.source,
    },
  );

const copyApplications = (db: Db, people: NewPerson[]) =>
  copyRows(
    db,
    'applications',
    partsOf(people, ({ applications }) => applications),
    {
      id: (one) => one.id,
      talent_id: (one) => one.of,
      vacancy: (one) => one.vacancy,
      applied_on: (one) => one.appliedOn,
      furthest_stage: (one) => one.furthestStage,
      outcome: (one) => one.outcome ?? 'open',
      rating_share: (one) => one.ratingShare,
      place: (one) => one.place,
      field_size: (one) => one.fieldSize,
      closed_on: (one) => one.closedOn,
      closing_reason: (one) => one.closingReason,
      channel: (one) => one.channel,
      source: (one) => one.source,
    },
  );

const copySkills = (db: Db, people: NewPerson[]) =>
  copyRows(
    db,
    'talent_skills',
    partsOf(people, ({ skills }) => {
      const named = skills.filter(({ name }) => name !== '').map(skillRow);
      return distinctBy(named, (one) => `${one.kind} ${one.folded_name}`);
    }),
    {
      id: (one) => one.id,
      talent_id: (one) => one.of,
      kind: (one) => one.kind,
      name: (one) => one.name,
      folded_name: (one) => one.folded_name,
      evidence: (one) => one.evidence,
      source: (one) => one.source,
      is_proposed: (one) => one.isProposed ?? false,
    },
  );

const copyNotes = ({ db, now }: Ctx, people: NewPerson[]) =>
  copyRows(
    db,
    'notes',
    partsOf(people, ({ notes }) => notes.filter(({ body }) => body !== '').map((note) => noteRow(note, now))),
    {
      id: (one) => one.id,
      talent_id: (one) => one.of,
      body: (one) => one.body,
      source: (one) => one.source,
      created_at: (one) => one.created_at,
      updated_at: (one) => one.created_at,
    },
  );

const copyTouchpoints = (db: Db, people: NewPerson[]) =>
  copyRows(
    db,
    'touchpoints',
    partsOf(people, ({ touchpoints }) => touchpoints),
    {
      id: (one) => one.id,
      talent_id: (one) => one.of,
      occurred_at: (one) => one.occurredAt,
      channel: (one) => one.channel,
      direction: (one) => one.direction,
      is_bulk: (one) => one.isBulk ?? false,
      subject: (one) => one.subject,
      body: (one) => one.body,
      by_member: (one) => one.byMember,
      source: (one) => one.source,
    },
  );

function searchedPerson(person: NewPerson) {
  return {
    talentId: person.id,
    entityId: person.entityId,
    isListed: true,
    names: [person.firstName, person.lastName, person.birthName],
    open: [
      person.role,
      person.employer,
      person.city,
      ...person.skills.map(({ name }) => name),
      ...person.stations.flatMap(({ employer, role, unit }) => [employer, role, unit]),
      ...person.applications.map(({ vacancy }) => vacancy),
    ],
    hidden: [
      person.wishes,
      ...person.notes.map(({ body }) => body),
      ...person.touchpoints.flatMap(({ subject, body }) => [subject, body]),
    ],
  };
}
