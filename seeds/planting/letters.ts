import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { deliveryToken, recordBounce, recordReply, tendCampaigns, unsubscribe } from '#rooms/campaigns/index.ts';
import { addSenderRoute, overrideSenderRoute, scheduleRoute } from '#rooms/campaigns/contract-sending.ts';
import { addBrandRoute } from '#rooms/campaigns/contract-look.ts';
import {
  addCampaignRoute,
  askForReviewRoute,
  changeCampaignRoute,
  changeSettingsRoute,
  decideRoute,
  saveLetterRoute,
} from '#rooms/campaigns/contract-writing.ts';
import type { Letter } from '#rooms/campaigns/schema-letter.ts';
import type { CampaignDetail } from '#rooms/campaigns/schema-writing.ts';
import { createSegment } from '#rooms/pools/contract.ts';
import type { Ctx } from '#ground/context.ts';
import { dayFrom } from '../calendar.ts';
import { INVITATION, QUARTERLY, SENT } from '../words/letters.ts';
import type { Planting } from './histories.ts';
import { letterOf } from './written-letter.ts';

export const SENT_DAYS_AGO = 7;
/** So few that the sample shows what a second pair of eyes is for. */
const FOUR_EYES_FROM = 40;
const READING = 'Lesen unsere Briefe';

interface Ready {
  topicId: string;
  segmentId: string;
  senderId: string;
  brandId: string;
}

/** A look, a sender, who reads, and a letter that went out a week ago with all that came back. */
export async function plantSentLetter(planting: Planting, system: Ctx): Promise<void> {
  const { act, team, ctxOn, company } = planting;
  await plantHouse(planting);
  const ready = await readyOf(planting, 'Unternehmen');
  const on = (who: 'mara' | 'ivana') => ctxOn(team[who], dayFrom(company.today, -SENT_DAYS_AGO));
  const { id } = await writeLetter(planting, on('ivana'), {
    name: 'Herbstbrief: wo wir stehen',
    ready,
    letter: letterOf(SENT),
  });
  const params = { campaignId: id };
  const { letterVersion } = await act(on('ivana'), askForReviewRoute, {
    params,
    body: { note: 'Bitte den Satz zu den Stellen genau lesen.' },
  });
  await act(on('mara'), decideRoute, { params, body: { decision: 'approved', letterVersion } });
  await act(on('mara'), scheduleRoute, { params, body: {} });
  await tendCampaigns(system);
  await handOver(system, id);
  await tendCampaigns(system);
  await hearBack(system, { campaignId: id, answeredTo: [team.ivana.memberId, team.lukas.memberId] });
}

async function plantHouse({ act, team, ctxOn, company }: Planting): Promise<void> {
  const ctx = ctxOn(team.mara, dayFrom(company.today, -30));
  await act(ctx, addBrandRoute, {
    body: {
      name: 'Kellermatt',
      isDefault: true,
      design: {
        companyName: 'Kellermatt Antriebe',
        accent: '#8a3b12',
        foot: {
          de: 'Kellermatt Antriebe baut Umrichter und Antriebe in Winterthur, Aarau und Ravensburg.',
          en: 'Kellermatt Antriebe builds converters and drives in Winterthur, Aarau and Ravensburg.',
        },
      },
    },
  });
  const sender = await act(ctx, addSenderRoute, {
    body: {
      name: 'Kellermatt Talente',
      fromName: 'Kellermatt Antriebe',
      fromAddress: 'talente@kellermatt.example',
      postalAddress: 'Kellermatt Antriebe AG, Werkstrasse 12, 8400 Winterthur',
      warmUp: null,
    },
  });
  await act(ctx, overrideSenderRoute, {
    params: { senderId: sender.id },
    body: { reason: 'Musterfirma: Ihre Domain gibt es im Namenssystem nicht, und alle Adressen enden auf example.' },
  });
  await act(ctx, changeSettingsRoute, {
    body: { fourEyesFrom: FOUR_EYES_FROM, assistance: { isOn: false, url: null, model: null } },
  });
  await act(ctx, createSegment, {
    body: { name: READING, rule: { is: 'consent', purpose: 'newsletter', state: 'yes' } },
  });
}

async function readyOf({ team, ctxOn, company }: Planting, topic: string): Promise<Ready> {
  const { db } = ctxOn(team.mara, company.today);
  const { rows } = await sql<Ready>`
    select (select id from topics where name_de = ${topic}) as "topicId", (select id from saved_segments where name = ${READING}) as "segmentId",
      (select id from sender_identities limit 1) as "senderId", (select id from brands limit 1) as "brandId"`.execute(
    db,
  );
  const [ready] = rows;
  if (!ready) throw new Error('The sample has nothing to write letters with.');
  return ready;
}

async function writeLetter(
  { act }: Planting,
  ctx: Ctx,
  { name, ready, letter }: { name: string; ready: Ready; letter: Letter },
): Promise<CampaignDetail> {
  const { topicId, segmentId, senderId, brandId } = ready;
  const { id, version } = await act(ctx, addCampaignRoute, { body: { name, topicId, segmentId } });
  const params = { campaignId: id };
  const settings = { name, topicId, poolId: null, segmentId, senderId, brandId, mainLanguage: 'de' as const };
  const window = { fromHour: 8, untilHour: 18 };
  const changed = await act(ctx, changeCampaignRoute, { params, body: { version, ...settings, window } });
  return act(ctx, saveLetterRoute, { params, body: { version: changed.version, letter } });
}

/** What mail servers said: yes to nearly all. No server is asked for the sample. */
const handOver = async ({ db, now }: Ctx, campaignId: string) =>
  sql`
    with numbered as (select r.talent_id, row_number() over (order by r.talent_id) as n from campaign_recipients r where r.campaign_id = ${campaignId}::uuid and r.state = 'queued')
    update campaign_recipients r set changed_at = ${now}::timestamptz + n.n * interval '2 seconds',
      state = case when n.n % 41 = 17 then 'failed' else 'accepted' end, code = case when n.n % 41 = 17 then 'recipient_550_5.7.1' end
    from numbered n where r.campaign_id = ${campaignId}::uuid and r.talent_id = n.talent_id`.execute(db);

/** Two mailboxes that are full, three answers, two who read no longer. Mara's own day stays as it was. */
async function hearBack(ctx: Ctx, { campaignId, answeredTo }: { campaignId: string; answeredTo: (string | null)[] }) {
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 5 * 3_600_000) };
  const answering = await readersOf(ctx, campaignId, sql<boolean>`t.owner_id = any(${answeredTo}::uuid[])`);
  const others = await readersOf(ctx, campaignId, sql<boolean>`t.owner_id is null`);
  for (const talentId of others.slice(0, 2))
    await recordBounce(later, { campaignId, talentId, kind: 'temporary', code: '4.2.2', occurredAt: later.now });
  for (const [i, talentId] of answering.slice(0, 3).entries())
    await recordReply(later, {
      campaignId,
      talentId,
      kind: 'reply',
      subject: `Re: ${SENT.subject.de}`,
      receivedAt: later.now,
      messageHash: `sample-${i}`,
    });
  for (const talentId of others.slice(2, 4))
    await unsubscribe(later, deliveryToken(ctx.keys, 'unsubscribe', { campaignId, talentId }), 'one_click');
}

async function readersOf({ db }: Ctx, campaignId: string, condition: RawBuilder<boolean>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from campaign_recipients r join talents t on t.id = r.talent_id
    where r.campaign_id = ${campaignId}::uuid and r.state = 'accepted' and ${condition} order by t.id limit 4`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** The quarterly letter on Mara's desk, and one of Ivana's that waits for her eyes. */
export async function plantLettersAtWork(planting: Planting): Promise<void> {
  const { act, team, ctxOn, company } = planting;
  const on = (who: 'mara' | 'ivana', daysAgo: number) => ctxOn(team[who], dayFrom(company.today, -daysAgo));
  const technology = await readyOf(planting, 'Technik');
  const evening = await writeLetter(planting, on('ivana', 2), {
    name: 'Technikabend im Labor',
    ready: technology,
    letter: letterOf(INVITATION),
  });
  await act(on('ivana', 2), askForReviewRoute, {
    params: { campaignId: evening.id },
    body: { note: 'Passt der Ton? Reto hat den Termin bestätigt.' },
  });
  const ready = await readyOf(planting, 'Unternehmen');
  await writeLetter(planting, on('mara', 1), { name: 'Winterbrief', ready, letter: letterOf(QUARTERLY) });
}
