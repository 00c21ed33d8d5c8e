import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { LegalSegment, Periods } from '#rooms/consent/index.ts';
import type { NewGround } from '#rooms/consent/schema.ts';
import { classify, legalSegment } from '../classification/classify.ts';
import type { ClassificationRules } from '../classification/rules.ts';
import type { ImportBasis } from '../schema.ts';
import type { Classification, ImportedPerson } from '../types.ts';
import { withoutForbidden } from './allow-list.ts';
import type { BasisDecision } from './basis.ts';
import { decideBasis } from './basis.ts';
import type { IdentityKey, KnownName } from './identify.ts';
import { identityKeys, isSurelySame } from './identify.ts';
import type { Known, ReadRow } from './known.ts';
import { lookUp, peopleUnder } from './known.ts';
import type { RowOwner } from './planned.ts';
import { PlannedPeople } from './planned.ts';

const ROWS_PER_TURN = 20;

export type RowPlan = { line: number; reading: ReadRow['reading']; rowHash: string } & (
  | ({ kind: 'unchanged' } & RowOwner)
  | { kind: 'suppressed' }
  | { kind: 'refused' }
  | {
      kind: 'hold';
      heldId: string;
      isKnown: boolean;
      /** Under which the person is found when another row comes. */
      heldKeys: string[];
      person: ImportedPerson;
      keys: IdentityKey[];
      legalSegment: LegalSegment;
      classifications: Classification[];
      eraseOn: string;
      emailHash: string | null;
    }
  | {
      kind: 'create';
      talentId: string;
      person: ImportedPerson;
      keys: IdentityKey[];
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
      keys: IdentityKey[];
      legalSegment: LegalSegment;
      classifications: Classification[];
      ground: NewGround | null;
      knownAs: KnownName;
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

/** Decides what becomes of each row, with a constant number of statements; writes nothing. */
export async function planBatch(
  ctx: Ctx,
  rows: ReadRow[],
  settings: PlanSettings,
  planned: PlannedPeople,
): Promise<RowPlan[]> {
  const known = await lookUp(ctx, rows, settings);
  const around: Around = { settings, known, planned, nowMs: ctx.now.getTime() };
  const plans: RowPlan[] = [];
  for (const row of rows) {
    const plan = planRow(row, around);
    remember(plan, planned);
    plans.push(plan);
    // Meanwhile other statements are on their way: the database waits for what does not fit into its socket at once.
    if (plans.length % ROWS_PER_TURN === 0) await letOthersWork();
  }
  return plans;
}

interface Around {
  settings: PlanSettings;
  known: Known;
  planned: PlannedPeople;
  nowMs: number;
}

function planRow(read: ReadRow, around: Around): RowPlan {
  const { settings, known } = around;
  const { reading, rowHash } = read;
  const row = { line: reading.line, reading, rowHash };
  const seen = seenBefore(rowHash, around);
  if (seen) return { ...row, kind: 'unchanged', ...seen };
  if (read.marks.some((mark) => known.notToRecord.has(mark))) return { ...row, kind: 'suppressed' };

  const classifications = classify(reading.person, settings.rules, settings.today);
  const segment = legalSegment(reading.person, classifications);
  const decision = decideBasis({ ...settings, person: reading.person, legalSegment: segment, line: reading.line });
  if (decision.kind === 'refused') return { ...row, kind: 'refused' };

  const person = withoutForbidden(reading.person, segment);
  const keys = person === reading.person ? read.keys : identityKeys(person);
  return planPerson({ ...row, person, keys, legalSegment: segment, classifications }, read, { decision, around });
}

type PersonRow = Omit<Extract<RowPlan, { kind: 'update' }>, 'kind' | 'talentId' | 'ground' | 'knownAs'>;

interface Deciding {
  decision: Exclude<BasisDecision, { kind: 'refused' }>;
  around: Around;
}

/** Somebody who is here gets what is new; anybody else is made or waits, as the basis allows. */
function planPerson(row: PersonRow, read: ReadRow, { decision, around }: Deciding): RowPlan {
  const { sure, isDoubtful } = findPerson(row.person, row.keys, around);
  if (sure) {
    const ground = decision.kind === 'keep' ? decision.ground : null;
    return { ...row, kind: 'update', talentId: sure.id, ground, knownAs: sure.name };
  }
  const heldKeys = heldKeysOf(row.person, read);
  const heldIds = heldUnder(heldKeys, around);
  const { eraseOn } = decision;
  if (decision.kind === 'hold') {
    const [heldId] = heldIds;
    const place = { heldId: heldId ?? newId(around.nowMs), isKnown: heldId !== undefined, heldKeys };
    return { ...row, kind: 'hold', eraseOn, ...place, emailHash: read.emailHashes[0] ?? null };
  }
  const { ground } = decision;
  return { ...row, kind: 'create', talentId: newId(around.nowMs), ground, eraseOn, isDoubtful, heldIds };
}

const seenBefore = (rowHash: string, { known, planned }: Around): RowOwner | undefined =>
  known.rows.get(rowHash) ?? planned.ownerOf(rowHash);

interface Match {
  sure?: { id: string; name: KnownName };
  /** The same address under another name: a person looks at it later. */
  isDoubtful: boolean;
}

function findPerson({ firstName, lastName }: ImportedPerson, keys: IdentityKey[], { known, planned }: Around): Match {
  const here = { firstName, lastName };
  let isDoubtful = false;
  for (const key of keys) {
    for (const there of [...peopleUnder(known.people, key), ...planned.under(key)]) {
      if (isSurelySame(key, here, there.name)) return { sure: there, isDoubtful: false };
      isDoubtful = true;
    }
  }
  return { isDoubtful };
}

const heldKeysOf = ({ sourceId }: ImportedPerson, { emailHashes }: ReadRow): string[] => [
  ...emailHashes.map((hash) => `email:${hash}`),
  ...(sourceId ? [`source:${sourceId}`] : []),
];

const heldUnder = (keys: string[], { known, planned }: Around): string[] => [
  ...new Set(keys.flatMap((key) => known.held.get(key) ?? planned.heldUnder(key) ?? [])),
];

/** The people of one batch, for the batches that are planned before it is written. */
export function peopleOf(plans: RowPlan[]): PlannedPeople {
  const planned = new PlannedPeople();
  for (const plan of plans) remember(plan, planned);
  return planned;
}

/** What the database will know once the row is written; of rows that leave no trace in it nothing is remembered either. */
function remember(plan: RowPlan, planned: PlannedPeople) {
  if (plan.kind === 'hold') {
    planned.addHeld(plan.heldId, plan.heldKeys);
    if (!plan.isKnown) planned.addRow(plan.rowHash, { talentId: null, heldId: plan.heldId });
  }
  if (plan.kind !== 'create' && plan.kind !== 'update') return;
  planned.addRow(plan.rowHash, { talentId: plan.talentId, heldId: null });
  // Known people: under the name that they have here, and from now on under the addresses of this row as well.
  planned.add(plan.talentId, plan.kind === 'create' ? plan.person : plan.knownAs, plan.keys);
}
