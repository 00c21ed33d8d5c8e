import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { decideContact, listContactFacts, NOT_HERE } from '#rooms/consent/index.ts';
import { audienceSql, membersSql } from '../sending/audience.ts';
import type { CampaignAtWork } from '../sending/campaign-at-work.ts';
import { questionOf } from '../sending/question.ts';
import type { LetterLanguage } from '../types.ts';
import type { CompiledLetter } from './compile.ts';
import { answersSql, shapeOf } from './shape.ts';
import type { Form } from './words/pieces.ts';

const MOST_READERS = 20;

export interface PreviewPerson {
  talentId: string;
  name: string;
  role: string | null;
  language: LetterLanguage;
  form: Form;
}

interface Row {
  id: string;
  name: string;
  role: string | null;
  language: LetterLanguage;
  form: Form;
}

const COLUMNS = sql`t.id, concat_ws(' ', nullif(t.first_name, ''), nullif(t.last_name, '')) as name, t.role, case t.address_form when 'du' then 'informal' else 'formal' end as form`;

const personOf = ({ id, ...row }: Row): PreviewPerson => ({ talentId: id, ...row });

/** People who would get the letter now, by name. */
export async function listPreviewReaders(ctx: Ctx, campaign: CampaignAtWork, search: string): Promise<PreviewPerson[]> {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<Row>`
    select ${COLUMNS}, x.language from (${await audienceSql(ctx, campaign)}) x join talents t on t.id = x.id
    where x.code is null and (${search} = '' or concat_ws(' ', t.first_name, t.last_name) ilike ${pattern})
    order by t.sort_name, t.id limit ${MOST_READERS}`.execute(ctx.db);
  return rows.map(personOf);
}

/** Of those who read a language, the one to whom the fewest blocks are left; somebody who gets a letter, if there is one. */
export async function findSeesLeast(
  ctx: Ctx,
  campaign: CampaignAtWork,
  letter: CompiledLetter,
  language: LetterLanguage,
): Promise<PreviewPerson | undefined> {
  const { languages, getsOne, seen } = shapeOf(letter, letter.languageFor(language));
  const { rows } = await sql<Row>`
    with readers as materialized (select x.id, x.language from (${await audienceSql(ctx, campaign)}) x where x.code is null and x.language = any(${languages}::text[])),
    people as (select ${COLUMNS}, r.language, ${answersSql(letter)} as v from readers r join talents t on t.id = r.id)
    select p.id, p.name, p.role, p.language, p.form from people p order by ${getsOne} desc, ${seen}, p.id limit 1`.execute(
    ctx.db,
  );
  return rows[0] && personOf(rows[0]);
}

export async function findPreviewPerson(
  { db }: Ctx,
  { entityId, mainLanguage }: CampaignAtWork,
  talentId: string,
): Promise<PreviewPerson | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS}, case when t.language = any(array['de', 'en']) then t.language else ${mainLanguage} end as language
    from talents t where t.id = ${talentId}::uuid and t.entity_id = ${entityId}::uuid and t.deleted_at is null`.execute(
    db,
  );
  return rows[0] && personOf(rows[0]);
}

/** Why somebody would not get it now: they are not among the people it goes to, or may not be written to. */
export async function whyNot(ctx: Ctx, campaign: CampaignAtWork, talentId: string): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select x.code from (${await membersSql(ctx, campaign.id, campaign.entityId)}) x where x.id = ${talentId}::uuid`.execute(
    ctx.db,
  );
  const [member] = rows;
  if (!member) return 'not_in_audience';
  if (member.code !== null) return member.code;
  const facts = await listContactFacts(ctx, [talentId]);
  const answer = decideContact(facts.get(talentId) ?? NOT_HERE, questionOf(campaign, talentId), ctx.now);
  if (answer.isAllowed) return null;
  return answer.reasons.find(({ effect }) => effect === 'refuses')?.code ?? 'never_asked';
}
