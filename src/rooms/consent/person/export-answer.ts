import type { Ctx } from '#ground/context.ts';
import { exportPage } from './export-page.ts';
import { exportPersonOf } from './export.ts';

/** As a file to keep: JSON for other systems, or a page to read. */
export async function answerExport(
  ctx: Ctx,
  talentId: string,
  { format, language }: { format: 'json' | 'html'; language: 'de' | 'en' },
): Promise<Response> {
  const exported = await exportPersonOf(ctx, talentId);
  const body = format === 'json' ? JSON.stringify(exported, null, 2) : exportPage(exported, language);
  const type = format === 'json' ? 'application/json' : 'text/html';
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="auskunft-${exported.exportedAt.slice(0, 10)}.${format}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
