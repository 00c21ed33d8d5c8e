import type { KeyObject } from 'node:crypto';
import { createHmac } from 'node:crypto';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { LegalSegment, Periods } from '#rooms/consent/index.ts';
import type { NewGround } from '#rooms/consent/schema.ts';
import { classify, legalSegment } from '../classification/classify.ts';
import type { ClassificationRules } from '../classification/rules.ts';
import type { ImportBasis } from '../schema.ts';
import type { Classification, ImportedPerson } from '../types.ts';
import { withoutForbidden } from './allow-list.ts';
import { decideBasis } from './basis.ts';
import type { IdentityKey } from './identify.ts';
import { identityKeys, isSurelySame, keyText } from './identify.ts';
import type { Known, PeopleByKey, ReadRow } from './known.ts';
import { addTo, identifiersOf, lookUp } from './known.ts';

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
  people: PeopleByKey;
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
  const around: Around = { settings, known, planned, nowMs: ctx.now.getTime() };
  return rows.map((row) => {
    const plan = planRow(row, around);
    remember(plan, planned);
    return plan;
  });
}

interface Around {
  settings: PlanSettings;
  known: Known;
  planned: PlannedPeople;
  nowMs: number;
}

function planRow({ reading, rowHash }: ReadRow, around: Around): RowPlan {
  const { settings, known, planned } = around;
  const row = { line: reading.line, reading, rowHash };
  const seen = seenBefore(rowHash, around);
  if (seen) return { ...row, kind: 'unchanged', ...seen };
  if (asksNotToBeRecorded(reading.person, around)) return { ...row, kind: 'suppressed' };

  const classifications = classify(reading.person, settings.rules, settings.today);
  const segment = legalSegment(reading.person, classifications);
  const decision = decideBasis({ ...settings, person: reading.person, legalSegment: segment, line: reading.line });
  if (decision.kind === 'refused') return { ...row, kind: 'refused' };

  const person = withoutForbidden(reading.person, segment);
  const parts = { ...row, person, legalSegment: segment, classifications };
  const match = findPerson(person, known, planned);
  if (match.sure) {
    const ground = decision.kind === 'keep' ? decision.ground : null;
    return { ...parts, kind: 'update', talentId: match.sure, ground };
  }
  const heldIds = heldIdsOf(person, known, planned);
  const { eraseOn } = decision;
  if (decision.kind === 'hold') return { ...parts, kind: 'hold', eraseOn, ...placeInHolding(person, heldIds, around) };
  const { isDoubtful } = match;
  return {
    ...parts,
    kind: 'create',
    talentId: newId(around.nowMs),
    ground: decision.ground,
    eraseOn,
    isDoubtful,
    heldIds,
  };
}

function seenBefore(rowHash: string, { known, planned }: Around) {
  return known.rows.get(rowHash) ?? (planned.rows.has(rowHash) ? { talentId: null, heldId: null } : undefined);
}

const asksNotToBeRecorded = (person: ImportedPerson, { settings, known }: Around) =>
  identifiersOf(person, settings.system).some(({ kind, value }) => known.notToRecord.has(`${kind}:${value}`));

function placeInHolding({ emails: [email] }: ImportedPerson, [heldId]: string[], { known, nowMs }: Around) {
  const emailHash = (email && known.emailHashes.get(email)) ?? null;
  return { heldId: heldId ?? newId(nowMs), isKnown: heldId !== undefined, emailHash };
}

interface Match {
  sure?: string;
  /** The same address under another name: a person looks at it later. */
  isDoubtful: boolean;
}

function findPerson(person: ImportedPerson, known: Known, planned: PlannedPeople): Match {
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

function remember(plan: RowPlan, planned: PlannedPeople) {
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
