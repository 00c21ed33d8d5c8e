import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { PersonDocuments } from '../people/documents.ts';
import { listDocuments } from '../people/documents.ts';
import { changesOn } from '../people/eligible.ts';
import { listRecalls, recallMarks } from '../people/recall.ts';
import { newestNews, readNews } from '../people/news.ts';
import type { PeopleIndex } from '../scoring/people-index-types.ts';
import type { FindingDecision, PersonProfile } from '../scoring/types.ts';
import { listFindingDecisions } from './finding-decisions.ts';
import type { NamedWishes } from './named-wishes.ts';
import { noteNamed } from './named-wishes.ts';

const PEOPLE_AT_ONCE = 500;

type ReadProfile = (documents: PersonDocuments, decisions: FindingDecision[]) => PersonProfile;

/** What one process knows of all people, and how far it has read the news about them. */
export interface IndexState {
  index: PeopleIndex;
  profileOf: ReadProfile;
  /** Occupations that a title names. */
  occupationsIn: (title: string) => number[];
  /** Wishes that the directory lacks, and who names them. */
  named: NamedWishes;
  seq: number;
  /** `YYYY-MM-DD`: silences and grounds begin and end with days. */
  day: string;
}

/** Reads everybody once; later only who changed. */
type Opened = Pick<IndexState, 'index' | 'profileOf' | 'occupationsIn'>;

export async function fillIndex(ctx: Ctx, opened: Opened): Promise<IndexState> {
  const state: IndexState = { ...opened, named: new Map(), seq: await newestNews(ctx), day: dayOf(ctx) };
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

async function readPeople(
  ctx: Ctx,
  { index, profileOf, named, occupationsIn }: IndexState,
  talentIds: string[],
): Promise<void> {
  const today = dayOf(ctx);
  const documents = await listDocuments(ctx.db, talentIds, today);
  const decisions = await listFindingDecisions(ctx, talentIds);
  const recalls = await listRecalls(ctx, talentIds);
  const found = new Set<string>();
  for (const person of documents) {
    found.add(person.talentId);
    const profile = profileOf(person, decisions.get(person.talentId) ?? []);
    noteNamed(named, profile);
    index.put(profile, {
      notShown: person.notShown,
      ...recallMarks(recalls.get(person.talentId), occupationsIn),
    });
  }
  for (const talentId of talentIds) if (!found.has(talentId)) index.remove(talentId);
}

async function listChangesOn({ db }: Ctx, today: string): Promise<string[]> {
  const { rows } = await sql<{ talent_id: string }>`${changesOn(today)}`.execute(db);
  return rows.map(({ talent_id }) => talent_id);
}

export const dayOf = ({ now }: Pick<Ctx, 'now'>): string => now.toISOString().slice(0, 10);
