import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, forbidden, invalid } from '#ground/errors/app-error.ts';
import { fold } from '#ground/text/fold.ts';
import { allow } from '#rooms/accounts/index.ts';
import { listNotToRecord } from '#rooms/consent/index.ts';
import { lockTalent } from './access.ts';
import type { AddressForm } from './address-form.ts';
import { addressForm } from './address-form.ts';
import { newActId } from './changes.ts';
import { applyColumns, refuseUnknownMembers } from './edit.ts';
import type { Made, PartValues } from './parts.ts';
import { addPart, changePart, insertPart, removePart } from './parts.ts';
import type {
  addressInput,
  applicationInput,
  noteInput,
  promiseInput,
  skillInput,
  stationInput,
  touchpointInput,
} from './schema-write.ts';
import type { AddressKind, Direction } from './types.ts';
import { refreshLastTouch } from './update-people.ts';

type Address = z.output<typeof addressInput>;

/** @throws AppError talents.address_invalid, talents.suppressed, talents.already_there */
export const addAddressTo = (ctx: Ctx, talentId: string, input: Address): Promise<Made> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'talents.write');
    const { country } = await lockTalent(ctx, talentId);
    const values = await addressValues(ctx, input, country);
    if (input.isPrimary) await demoteOthers(ctx, talentId, input.kind);
    return addPart(ctx, talentId, 'talent_addresses', values);
  });

export const changeAddressOf = (ctx: Ctx, talentId: string, { partId, input }: { partId: string; input: Address }) =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'talents.write');
    const { country } = await lockTalent(ctx, talentId);
    const values = await addressValues(ctx, input, country);
    const { rows } =
      await sql`select 1 from talent_addresses where talent_id = ${talentId} and kind = ${input.kind} and normal_form = ${values.normal_form} and id <> ${partId}`.execute(
        ctx.db,
      );
    if (rows.length > 0) throw conflict('talents.already_there');
    if (input.isPrimary) await demoteOthers(ctx, talentId, input.kind);
    // A corrected address has not bounced yet.
    return changePart(ctx, talentId, 'talent_addresses', { partId, values: { ...values, bounced_at: null } });
  });

async function addressValues(
  ctx: Ctx,
  { kind, value, label, isPrimary }: Address,
  country: string | null,
): Promise<PartValues> {
  const form = await checkedAddress(ctx, { kind, value }, country);
  return {
    kind,
    value: form.value,
    normal_form: form.normalForm,
    label: label ?? null,
    is_primary: isPrimary ?? false,
  };
}

/** @throws AppError talents.address_invalid, talents.suppressed */
export async function checkedAddress(
  ctx: Ctx,
  { kind, value }: { kind: AddressKind; value: string },
  country: string | null,
): Promise<AddressForm> {
  const form = addressForm(kind, value, country ?? (await ownCountry(ctx)));
  if (!form) throw invalid('talents.address_invalid', { kind });
  if (kind === 'email' || kind === 'phone') {
    const writings = [...new Set([form.value, form.normalForm])].map((one) => ({ kind, value: one }));
    if ((await listNotToRecord(ctx, writings)).size > 0) throw forbidden('talents.suppressed');
  }
  return form;
}

async function ownCountry({ db, actor }: Ctx): Promise<string> {
  const row = await db
    .selectFrom('entities')
    .select('country_profile')
    .where('id', 'in', actor.entityIds)
    .limit(1)
    .executeTakeFirst();
  return row && row.country_profile !== 'EU' ? row.country_profile : 'DE';
}

const demoteOthers = ({ db }: Ctx, talentId: string, kind: AddressKind) =>
  sql`update talent_addresses set is_primary = false where talent_id = ${talentId} and kind = ${kind} and is_primary`.execute(
    db,
  );

type Station = z.output<typeof stationInput>;
export function stationValues(input: Station): PartValues {
  if (input.startedOn && input.endedOn && input.endedOn < input.startedOn)
    throw invalid('talents.ends_before_it_starts');
  return { ...stationPlace(input), ...stationTimes(input), source: 'member' };
}

const stationPlace = ({ employer, role = null, unit = null, isOurs, employmentKind = null }: Station): PartValues => ({
  employer,
  role,
  unit,
  is_ours: isOurs,
  employment_kind: employmentKind,
});

const stationTimes = ({
  startedOn = null,
  endedOn = null,
  exitReason = null,
  rehireWish = null,
}: Station): PartValues => ({
  started_on: startedOn,
  ended_on: endedOn,
  exit_reason: exitReason,
  rehire_wish: rehireWish,
});

type Application = z.output<typeof applicationInput>;
export const applicationValues = (input: Application): PartValues => ({
  ...applicationFacts(input),
  ...applicationEnd(input),
  source: 'member',
});

const applicationFacts = ({
  vacancy = null,
  appliedOn = null,
  furthestStage = null,
  ratingShare = null,
  channel = null,
}: Application): PartValues => ({
  vacancy,
  applied_on: appliedOn,
  furthest_stage: furthestStage,
  rating_share: ratingShare,
  channel,
});

const applicationEnd = ({
  outcome,
  place = null,
  fieldSize = null,
  closedOn = null,
  closingReason = null,
}: Application): PartValues => ({
  outcome,
  place,
  field_size: fieldSize,
  closed_on: closedOn,
  closing_reason: closingReason,
});

export const skillValues = ({ kind, name, evidence }: z.output<typeof skillInput>): PartValues => ({
  kind,
  name,
  folded_name: fold(name) || name.toLowerCase(),
  evidence: evidence ?? null,
  source: 'member',
});

export const noteValues = (
  { actor, now }: Ctx,
  { body, sourceUrl, sourceSeenOn }: z.output<typeof noteInput>,
): PartValues => ({
  body,
  written_by: actor.memberId,
  source_url: sourceUrl ?? null,
  source_seen_on: sourceSeenOn ?? null,
  created_at: now,
  updated_at: now,
});

/** @throws AppError talents.member_unknown */
export const givePromiseTo = (
  ctx: Ctx,
  talentId: string,
  { what, dueOn, ownerId }: z.output<typeof promiseInput>,
): Promise<Made> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'talents.write');
    const { entity_id } = await lockTalent(ctx, talentId);
    await refuseUnknownMembers(ctx, entity_id, [ownerId]);
    return addPart(ctx, talentId, 'promises', {
      what,
      due_on: dueOn,
      owner_id: ownerId ?? ctx.actor.memberId,
      given_at: ctx.now,
    });
  });

/**
 * Logs a contact; the person's stage follows, and the next step when one is given. All of it is one act.
 * @throws AppError talents.not_found, talents.dated_in_future
 */
export const logContact = (ctx: Ctx, talentId: string, input: z.output<typeof touchpointInput>): Promise<Made> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'talents.write');
    const occurredAt = input.occurredAt ? new Date(input.occurredAt) : ctx.now;
    if (occurredAt > ctx.now) throw invalid('talents.dated_in_future');
    const { stage } = await lockTalent(ctx, talentId);
    const actId = newActId(ctx);
    const { channel, direction, subject = null, body = null } = input;
    const made = await insertPart(ctx, {
      talentId,
      actId,
      table: 'touchpoints',
      values: { occurred_at: occurredAt, channel, direction, subject, body, by_member: ctx.actor.memberId },
    });
    const columns = { ...stageAfter(stage, direction), ...nextStepOf(input) };
    if (Object.keys(columns).length > 0) await applyColumns(ctx, { talentId, actId, columns });
    await refreshLastTouch(ctx, [talentId]);
    return made;
  });

/** Our word makes a known person approached; theirs makes an exchange. Later stages are a human's decision. */
function stageAfter(stage: string, direction: Direction): { stage?: string } {
  if (direction === 'theirs') return stage === 'known' || stage === 'approached' ? { stage: 'in_exchange' } : {};
  return stage === 'known' ? { stage: 'approached' } : {};
}

const nextStepOf = ({ nextStep, nextStepOn }: z.output<typeof touchpointInput>): PartValues => ({
  ...(nextStep === undefined ? {} : { next_step: nextStep }),
  ...(nextStepOn === undefined ? {} : { next_step_on: nextStepOn }),
});

/** @throws AppError talents.not_found, talents.part_not_found */
export const removeContact = (ctx: Ctx, talentId: string, partId: string) =>
  inTransaction(ctx, async (ctx) => {
    const removed = await removePart(ctx, talentId, 'touchpoints', partId);
    await refreshLastTouch(ctx, [talentId]);
    return removed;
  });
