import type { Ctx } from '#ground/context.ts';
import { isThisMachine, modelAddressOf } from '#ground/language-models/address.ts';
import { openApiKey, sealApiKey } from '#ground/language-models/sealed-key.ts';

/** A model that helps with drafts, ready to be asked. */
export interface Assistance {
  baseUrl: string;
  model: string;
  apiKey: string | undefined;
}

/** A key opens for one company and one address only. */
const boundTo = (entityId: string, url: string): string => `campaigns ${entityId} ${url}`;

export const sealKeyFor = ({ keys }: Pick<Ctx, 'keys'>, entityId: string, url: string, key: string): string =>
  sealApiKey(keys, boundTo(entityId, url), key);

/** Whether words that are sent there stay on this machine. */
export const staysHere = (url: string): boolean => isThisMachine(modelAddressOf(url));

/** @returns undefined while it is off, or the operator does not allow its address any more */
export async function findAssistance(
  { db, keys, modelAddresses }: Pick<Ctx, 'db' | 'keys' | 'modelAddresses'>,
  entityId: string,
): Promise<Assistance | undefined> {
  const row = await db
    .selectFrom('campaign_settings')
    .select(['assistance_url as url', 'assistance_model as model', 'assistance_key_sealed as sealed'])
    .where('entity_id', '=', entityId)
    .where('assistance_is_on', '=', true)
    .executeTakeFirst();
  if (!row?.url || !row.model || !modelAddresses.includes(row.url)) return undefined;
  const { url, model, sealed } = row;
  return {
    baseUrl: url,
    model,
    apiKey: sealed === null ? undefined : openApiKey(keys, boundTo(entityId, url), sealed),
  };
}
