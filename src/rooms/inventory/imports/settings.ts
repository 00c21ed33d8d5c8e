import type { Ctx } from '#ground/context.ts';
import { getPeriods } from '#rooms/consent/index.ts';
import { getRules } from '../rules/current.ts';
import type { ImportBasis } from '../schema.ts';
import type { PlanSettings } from './plan.ts';
import type { ImportRecord } from './queries.ts';
import { headerSignature } from './upload.ts';

/** Everything that planning needs to know beside the rows; the same for the dry run and the run. */
export async function planSettingsFor(ctx: Ctx, record: ImportRecord): Promise<PlanSettings> {
  const [periods, { rules }, entity] = await Promise.all([
    getPeriods(ctx),
    getRules(ctx),
    ctx.db.selectFrom('entities').select('name').where('id', '=', record.entity_id).executeTakeFirstOrThrow(),
  ]);
  return {
    entityId: record.entity_id,
    // The day counts on which the import was made, so that a run that was interrupted overnight ends as it began.
    today: (record.started_at ?? ctx.now).toISOString().slice(0, 10),
    system: `file:${headerSignature(ctx, record.headers as string[])}`,
    fileName: record.file_name,
    company: entity.name,
    basis: record.basis as ImportBasis,
    periods,
    rules,
  };
}
