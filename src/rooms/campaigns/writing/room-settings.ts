import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { invalid, notFound } from '#ground/errors/app-error.ts';
import { forgetFailures } from '#ground/language-models/breaker.ts';
import { allow, may } from '#rooms/accounts/index.ts';
import { sealKeyFor, staysHere } from '../assistance/settings.ts';
import type { roomSettings, roomSettingsBody } from '../schema-writing.ts';
import { FOUR_EYES_FROM } from '../sending/four-eyes.ts';

type RoomSettings = z.input<typeof roomSettings>;
type Wish = z.output<typeof roomSettingsBody>;

export async function readSettings(ctx: Ctx): Promise<RoomSettings> {
  allow(ctx.actor, 'campaigns.read');
  const row = (await findRow(ctx, entityOf(ctx))) ?? AS_INSTALLED;
  const url = row.assistance_url;
  return {
    fourEyesFrom: row.four_eyes_from,
    assistance: {
      isOn: row.assistance_is_on,
      url,
      model: row.assistance_model,
      hasKey: row.assistance_key_sealed !== null,
      addresses: may(ctx.actor, 'campaigns.manage_senders') ? [...ctx.modelAddresses] : [],
      staysHere: url !== null && staysHere(url),
      country: row.assistance_country,
      contractOn: row.assistance_contract_on,
    },
  };
}

/** Nothing is called before somebody chooses it (AI-1). */
const AS_INSTALLED = {
  four_eyes_from: FOUR_EYES_FROM,
  assistance_is_on: false,
  assistance_url: null,
  assistance_model: null,
  assistance_key_sealed: null,
  assistance_country: null,
  assistance_contract_on: null,
};

function entityOf({ actor }: Ctx): string {
  const [entityId] = actor.entityIds;
  if (entityId === undefined) throw notFound('campaigns.entity_unknown');
  return entityId;
}

const findRow = ({ db }: Ctx, entityId: string) =>
  db.selectFrom('campaign_settings').selectAll().where('entity_id', '=', entityId).executeTakeFirst();

/**
 * A language model is off until somebody names one of the addresses that the operator allows; one outside this machine needs the country
 * and the day of the contract with whoever runs it (AC-2).
 * @throws AppError campaigns.assistance_address_not_allowed, campaigns.assistance_model_missing, campaigns.assistance_provider_missing
 */
export async function changeSettings(ctx: Ctx, { fourEyesFrom, assistance }: Wish): Promise<RoomSettings> {
  allow(ctx.actor, 'campaigns.manage_senders');
  const entityId = entityOf(ctx);
  const url = assistance.url?.replace(/\/+$/, '') ?? null;
  refuseUnfit(ctx, { ...assistance, url });
  await inTransaction(ctx, async (ctx) => {
    const before = await findRow(ctx, entityId);
    const values = {
      four_eyes_from: fourEyesFrom,
      assistance_is_on: assistance.isOn,
      assistance_url: url,
      assistance_model: assistance.model === '' ? null : assistance.model,
      assistance_key_sealed: keyFor(ctx, { entityId, url, key: assistance.key, before }),
      assistance_country: assistance.country ?? null,
      assistance_contract_on: assistance.contractOn ?? null,
      updated_by: ctx.actor.memberId,
      updated_at: ctx.now,
    };
    await ctx.db
      .insertInto('campaign_settings')
      .values({ entity_id: entityId, ...values })
      .onConflict((on) => on.column('entity_id').doUpdateSet(values))
      .execute();
    await record(ctx, {
      action: 'campaigns.room_settings_changed',
      details: { fourEyesFrom, assistanceIsOn: assistance.isOn, host: url === null ? null : new URL(url).host },
    });
  });
  if (url !== null && assistance.model) forgetFailures(url, assistance.model);
  return readSettings(ctx);
}

function refuseUnfit({ modelAddresses }: Ctx, wish: Wish['assistance']): void {
  const { isOn, url, model } = wish;
  if (url === null ? isOn : !modelAddresses.includes(url)) throw invalid('campaigns.assistance_address_not_allowed');
  if (!isOn || url === null) return;
  if (!model) throw invalid('campaigns.assistance_model_missing');
  if (!staysHere(url) && !isProviderKnown(wish)) throw invalid('campaigns.assistance_provider_missing');
}

const isProviderKnown = ({ country, contractOn }: Wish['assistance']): boolean => Boolean(country && contractOn);

interface Key {
  entityId: string;
  url: string | null;
  key: string | null | undefined;
  before: { assistance_url: string | null; assistance_key_sealed: string | null } | undefined;
}

/** A key goes nowhere but to the address that it was given for. */
function keyFor(ctx: Ctx, { entityId, url, key, before }: Key): string | null {
  if (url === null || key === null || key === '') return null;
  if (key !== undefined) return sealKeyFor(ctx, entityId, url, key);
  return before?.assistance_url === url ? before.assistance_key_sealed : null;
}
