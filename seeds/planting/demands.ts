import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { advertise, createDemand, createRoleFamily, passGate, recordHire } from '#rooms/demand/contract.ts';
import { editTalent, readTalent } from '#rooms/talents/contract.ts';
import { dayFrom } from '../calendar.ts';
import type { Planting } from './histories.ts';

const skills = (...labels: string[]) => labels.map((label) => ({ label }));

/** What the company needs next year, and whom it hired: planned roles, one vacancy past the gate, three hires. */
export async function plantDemands(planting: Planting): Promise<void> {
  const {
    act,
    company: { today },
    team,
    ctxOn,
  } = planting;
  const on = (daysAgo: number) => ctxOn(team.reto, dayFrom(today, -daysAgo));
  const family = async (name: string) => (await act(on(80), createRoleFamily, { body: { name } })).id;
  const [power, data, test] = [await family('Leistungselektronik'), await family('Daten'), await family('Prüffeld')];

  await act(on(17), createDemand, {
    body: {
      kind: 'planned',
      title: 'Entwicklung Leistungselektronik (m/w/d), Winterthur',
      description:
        'Die nächste Umrichterreihe bis 250 kW. Auslegung von Leistungsteilen, Serienanlauf mit der Fertigung, funktionale Sicherheit. Siliziumkarbid wäre schön.',
      roleFamilyId: power,
      headcount: 2,
      fromOn: dayFrom(today, 128),
      likelihoodShare: 0.6,
      city: 'Winterthur',
      hoursMinShare: 0.8,
      hoursMaxShare: 1,
      must: skills('Leistungselektronik', 'Umrichter', 'Funktionale Sicherheit'),
      nice: skills('SiC-Halbleiter', 'Serienanlauf'),
      languages: [{ language: 'de' }],
    },
  });
  await act(on(9), createDemand, {
    body: {
      kind: 'planned',
      title: 'Data Engineer, Zustandsüberwachung',
      description:
        'Messdaten der Antriebe im Feld sammeln und auswerten. Python, SQL, Datenpipelines. Englisch im Team.',
      roleFamilyId: data,
      headcount: 3,
      fromOn: dayFrom(today, 240),
      likelihoodShare: 0.6,
      must: skills('Python', 'SQL'),
      nice: skills('Machine Learning', 'Docker'),
    },
  });
  const vacancy = await act(on(45), createDemand, {
    body: {
      kind: 'vacancy',
      title: 'Leitung Prüffeld Antriebe',
      description: 'Ein Prüffeld mit acht Menschen, vom Anlauf bis zur Typprüfung.',
      roleFamilyId: test,
      openedOn: dayFrom(today, -45),
      city: 'Winterthur',
      must: skills('Prüfstandstechnik', 'Mitarbeiterführung'),
      nice: skills('LabVIEW'),
    },
  });
  const params = { demandId: vacancy.id };
  await act(on(44), passGate, { params, body: { way: 'looked', knownCount: 12 } });
  await act(on(30), advertise, { params, body: { on: dayFrom(today, -30) } });
  await lookAfterDataPeople(planting);
  await plantHires(planting);
}

/** Whoever works with data and says so is looked after by two, as somebody for a Boutique has to be. */
async function lookAfterDataPeople({
  act,
  company: { today },
  team,
  ctxOn,
}: Pick<Planting, 'act' | 'team' | 'ctxOn' | 'company'>) {
  const ctx = ctxOn(team.mara, dayFrom(today, -8));
  const { rows } = await sql<{ id: string }>`
    select t.id from talents_view t
    where t.role = 'Data Engineer' and t.owner_id is null and t.deputy_id is null
      and (select count(*) from talent_skills_view k where k.talent_id = t.id and k.kind = 'skill' and k.name in ('Python', 'SQL')) = 2
    order by t.sort_name, t.id limit 40`.execute(ctx.db);
  for (const [at, { id }] of rows.entries()) {
    const params = { talentId: id };
    const { talent } = await act(ctx, readTalent, { params });
    const [owner, deputy] = at % 2 === 0 ? [team.ivana, team.lukas] : [team.lukas, team.ivana];
    const changes = { ownerId: owner.memberId, deputyId: deputy.memberId };
    await act(ctx, editTalent, { params, body: { version: talent.version, changes } });
  }
}

interface PastHire {
  title: string;
  daysAgo: number;
  source: 'pool' | 'returner' | 'advertisement';
  talentId: string | undefined;
  costCents: number;
}

/** Hires of the last year: one from the pool, one who came back, one by an advertisement. */
async function plantHires(planting: Pick<Planting, 'act' | 'team' | 'ctxOn' | 'company'>) {
  const { ctxOn, team, company } = planting;
  const { returner, fromPool } = await findHired(ctxOn(team.mara, company.today));
  const hires: PastHire[] = [
    { title: 'Elektronikfertigung', daysAgo: 95, source: 'pool', talentId: fromPool, costCents: 40_000 },
    { title: 'Einkauf Elektronik', daysAgo: 84, source: 'returner', talentId: returner, costCents: 0 },
    { title: 'Konstruktion', daysAgo: 71, source: 'advertisement', talentId: undefined, costCents: 620_000 },
  ];
  for (const hire of hires) if (hire.source === 'advertisement' || hire.talentId) await plantHire(planting, hire);
}

async function plantHire(
  { act, team, ctxOn, company: { today } }: Pick<Planting, 'act' | 'team' | 'ctxOn' | 'company'>,
  { title, daysAgo, source, talentId, costCents }: PastHire,
) {
  const on = (days: number) => ctxOn(team.mara, dayFrom(today, -days));
  const { id } = await act(on(daysAgo + 4), createDemand, { body: { kind: 'vacancy', title } });
  const params = { demandId: id };
  await act(on(daysAgo + 3), passGate, {
    params,
    body:
      source === 'advertisement'
        ? { way: 'skipped', because: 'Ersatz in zwei Wochen nötig.' }
        : { way: 'looked', knownCount: 5 },
  });
  await act(on(daysAgo), recordHire, {
    params,
    body: { source, hiredOn: dayFrom(today, -daysAgo), costCents, talentId: talentId ?? null },
  });
}

async function findHired({ db }: Ctx): Promise<{ returner: string | undefined; fromPool: string | undefined }> {
  const { rows } = await sql<{ id: string; was_here: boolean }>`
    select t.id, exists (select 1 from career_stations_view s where s.talent_id = t.id and s.is_ours) as was_here
    from talents_view t where t.stage = 'hired' or t.segments && '{former}'::text[] order by (t.stage = 'hired') desc, t.sort_name, t.id limit 200`.execute(
    db,
  );
  const idWhere = (wasHere: boolean) => rows.find(({ was_here }) => was_here === wasHere)?.id;
  return { returner: idWhere(true), fromPool: idWhere(false) ?? rows.at(-1)?.id };
}
