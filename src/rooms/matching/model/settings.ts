import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { isThisMachine, modelAddressOf } from '#ground/language-models/address.ts';
import { forgetFailures } from '#ground/language-models/breaker.ts';
import type { LanguageModel } from '#ground/language-models/language-model.ts';
import { openLanguageModel } from '#ground/language-models/language-model.ts';
import { openApiKey, sealApiKey } from '#ground/language-models/sealed-key.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { ModelChange } from '../schema-model.ts';

export interface ModelInForce {
  isOn: boolean;
  address: string;
  model: string;
  sealedKey: string | null;
  weight: number;
  timeoutMs: number;
  country: string | null;
  contractOn: string | null;
  changedBy: string | null;
  changedAt: Date;
}

export async function findModel({ db }: Pick<Ctx, 'db'>): Promise<ModelInForce | undefined> {
  const { rows } = await sql<ModelInForce>`
    select s.is_on as "isOn", s.address, s.model, s.sealed_key as "sealedKey", s.weight, s.timeout_ms as "timeoutMs", s.country, s.contract_on as "contractOn",
      m.name as "changedBy", s.changed_at as "changedAt"
    from match_model s left join members m on m.id = s.changed_by`.execute(db);
  return rows[0];
}

/** Switched on, and at an address that the operator still allows. */
export async function modelInForce(ctx: Ctx): Promise<ModelInForce | undefined> {
  const found = await findModel(ctx);
  return found?.isOn && ctx.modelAddresses.includes(found.address) ? found : undefined;
}

/** @throws LanguageModelError address_refused */
export const openModel = (ctx: Ctx, { address, model, sealedKey, timeoutMs }: ModelInForce): LanguageModel =>
  openLanguageModel({
    baseUrl: address,
    model,
    timeoutMs,
    apiKey: sealedKey === null ? undefined : openApiKey(ctx.keys, boundTo(address), sealedKey),
  });

const boundTo = (address: string) => `matching ${address}`;

/**
 * Off is always possible. On needs an address of the operator's list, and for another machine the provider's country and the day of the contract.
 * @throws AppError matching.model_address_not_allowed, matching.model_contract_missing, matching.model_key_in_the_clear
 */
export async function changeModel(ctx: Ctx, change: ModelChange): Promise<void> {
  allow(ctx.actor, 'matching.manage');
  if (change.isOn) refuseUnready(ctx, change);
  const before = await findModel(ctx);
  const sealed = sealedKeyFor(ctx, change, before);
  refuseKeyInTheClear(change, sealed);
  await inTransaction(ctx, async (ctx) => {
    await sql`
      insert into match_model (is_on, address, model, sealed_key, weight, timeout_ms, country, contract_on, changed_by, changed_at)
      values (${change.isOn}, ${change.address}, ${change.model}, ${sealed}, ${change.weight}, ${change.timeoutMs}, ${change.country}, ${change.contractOn}, ${ctx.actor.memberId}::uuid, ${ctx.now})
      on conflict (is_one) do update set is_on = excluded.is_on, address = excluded.address, model = excluded.model, sealed_key = excluded.sealed_key, weight = excluded.weight,
        timeout_ms = excluded.timeout_ms, country = excluded.country, contract_on = excluded.contract_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
      ctx.db,
    );
    const { isOn, address, model, weight } = change;
    await record(ctx, { action: 'matching.model_changed', details: { isOn, address, model, weight } });
  });
  forgetFailures(change.address, change.model);
}

function refuseUnready({ modelAddresses }: Ctx, { address, country, contractOn }: ModelChange): void {
  if (!modelAddresses.includes(address)) throw invalid('matching.model_address_not_allowed');
  const isElsewhere = !isThisMachine(modelAddressOf(address));
  if (isElsewhere && (country === null || contractOn === null)) throw invalid('matching.model_contract_missing');
}

/** A key for another address is of no use here, and would only lie about. */
function sealedKeyFor(
  { keys }: Ctx,
  { address, apiKey }: ModelChange,
  before: ModelInForce | undefined,
): string | null {
  if (apiKey === undefined) return before?.address === address ? before.sealedKey : null;
  return apiKey === '' ? null : sealApiKey(keys, boundTo(address), apiKey);
}

function refuseKeyInTheClear({ address }: ModelChange, sealed: string | null): void {
  const url = URL.parse(address);
  if (sealed !== null && url?.protocol === 'http:' && !isThisMachine(url))
    throw invalid('matching.model_key_in_the_clear');
}
