import { setImmediate as letOthersWork } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { fold } from '#ground/text/fold.ts';
import { listDocuments } from '../people/documents.ts';
import { literalWords } from '../scoring/literal.ts';
import type { NamedPeople } from '../scoring/people-index-types.ts';
import type { DemandQuery, PersonProfile, SkillWish } from '../scoring/types.ts';

type Said = 'shown' | 'denied';

/** Wishes that the directory lacks, by their words: who names them. Looked for once, and kept up with the index. */
export type NamedWishes = Map<string, Map<string, Said>>;

const WISHES_KEPT = 200;
/** A wish that more people name is found out about these; for the others it stays unknown. */
const CANDIDATES_AT_MOST = 2_000;
const READ_AT_ONCE = 100;

/** Whose texts name what the directory lacks, for the order of everybody; the same reading as for the reasons. */
export async function namedFor(
  ctx: Ctx,
  known: NamedWishes,
  { must, nice }: Pick<DemandQuery, 'must' | 'nice'>,
  today: string,
): Promise<Map<string, NamedPeople>> {
  const found = new Map<string, NamedPeople>();
  for (const wish of [...must, ...nice].filter(({ concept }) => concept === undefined)) {
    const said = known.get(wish.text) ?? (await lookFor(ctx, wish, today));
    keep(known, wish.text, said);
    found.set(wish.text, { shown: whoSaid(said, 'shown'), denied: whoSaid(said, 'denied') });
  }
  return found;
}

const whoSaid = (said: Map<string, Said>, what: Said) => [...said].filter(([, one]) => one === what).map(([id]) => id);

/** What was asked for last stays longest. */
function keep(known: NamedWishes, text: string, said: Map<string, Said>): void {
  known.delete(text);
  known.set(text, said);
  const [oldest] = known.keys();
  if (known.size > WISHES_KEPT && oldest !== undefined) known.delete(oldest);
}

async function lookFor(ctx: Ctx, { label, text }: SkillWish, today: string): Promise<Map<string, Said>> {
  const said = new Map<string, Said>();
  const ids = await listCandidates(ctx, label);
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    for (const { talentId, passages } of await listDocuments(ctx.db, ids.slice(start, start + READ_AT_ONCE), today))
      note(said, talentId, literalWords(passages, text)?.stance);
    await letOthersWork();
  }
  return said;
}

/** Everybody with these words anywhere; whether they stand together is read in the texts. */
async function listCandidates({ db }: Ctx, label: string): Promise<string[]> {
  const words = fold(label).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const occur = words.map((word) => {
    const wanted = sql`to_tsquery('simple', ${`'${word}':*`})`;
    return sql`(s.words @@ ${wanted} or s.private_words @@ ${wanted})`;
  });
  const { rows } = await sql<{ id: string }>`
    select s.talent_id as id from talent_search s where s.is_listed and ${sql.join(occur, sql` and `)}
    order by s.talent_id limit ${CANDIDATES_AT_MOST}`.execute(db);
  return rows.map(({ id }) => id);
}

function note(said: Map<string, Said>, talentId: string, stance: string | undefined): void {
  if (stance === 'shown' || stance === 'denied') said.set(talentId, stance);
}

/** Somebody was read anew: what they name may be something else now. */
export function noteNamed(known: NamedWishes, { talentId, named }: PersonProfile): void {
  for (const [text, said] of known) {
    said.delete(talentId);
    note(said, talentId, named(text)?.stance);
  }
}
