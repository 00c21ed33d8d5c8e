import { createHash } from 'node:crypto';
import type { Ctx } from '#ground/context.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { writtenLanguageOf } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import type { Choice } from '../answers/types.ts';
import { textVersionFor } from '../text-versions.ts';

/** Letters and pages of a Swiss company are written as the Swiss write. */
export const writingFor = (language: string | null, countryProfile: string): Language => {
  if (language === 'en') return 'en';
  return countryProfile === 'CH' ? 'de-CH' : 'de';
};

interface Asked {
  purpose: Choice['purpose'];
  language: Language;
  entityId: string;
  company: string;
}

interface Wording {
  /** Undefined while it was never shown to anybody. */
  textId: string | undefined;
  body: string;
}

/** The very text that stands above a choice: the company's own newest wording for the purpose where there is one, else ours. */
export async function wordingFor(
  { db }: Pick<Ctx, 'db'>,
  { purpose, language, entityId, company }: Asked,
): Promise<Wording> {
  const own = await db
    .selectFrom('consent_texts')
    .select(['id', 'body'])
    .where('entity_id', '=', entityId)
    .where('purpose', '=', purpose)
    .where('language', '=', writtenLanguageOf(language))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (own) return { textId: own.id, body: own.body };
  return { textId: undefined, body: serverMessages(language)('consent', `own_text.${purpose}`, { company }) };
}

/** The id of that text, stored now at the latest: each answer names what was read (CO-1). */
export async function keepWording(ctx: Ctx, asked: Asked): Promise<string> {
  const { textId, body } = await wordingFor(ctx, asked);
  if (textId !== undefined) return textId;
  const kept = await textVersionFor(ctx, {
    entityId: asked.entityId,
    purpose: asked.purpose,
    language: writtenLanguageOf(asked.language),
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
    channels: ['mail'],
  });
  return kept.id;
}
