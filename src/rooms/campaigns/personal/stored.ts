import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#ground/database/database.ts';

/** What stands in place of a letter's blocks. It is taken out when the letter has left: then it is part of the person's history. */
const stored = z.object({
  personal: z.object({ subject: z.string(), text: z.string(), answersTouchId: z.uuid().nullable() }),
});
export type PersonalWords = z.infer<typeof stored>['personal'];

export const storedForm = (personal: PersonalWords): string => JSON.stringify({ personal });

export interface PersonalLetter extends PersonalWords {
  writerId: string | null;
  /** Whoever wrote it still works here. */
  isWriterHere: boolean;
  talentId: string;
  language: 'de' | 'en';
}

interface Row {
  letter: unknown;
  writerId: string | null;
  isWriterHere: boolean;
  talentId: string;
  language: string;
}

/** @returns undefined once it has left, or the person is gone */
export async function findPersonal(db: Db, campaignId: string): Promise<PersonalLetter | undefined> {
  const { rows } = await sql<Row>`
    select v.letter, c.created_by as "writerId", coalesce(m.id is not null and m.disabled_at is null, false) as "isWriterHere", r.talent_id as "talentId", r.language from campaigns c
    join campaign_versions v on v.campaign_id = c.id and v.number = c.letter_version join campaign_recipients r on r.campaign_id = c.id left join members m on m.id = c.created_by
    where c.id = ${campaignId}::uuid and c.kind = 'personal'`.execute(db);
  const [found] = rows;
  const words = stored.safeParse(found?.letter).data?.personal;
  if (!found || !words) return undefined;
  const { letter: _, ...row } = found;
  return { ...row, ...words, language: row.language === 'en' ? 'en' : 'de' };
}

export const emptyPersonal = (db: Db, campaignId: string) =>
  db.updateTable('campaign_versions').set({ letter: '{}' }).where('campaign_id', '=', campaignId).execute();
