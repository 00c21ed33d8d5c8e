import type { KeyObject } from 'node:crypto';
import { createHmac } from 'node:crypto';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { Identifier, LegalSegment, Periods } from '#rooms/consent/index.ts';
import { listNotToRecord, suppressionHash } from '#rooms/consent/index.ts';
import type { NewGround } from '#rooms/consent/schema.ts';
import { classify, legalSegment } from '../classification/classify.ts';
import type { ClassificationRules } from '../classification/rules.ts';
import type { ImportBasis } from '../schema.ts';
import type { Classification, ImportedPerson, RowReading } from '../types.ts';
import { withoutForbidden } from './allow-list.ts';
import { decideBasis } from './basis.ts';
import type { IdentityKey, KnownName } from './identify.ts';
import { identityKeys, isSurelySame, keyText } from './identify.ts';
import type { FoundPerson } from './queries.ts';
import { findByAddresses, findBySourceIds, findHeld, findKnownRows } from './queries.ts';

/** A row that was read, with the keyed hash of its content. */
export interface ReadRow {
  reading: Extract<RowReading, { kind: 'person' }>;
  rowHash: string;
}

export type RowPlan = { line: number; reading: ReadRow['reading']; rowHash: string } & (
  | { kind: 'unchanged'; talentId: string | null; heldId: string | null }
  | { kind: 'suppressed' }
  | { kind: 'refused' }
  | {
      kind: 'hold';
      heldId: string;
      isKnown: boolean;
      person: ImportedPerson;
      legalSegment: LegalSegment;
      classifications: Classification[];
      eraseOn: string;
      emailHash: string | null;
    }
  | {
      kind: 'create';
      talentId: string;
      person: ImportedPerson;
      legalSegment: LegalSegment;
      classifications: Classification[];
      ground: NewGround;
      eraseOn: string;
      isDoubtful: boolean;
      heldIds: string[];
    }
  | {
      kind: 'update';
      talentId: string;
      person: ImportedPerson;
      legalSegment: LegalSegment;
      classifications: Classification[];
      ground: NewGround | null;
    }
);

export interface PlanSettings {
  entityId: string;
  /** Which source these rows are of: the same file next month has the same. */
  system: string;
  fileName: string;
  /** Name of the legal entity, for stations "with us". */
  company: string;
  basis: ImportBasis;
  periods: Periods;
  rules: ClassificationRules;
  today: string;
}

/** People that this run has made and the database does not know yet: the dry run never writes, so it remembers them here. */
export interface PlannedPeople {
  people: Map<string, { id: string; name: KnownName }[]>;
  rows: Set<string>;
  held: Map<string, string>;
}

export const nobodyPlanned = (): PlannedPeople => ({ people: new Map(), rows: new Set(), held: new Map() });

/** Content hash of a row; keyed, because a row of three short cells could be guessed. */
export const rowHashOf = (key: KeyObject, cells: string[]) =>
  createHmac('sha256', key)
    .update(JSON.stringify(cells.map((cell) => cell.trim())))
    .digest('base64url')
    .slice(0, 27);

/** Decides what becomes of each row, with a constant number of statements; writes nothing. */
export async function planBatch(
  ctx: Ctx,
  rows: ReadRow[],
  settings: PlanSettings,
  planned: PlannedPeople,
): Promise<RowPlan[]> {
  const known = await lookUp(ctx, rows, settings);
  return rows.map((row) => {
    const plan = planRow(ctx, row, settings, known, planned);
    remember(plan, settings, planned);
    return plan;
  });
}

interface Known {
  rows: Map<string, { talentId: string | null; heldId: string | null }>;
  people: Map<string, { id: string; name: KnownName }[]>;
  held: Map<string, string>;
  notToRecord: Set<string>;
  /** Keyed hash by address; each is asked for several times. */
  emailHashes: Map<string, string>;
}

async function lookUp(ctx: Ctx, rows: ReadRow[], { entityId, system }: PlanSettings): Promise<Known> {
  const people = rows.map(({ reading }) => reading.person);
  const keys = people.flatMap(identityKeys);
  const sourceIds = keys.filter(({ kind }) => kind === 'source').map(({ value }) => value);
  const emails = new Set(people.flatMap((person) => person.emails));
  const emailHashes = new Map([...emails].map((email) => [email, suppressionHash(ctx, { kind: 'email', value: email })]));
  const [knownRows, byAddress, bySource, held, notToRecord] = await Promise.all([
    findKnownRows(
      ctx.db,
      system,
      rows.map(({ rowHash }) => rowHash),
    ),
    findByAddresses(
      ctx.db,
      entityId,
      keys.filter(({ kind }) => kind !== 'source'),
    ),
    findBySourceIds(ctx.db, { entityId, system }, sourceIds),
    findHeld(ctx.db, { entityId, system }, { emailHashes: [...emailHashes.values()], sourceIds }),
    listNotToRecord(
      ctx,
      people.flatMap((person) => identifiersOf(person, system)),
    ),
  ]);
  return {
    rows: knownRows,
    people: groupByKey([...bySource, ...byAddress]),
    held: new Map(
      held.flatMap((row) => [
        ...(row.email_hash ? [[`email:${row.email_hash}`, row.id] as const] : []),
        ...(row.source_id ? [[`source:${row.source_id}`, row.id] as const] : []),
      ]),
    ),
    notToRecord,
    emailHashes,
  };
}

function groupByKey(found: FoundPerson[]): Known['people'] {
  const groups: Known['people'] = new Map();
  for (const { key, talent_id, first_name, last_name } of found) {
    addTo(groups, key, { id: talent_id, name: { firstName: first_name, lastName: last_name } });
  }
  return groups;
}

/** More people under one address are a reception desk; whoever is beyond is found by the search for duplicates. */
const PEOPLE_PER_KEY = 50;

function addTo(groups: Known['people'], key: string, person: { id: string; name: KnownName }) {
  const group = groups.get(key);
  if (!group) groups.set(key, [person]);
  else if (group.length < PEOPLE_PER_KEY) group.push(person);
}

/** Under which identifiers somebody may have asked not to be recorded again. */
function identifiersOf(person: ImportedPerson, system: string): Identifier[] {
  return [
    ...person.emails.map((value) => ({ kind: 'email' as const, value })),
    ...person.phones.map((value) => ({ kind: 'phone' as const, value })),
    ...(person.sourceId ? [{ kind: 'source_id' as const, value: `${system}:${person.sourceId}` }] : []),
  ];
}

function planRow(
  ctx: Ctx,
  { reading, rowHash }: ReadRow,
  settings: PlanSettings,
  known: Known,
  planned: PlannedPeople,
): RowPlan {
  const row = { line: reading.line, reading, rowHash };
  const seen = known.rows.get(rowHash);
  if (seen) return { ...row, kind: 'unchanged', ...seen };
  if (planned.rows.has(rowHash)) return { ...row, kind: 'unchanged', talentId: null, heldId: null };
  const asked = identifiersOf(reading.person, settings.system).some(({ kind, value }) =>
    known.notToRecord.has(`${kind}:${value}`),
  );
  if (asked) return { ...row, kind: 'suppressed' };

  const classifications = classify(reading.person, settings.rules, settings.today);
  const segment = legalSegment(reading.person, classifications);
  const person = withoutForbidden(reading.person, segment);
  const decision = decideBasis({
    person: reading.person,
    legalSegment: segment,
    basis: settings.basis,
    periods: settings.periods,
    today: settings.today,
    fileName: settings.fileName,
    line: reading.line,
  });
  const match = findPerson(person, known, planned);
  const parts = { ...row, person, legalSegment: segment, classifications };
  if (decision.kind === 'refused') return { ...row, kind: 'refused' };
  if (match.sure)
    return {
      ...parts,
      kind: 'update',
      talentId: match.sure,
      ground: decision.kind === 'keep' ? decision.ground : null,
    };
  const heldIds = heldIdsOf(person, known, planned);
  if (decision.kind === 'keep') {
    return {
      ...parts,
      kind: 'create',
      talentId: newId(ctx.now.getTime()),
      ground: decision.ground,
      eraseOn: decision.eraseOn,
      isDoubtful: match.isDoubtful,
      heldIds,
    };
  }
  const [email] = person.emails;
  const emailHash = (email && known.emailHashes.get(email)) ?? null;
  return {
    ...parts,
    kind: 'hold',
    heldId: heldIds[0] ?? newId(ctx.now.getTime()),
    isKnown: heldIds.length > 0,
    eraseOn: decision.eraseOn,
    emailHash,
  };
}

function findPerson(
  person: ImportedPerson,
  known: Known,
  planned: PlannedPeople,
): { sure?: string; isDoubtful: boolean } {
  const here = { firstName: person.firstName, lastName: person.lastName };
  let isDoubtful = false;
  for (const key of identityKeys(person)) {
    for (const there of candidates(key, known, planned)) {
      if (isSurelySame(key, here, there.name)) return { sure: there.id, isDoubtful: false };
      isDoubtful = true;
    }
  }
  return { isDoubtful };
}

const candidates = (key: IdentityKey, known: Known, planned: PlannedPeople) => [
  ...(known.people.get(keyText(key)) ?? []),
  ...(planned.people.get(keyText(key)) ?? []),
];

function heldIdsOf(person: ImportedPerson, known: Known, planned: PlannedPeople): string[] {
  const keys = [
    ...person.emails.map((email) => `email:${known.emailHashes.get(email) ?? ''}`),
    ...(person.sourceId ? [`source:${person.sourceId}`] : []),
  ];
  return [...new Set(keys.flatMap((key) => known.held.get(key) ?? planned.held.get(key) ?? []))];
}

function remember(plan: RowPlan, settings: PlanSettings, planned: PlannedPeople) {
  planned.rows.add(plan.rowHash);
  if (plan.kind === 'create') {
    const { firstName, lastName } = plan.person;
    const person = { id: plan.talentId, name: { firstName, lastName } };
    for (const key of identityKeys(plan.person)) addTo(planned.people, keyText(key), person);
  }
  if (plan.kind === 'hold') {
    if (plan.emailHash) planned.held.set(`email:${plan.emailHash}`, plan.heldId);
    if (plan.person.sourceId) planned.held.set(`source:${plan.person.sourceId}`, plan.heldId);
  }
}
