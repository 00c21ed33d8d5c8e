import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { PersonDocuments } from '../people/documents.ts';
import { listDocuments } from '../people/documents.ts';
import { changesOn } from '../people/eligible.ts';
import { newestNews, readNews } from '../people/news.ts';
import type { PeopleIndex } from '../scoring/people-index-types.ts';
import type { FindingDecision, PersonProfile, RecallMark } from '../scoring/types.ts';
import { listFindingDecisions } from './finding-decisions.ts';

const PEOPLE_AT_ONCE = 500;

type ReadProfile = (documents: PersonDocuments, decisions: FindingDecision[]) => PersonProfile;

/** What one process knows of all people, and how far it has read the news about them. */
export interface IndexState {
  index: PeopleIndex;
  profileOf: ReadProfile;
  seq: number;
  /** `YYYY-MM-DD`: silences and grounds begin and end with days. */
  day: string;
}

/** Reads everybody once; later only who changed. */
export async function fillIndex(ctx: Ctx, index: PeopleIndex, profileOf: ReadProfile): Promise<IndexState> {
  const state: IndexState = { index, profileOf, seq: await newestNews(ctx), day: dayOf(ctx) };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from talents_view where id > ${after}::uuid order by id limit ${PEOPLE_AT_ONCE}`.execute(ctx.db);
    const last = rows.at(-1);
    if (!last) return state;
    await readPeople(
      ctx,
      state,
      rows.map(({ id }) => id),
    );
    after = last.id;
  }
}

/** Brings the index up to this moment: one look at the log, and a reading of those who changed. */
export async function refreshIndex(ctx: Ctx, state: IndexState): Promise<void> {
  const { seq, talentIds } = await readNews(ctx, state.seq);
  const today = dayOf(ctx);
  const byDay = today === state.day ? [] : await listChangesOn(ctx, today);
  const changed = [...new Set([...talentIds, ...byDay])];
  for (let start = 0; start < changed.length; start += PEOPLE_AT_ONCE)
    await readPeople(ctx, state, changed.slice(start, start + PEOPLE_AT_ONCE));
  state.seq = seq;
  state.day = today;
}

async function readPeople(ctx: Ctx, { index, profileOf }: IndexState, talentIds: string[]): Promise<void> {
  const today = dayOf(ctx);
  const documents = await listDocuments(ctx.db, talentIds, today);
  const decisions = await listFindingDecisions(ctx, talentIds);
  const recalls = await listRecallMarks(ctx, talentIds);
  const found = new Set<string>();
  for (const person of documents) {
    found.add(person.talentId);
    index.put(profileOf(person, decisions.get(person.talentId) ?? []), {
      notShown: person.notShown,
      recall: recalls.get(person.talentId) ?? 'none',
    });
  }
  for (const talentId of talentIds) if (!found.has(talentId)) index.remove(talentId);
}

async function listChangesOn({ db }: Ctx, today: string): Promise<string[]> {
  const { rows } = await sql<{ talent_id: string }>`${changesOn(today)}`.execute(db);
  return rows.map(({ talent_id }) => talent_id);
}

/** Once with us and gone: they are asked first, and before all who said that they wish to return. */
async function listRecallMarks({ db }: Ctx, talentIds: string[]): Promise<Map<string, RecallMark>> {
  const { rows } = await sql<{ talent_id: string; wishes: boolean }>`
    select s.talent_id, bool_or(s.rehire_wish = 'yes') as wishes from career_stations_view s
    where s.talent_id = any(${talentIds}::uuid[]) and s.is_ours group by s.talent_id
    having bool_and(s.ended_on is not null) and not bool_or(coalesce(s.rehire_wish, '') = 'no')`.execute(db);
  return new Map(rows.map(({ talent_id, wishes }) => [talent_id, wishes ? 'wishes_to_return' : 'left']));
}

export const dayOf = ({ now }: Pick<Ctx, 'now'>): string => now.toISOString().slice(0, 10);
