import { sql } from 'kysely';
import { runDailyCare } from '#rooms/care/index.ts';
import {
  addLifeEvent,
  addPlanContent,
  changeMembership,
  createPlan,
  createSequence,
  offerHandover,
  setNotNow,
  startRuns,
} from '#rooms/care/contract.ts';
import { addContent } from '#rooms/content/contract.ts';
import { logTouchpoint } from '#rooms/talents/contract.ts';
import type { Ctx } from '#ground/context.ts';
import { dayFrom } from '../calendar.ts';
import {
  ANSWERED,
  CONTENTS,
  INTRODUCTION,
  LIFE_EVENTS,
  NOT_NOWS,
  OFFERED,
  STILL_OPEN,
  WELCOME,
} from '../words/care.ts';
import type { Planting } from './histories.ts';

const REGION = 'CH-ZH';

/**
 * Who is cared for how: a plan for each pool, what is told when, days that matter, who said "not now", whom Lukas hands over; and the work
 * of the day, so that Mara finds her five.
 */
export async function plantCare(planting: Planting): Promise<void> {
  const people = await talentsOf(planting);
  await answerLetters(planting);
  await plantPlans(planting, people);
  await plantDays(planting, people);
  await plantSequence(planting);
  await plantHandover(planting, people);
}

/** Mara answers within a day or two; of all letters only Jörg's is still open. */
async function answerLetters({ act, company, team, ctxOn }: Planting) {
  const { db } = ctxOn(team.mara, company.today);
  const { rows } = await sql<{ id: string; on: string }>`
    select t.id, min(letter.on_date)::text as on from talents t join (
      select id, last_touch_at::date as on_date from talents where last_touch_direction = 'theirs' and last_touch_at >= ${company.today}::date - 31
      union all select talent_id, due_on from reminders where kind = 'reply' and state = 'open') letter on letter.id = t.id
    where t.owner_id = ${team.mara.memberId}::uuid and letter.on_date < ${company.today}::date - 1
      and not exists (select 1 from talent_addresses d where d.talent_id = t.id and d.value = ${STILL_OPEN}) group by t.id order by t.id`.execute(
    db,
  );
  for (const { id, on } of rows)
    await act(ctxOn(team.mara, dayFrom(on, 1)), logTouchpoint, {
      params: { talentId: id },
      body: { channel: 'mail', direction: 'ours', subject: ANSWERED },
    });
}

/** The work of the day is the program's own. */
export const beginTheDay = (ctx: Ctx): Promise<void> => runDailyCare(ctx);

type People = (email: string) => string;

async function talentsOf({ ctxOn, team, company }: Planting): Promise<People> {
  const { rows } = await sql<{ value: string; talent_id: string }>`
    select d.value, d.talent_id from talent_addresses d where d.kind = 'email'`.execute(
    ctxOn(team.mara, company.today).db,
  );
  const known = new Map(rows.map(({ value, talent_id }) => [value, talent_id]));
  return (email) => {
    const talentId = known.get(email);
    if (!talentId) throw new Error(`The sample has no talent with ${email}.`);
    return talentId;
  };
}

async function plantPlans(planting: Planting, people: People) {
  const { act, company, team, ctxOn } = planting;
  const startsOn = dayFrom(company.today, -60);
  const on = (who: 'mara' | 'ivana' | 'lukas') => ctxOn(team[who], startsOn);
  const [boutique, former, young] = [
    await poolId(planting, 'Antriebsregelung'),
    await poolId(planting, 'Ehemalige'),
    await poolId(planting, 'Young Professionals'),
  ];
  const common = { region: REGION, startsOn, state: 'running' as const };
  const drives = await act(on('mara'), createPlan, {
    body: {
      ...common,
      name: 'Antriebsregelung: dreimal im Jahr ein Gespräch',
      poolId: boutique,
      rhythm: 'every',
      everyDays: 120,
      channels: ['phone', 'meeting', 'mail'],
      contentKinds: ['article', 'employee_insight', 'event'],
    },
  });
  const back = await act(on('lukas'), createPlan, {
    body: {
      ...common,
      name: 'Ehemalige: zweimal im Jahr',
      poolId: former,
      rhythm: 'every',
      everyDays: 180,
      channels: ['mail', 'phone', 'linkedin'],
      contentKinds: ['update', 'event'],
    },
  });
  const beginners = await act(on('ivana'), createPlan, {
    body: {
      ...common,
      name: 'Nachwuchs: was wir zu erzählen haben',
      poolId: young,
      rhythm: 'on_event',
      channels: ['newsletter', 'mail'],
      contentKinds: ['event', 'learning_offer', 'update'],
    },
  });
  await plantContents(planting, { drives: drives.id, back: back.id, beginners: beginners.id });
  // Katharina prefers once a year, and says so.
  await act(ctxOn(team.mara, dayFrom(company.today, -40)), changeMembership, {
    params: { planId: drives.id, talentId: people('k.wuethrich@bergmail.example') },
    body: { everyDays: 365 },
  });
}

async function poolId({ ctxOn, team, company }: Planting, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select p.id from pools p where p.name = ${name}`.execute(
    ctxOn(team.mara, company.today).db,
  );
  const [pool] = rows;
  if (!pool) throw new Error(`The sample has no pool "${name}".`);
  return pool.id;
}

async function plantContents(
  { act, company, team, ctxOn }: Planting,
  plans: Record<'drives' | 'back' | 'beginners', string>,
) {
  const ctx = ctxOn(team.mara, dayFrom(company.today, -50));
  const { rows } = await sql<{ id: string; name_de: string }>`select o.id, o.name_de from topics o`.execute(ctx.db);
  const topicOf = new Map(rows.map(({ id, name_de }) => [name_de, id]));
  for (const { toldIn, eventInDays, topic, ...content } of CONTENTS) {
    const topicId = topic && topicOf.get(topic);
    const made = await act(ctx, addContent, {
      body: {
        ...content,
        keywords: [...content.keywords],
        topicIds: topicId ? [topicId] : [],
        onDate: eventInDays === undefined ? null : dayFrom(company.today, eventInDays),
      },
    });
    for (const { plan, inDays, channel } of toldIn)
      await act(ctx, addPlanContent, {
        params: { planId: plans[plan] },
        body: { contentId: made.id, onDate: dayFrom(company.today, inDays), channel },
      });
  }
}

async function plantDays({ act, company, team, ctxOn }: Planting, people: People) {
  for (const { email, inDays, ...event } of LIFE_EVENTS)
    await act(ctxOn(team.mara, dayFrom(company.today, -20)), addLifeEvent, {
      params: { talentId: people(email) },
      body: { ...event, onDate: dayFrom(company.today, inDays) },
    });
  for (const { email, saidDaysAgo, comeBackInDays, ...answer } of NOT_NOWS)
    await act(ctxOn(team.mara, dayFrom(company.today, -saidDaysAgo)), setNotNow, {
      params: { talentId: people(email) },
      body: { ...answer, comeBack: { until: dayFrom(company.today, comeBackInDays) } },
    });
}

async function plantSequence(planting: Planting) {
  const { act, company, team, ctxOn } = planting;
  const ctx = ctxOn(team.ivana, dayFrom(company.today, -12));
  const pool = await poolId(planting, 'Young Professionals');
  const { id } = await act(ctx, createSequence, {
    body: { name: WELCOME.name, steps: [...WELCOME.steps], poolId: pool, entry: 'by_hand', state: 'running' },
  });
  const { rows } = await sql<{ talent_id: string }>`
    select m.talent_id from pool_members m join talents t on t.id = m.talent_id where m.pool_id = ${pool} and t.owner_id is null order by m.talent_id limit 12`.execute(
    ctx.db,
  );
  if (rows.length > 0)
    await act(ctx, startRuns, {
      params: { sequenceId: id },
      body: { talentIds: rows.map(({ talent_id }) => talent_id) },
    });
}

async function plantHandover({ act, company, team, ctxOn }: Planting, people: People) {
  await act(ctxOn(team.lukas, dayFrom(company.today, -2)), offerHandover, {
    body: {
      fromMemberId: team.lukas.memberId ?? '',
      toMemberId: team.mara.memberId ?? '',
      talentIds: OFFERED.map(people),
      introduction: INTRODUCTION,
    },
  });
}
