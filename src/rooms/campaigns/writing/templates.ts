import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { ourTemplatesIn } from '../letters/templates/ours.ts';
import type { Letter } from '../schema-letter.ts';
import type { templateBody, templateCard } from '../schema-writing.ts';
import { languagesOf, readLetter } from './letter-parts.ts';
import { findWritten } from './written.ts';

type TemplateCard = z.input<typeof templateCard>;

/** The company's own first, then ours. */
export async function listTemplates({ db, actor }: Ctx): Promise<TemplateCard[]> {
  allow(actor, 'campaigns.read');
  const rows = await db
    .selectFrom('campaign_templates')
    .select(['id', 'name', 'purpose', 'letter'])
    .where('entity_id', 'in', actor.entityIds)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return [...rows.map(cardOf), ...(await listOurs({ db }, actor.entityIds[0]))];
}

/** Written as people write where the company is. */
async function listOurs({ db }: Pick<Ctx, 'db'>, entityId: string | undefined) {
  const entity = await db
    .selectFrom('entities')
    .select('country_profile')
    .where('id', '=', entityId ?? null)
    .executeTakeFirst();
  return ourTemplatesIn(entity?.country_profile === 'CH' ? 'de-CH' : 'de');
}

function cardOf(row: { id: string; name: string; purpose: string; letter: unknown }): TemplateCard {
  const letter = readLetter(row.letter);
  return {
    id: row.id,
    origin: 'own',
    name: row.name,
    purpose: row.purpose === '' ? null : row.purpose,
    languages: languagesOf(letter),
    letter,
  };
}

/** Keeps the words of a letter for the next ones. @throws AppError campaigns.not_found */
export async function addTemplate(ctx: Ctx, input: z.output<typeof templateBody>): Promise<TemplateCard> {
  allow(ctx.actor, 'campaigns.write');
  const { entityId, brandId, letter } = await findWritten(ctx, input.campaignId);
  const id = newId(ctx.now.getTime());
  const { name, purpose } = input;
  await inTransaction(ctx, async (ctx) => {
    const { db, actor, now } = ctx;
    await db
      .insertInto('campaign_templates')
      .values({
        id,
        entity_id: entityId,
        name,
        purpose,
        letter: JSON.stringify(letter),
        brand_id: brandId,
        created_by: actor.memberId,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await record(ctx, { action: 'campaigns.template_added', details: { templateId: id } });
  });
  return cardOf({ id, name, purpose, letter });
}

/** @throws AppError campaigns.template_not_found */
export async function removeTemplate(ctx: Ctx, templateId: string): Promise<void> {
  allow(ctx.actor, 'campaigns.write');
  await inTransaction(ctx, async (ctx) => {
    const gone = await ctx.db
      .updateTable('campaign_templates')
      .set({ archived_at: ctx.now, updated_at: ctx.now })
      .where('id', '=', templateId)
      .where('entity_id', 'in', ctx.actor.entityIds)
      .where('archived_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!gone) throw notFound('campaigns.template_not_found');
    await record(ctx, { action: 'campaigns.template_removed', details: { templateId } });
  });
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a new letter begins with. @throws AppError campaigns.template_not_found */
export async function letterFrom(
  { db }: Ctx,
  entityId: string,
  templateId: string,
): Promise<{ letter: Letter; brandId: string | null }> {
  const ours = (await listOurs({ db }, entityId)).find(({ id }) => id === templateId);
  if (ours) return { letter: ours.letter, brandId: null };
  const own = UUID.test(templateId)
    ? await db
        .selectFrom('campaign_templates')
        .select(['letter', 'brand_id'])
        .where('id', '=', templateId)
        .where('entity_id', '=', entityId)
        .where('archived_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!own) throw notFound('campaigns.template_not_found');
  return { letter: readLetter(own.letter), brandId: own.brand_id };
}
