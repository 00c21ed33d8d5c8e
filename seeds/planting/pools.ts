import { sql } from 'kysely';
import {
  acceptProposals,
  addMembers,
  createPool,
  createSegment,
  finishCleanUp,
  startCleanUp,
} from '#rooms/pools/contract.ts';
import { dayFrom } from '../calendar.ts';
import type { Planting } from './histories.ts';

/** The Boutique: nine people, each with the sentence why, on the day somebody wrote it. */
const DRIVE_CONTROL: readonly { address: string; daysAgo: number; reason: string }[] = [
  { address: 'k.wuethrich@bergmail.example', daysAgo: 84, reason: 'Knapp Zweite für die Antriebsregelung. Denkt Regelung und Mechanik zusammen, das tut sonst niemand.' },
  { address: 'ayse.yildirim@webbrief.example', daysAgo: 84, reason: 'Hat über feldorientierte Regelung promoviert und erklärt sie so, dass man sie versteht.' },
  { address: 'anneliese.kz@mail.example', daysAgo: 83, reason: 'Fachlich die Stärkste für Umrichter bis 250 kW. Ihr alter Prüfstand läuft noch.' },
  { address: 'nikolina.djuric@bergmail.example', daysAgo: 78, reason: 'Gate-Treiber kann sie im Schlaf. Möchte mit Messplatz vor Ort arbeiten.' },
  { address: 'gioia.ambrosetti@bergmail.example', daysAgo: 71, reason: 'Beste Bewertung seit Jahren. Hält Vorträge, zu denen Leute von weit her kommen.' },
  { address: 'beat.rueegsegger@post.example', daysAgo: 62, reason: 'Kennt jedes Prüffeld der Gegend und weiss, was im Feld kaputtgeht.' },
  { address: 'joerg@muehlethaler.example', daysAgo: 55, reason: 'Baut Prüfstände, die nach zehn Jahren noch messen.' },
  { address: 'henrike.voss@seepost.example', daysAgo: 41, reason: 'Sieht ein Antriebssystem als Ganzes und hat bei der Bahn gelernt, was Zulassung heisst.' },
  { address: 'ak.stoeckli@post.example', daysAgo: 27, reason: 'Führt Projekte mit dem Netzbetreiber so, dass sie fertig werden.' },
]; // prettier-ignore

const SEGMENTS = {
  quietSilver: {
    name: 'Silber, ein Jahr still',
    rule: {
      all: [
        { is: 'class', values: ['silver_medalist'] },
        { is: 'silent', days: 365 },
        { is: 'consent', purpose: 'talent_pool', state: 'yes' },
      ],
    },
  },
  beginners: {
    name: 'Nachwuchs',
    rule: {
      any: [
        { is: 'role', values: ['Studium'] },
        { is: 'employed_as', values: ['intern', 'working_student', 'apprentice', 'thesis'] },
      ],
    },
  },
  maybeBack: {
    name: 'Ehemalige, die zurückkommen könnten',
    rule: {
      all: [
        { is: 'class', values: ['former'] },
        {
          any: [
            { is: 'rehire_wish', values: ['yes'] },
            { is: 'answers', atLeast: 1, days: 730 },
          ],
        },
        { not: { is: 'stage', values: ['in_application', 'hired', 'ended'] } },
      ],
    },
  },
} as const;

/** What the recruiters collect and look for, made on the pages and on their days: three saved rules, a Boutique, two Volumen pools. */
export async function plantPools(planting: Planting): Promise<void> {
  const { act, company, team, ctxOn } = planting;
  const on = (who: 'mara' | 'ivana' | 'lukas', daysAgo: number) => ctxOn(team[who], dayFrom(company.today, -daysAgo));
  const idOf = (who: 'mara' | 'ivana' | 'lukas' | 'reto') => team[who].memberId ?? '';

  await act(on('mara', 30), createSegment, { body: SEGMENTS.quietSilver });
  const beginners = await act(on('ivana', 38), createSegment, { body: SEGMENTS.beginners });
  const maybeBack = await act(on('lukas', 70), createSegment, { body: SEGMENTS.maybeBack });

  const boutique = await act(on('mara', 85), createPool, {
    body: {
      name: 'Antriebsregelung',
      purpose: 'Die wenigen, die eine Regelung vom Leistungsteil bis zur Maschine verstehen.',
      mode: 'boutique',
      team: [idOf('lukas'), idOf('ivana'), idOf('reto')],
    },
  });
  const talentOf = await talentsBy(
    planting,
    DRIVE_CONTROL.map(({ address }) => address),
  );
  for (const { address, daysAgo, reason } of DRIVE_CONTROL) {
    const talentId = talentOf.get(address);
    if (!talentId) throw new Error(`The sample has no talent with ${address}.`);
    const body = { selection: { ids: [talentId] }, reason };
    await act(on('mara', daysAgo), addMembers, { params: { poolId: boutique.id }, body });
  }

  const young = await act(on('ivana', 37), createPool, {
    body: {
      name: 'Young Professionals',
      purpose: 'Am Anfang: von der Messe, aus Praktika, Lehren und Abschlussarbeiten.',
      mode: 'volume',
      team: [idOf('mara')],
    },
  });
  await act(on('ivana', 37), addMembers, {
    params: { poolId: young.id },
    body: { selection: { segmentId: beginners.id }, reason: 'Jobmesse Winterthur' },
  });
  const former = await act(on('lukas', 69), createPool, {
    body: {
      name: 'Ehemalige',
      purpose: 'Wer hier gearbeitet hat und uns im Guten verliess.',
      mode: 'volume',
      visibility: 'team',
      team: [idOf('mara'), idOf('ivana')],
    },
  });
  await act(on('lukas', 69), addMembers, {
    params: { poolId: former.id },
    body: { selection: { segmentId: maybeBack.id } },
  });
  await cleanUp(planting, former.id);
}

/** The former colleagues were looked through once: who had not been heard of for long rests until spring. */
async function cleanUp({ act, company: { today }, team, ctxOn }: Planting, poolId: string) {
  const ctx = ctxOn(team.lukas, dayFrom(today, -20));
  const { id: runId } = await act(ctx, startCleanUp, { params: { poolId }, body: { silentForMonths: 10 } });
  const params = { runId };
  await act(ctx, acceptProposals, { params, body: { proposal: 'leave' } });
  await act(ctx, acceptProposals, { params, body: { proposal: 'pause', pausedUntil: dayFrom(today, 120) } });
  await act(ctx, acceptProposals, { params, body: { proposal: 'stay' } });
  await act(ctx, finishCleanUp, { params });
}

async function talentsBy({ ctxOn, team, company }: Planting, addresses: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ value: string; talent_id: string }>`
    select d.value, d.talent_id from talent_addresses d where d.value = any(${addresses}::text[])`.execute(
    ctxOn(team.mara, company.today).db,
  );
  return new Map(rows.map(({ value, talent_id }) => [value, talent_id]));
}
