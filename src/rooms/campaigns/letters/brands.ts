import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { BrandDesign } from '../schema-letter.ts';
import { brandDesign } from '../schema-letter.ts';
import type { BrandCard, brandBody, editBrandBody } from '../schema-writing.ts';
import { contrast, LEAST_CONTRAST } from './look/colours.ts';

interface Row {
  id: string;
  version: number;
  name: string;
  design: unknown;
  is_default: boolean;
}

const COLUMNS = ['id', 'version', 'name', 'design', 'is_default'] as const;

/** The one that letters without a wish of their own get comes first. */
export async function listBrands({ db, actor }: Ctx): Promise<BrandCard[]> {
  allow(actor, 'campaigns.read');
  const rows = await db
    .selectFrom('brands')
    .select(COLUMNS)
    .where('entity_id', 'in', actor.entityIds)
    .where('archived_at', 'is', null)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(cardFrom);
}

const cardFrom = ({ id, version, name, design, is_default }: Row): BrandCard => ({
  id,
  version,
  name,
  design: brandDesign.parse(design),
  isDefault: is_default,
});

/** @throws AppError campaigns.entity_unknown, campaigns.brand_accent_too_pale, campaigns.brand_ink_too_pale, campaigns.picture_not_found */
export async function addBrand(ctx: Ctx, input: z.output<typeof brandBody>): Promise<BrandCard> {
  allow(ctx.actor, 'campaigns.manage_senders');
  const entityId = input.entityId ?? ctx.actor.entityIds[0];
  if (entityId === undefined || !ctx.actor.entityIds.includes(entityId)) throw notFound('campaigns.entity_unknown');
  return inTransaction(ctx, async (ctx) => {
    await refuseDesign(ctx, entityId, input.design);
    if (input.isDefault) await noDefault(ctx, entityId);
    const id = newId(ctx.now.getTime());
    await ctx.db
      .insertInto('brands')
      .values({
        id,
        entity_id: entityId,
        name: input.name,
        design: JSON.stringify(input.design),
        is_default: input.isDefault,
        created_by: ctx.actor.memberId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await record(ctx, { action: 'campaigns.brand_added', details: { brandId: id } });
    return { id, version: 1, name: input.name, design: input.design, isDefault: input.isDefault };
  });
}

/** @throws AppError campaigns.brand_not_found, campaigns.brand_changed_meanwhile, and those of `addBrand` */
export async function changeBrand(
  ctx: Ctx,
  brandId: string,
  { version, name, design, isDefault }: z.output<typeof editBrandBody>,
): Promise<BrandCard> {
  allow(ctx.actor, 'campaigns.manage_senders');
  return inTransaction(ctx, async (ctx) => {
    const { entity_id, version: now } = await lockBrand(ctx, brandId);
    if (version !== now) throw conflict('campaigns.brand_changed_meanwhile', { version: now });
    await refuseDesign(ctx, entity_id, design);
    if (isDefault) await noDefault(ctx, entity_id);
    await ctx.db
      .updateTable('brands')
      .set({ name, design: JSON.stringify(design), is_default: isDefault, version: now + 1, updated_at: ctx.now })
      .where('id', '=', brandId)
      .execute();
    await record(ctx, { action: 'campaigns.brand_changed', details: { brandId } });
    return { id: brandId, version: now + 1, name, design, isDefault };
  });
}

/** Letters that have it keep it. @throws AppError campaigns.brand_not_found */
export async function archiveBrand(ctx: Ctx, brandId: string): Promise<void> {
  allow(ctx.actor, 'campaigns.manage_senders');
  await inTransaction(ctx, async (ctx) => {
    await lockBrand(ctx, brandId);
    await ctx.db
      .updateTable('brands')
      .set({ archived_at: ctx.now, is_default: false, updated_at: ctx.now })
      .where('id', '=', brandId)
      .execute();
    await record(ctx, { action: 'campaigns.brand_archived', details: { brandId } });
  });
}

async function lockBrand({ db, actor }: Ctx, brandId: string): Promise<{ entity_id: string; version: number }> {
  const { rows } = await sql<{ entity_id: string; version: number }>`
    select b.entity_id, b.version from brands b where b.id = ${brandId}::uuid and b.entity_id = any(${actor.entityIds}::uuid[]) and b.archived_at is null for update`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw notFound('campaigns.brand_not_found');
  return row;
}

const noDefault = ({ db, now }: Ctx, entityId: string) =>
  sql`update brands b set is_default = false, version = b.version + 1, updated_at = ${now} where b.entity_id = ${entityId}::uuid and b.is_default`.execute(
    db,
  );

/** What cannot be read is no matter of taste. */
async function refuseDesign({ db }: Ctx, entityId: string, { accent, ink, paper, logoPictureId }: BrandDesign) {
  if (contrast(ink, paper) < LEAST_CONTRAST) throw invalid('campaigns.brand_ink_too_pale');
  if (contrast(accent, paper) < LEAST_CONTRAST) throw invalid('campaigns.brand_accent_too_pale');
  if (logoPictureId === null) return;
  const { rows } = await sql`
    select 1 from letter_pictures p where p.id = ${logoPictureId}::uuid and p.entity_id = ${entityId}::uuid`.execute(
    db,
  );
  if (rows.length === 0) throw notFound('campaigns.picture_not_found');
}
