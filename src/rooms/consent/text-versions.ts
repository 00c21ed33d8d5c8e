import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Tables } from '#ground/database/database.ts';
import { newId } from '#ground/ids.ts';

interface TextToKeep {
  entityId: string;
  purpose: string;
  language: string;
  body: string;
  sha256: string;
  channels: string[];
}

type TextRow = Selectable<Tables['consent_texts']>;

/** The same wording for the same ways twice is one version; anything else is the next one, and old consents keep theirs (CO-7). */
export function textVersionFor(ctx: Ctx, text: TextToKeep): Promise<TextRow> {
  const { entityId, purpose, language, body, sha256 } = text;
  const channels = text.channels.toSorted();
  return inTransaction(ctx, async ({ db, now }) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`consent_texts:${entityId}:${purpose}:${language}`}))`.execute(
      db,
    );
    const newest = await db
      .selectFrom('consent_texts')
      .selectAll()
      .where('entity_id', '=', entityId)
      .where('purpose', '=', purpose)
      .where('language', '=', language)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest?.sha256 === sha256 && newest.channels.toSorted().join(',') === channels.join(',')) return newest;
    const row = {
      id: newId(now.getTime()),
      entity_id: entityId,
      purpose,
      language,
      version: (newest?.version ?? 0) + 1,
      body,
      sha256,
      channels,
      created_at: now,
    };
    return db.insertInto('consent_texts').values(row).returningAll().executeTakeFirstOrThrow();
  });
}
