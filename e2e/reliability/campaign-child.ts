// A worker that sends a campaign and may be killed at any moment. Says "ready", waits for one line of JSON, works, says "ended".
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { openDatabase } from '#ground/database/database.ts';
import { runCampaign } from '#rooms/campaigns/sending/run.ts';
import { aLetter, always } from '#rooms/campaigns/testing.ts';
import { contextAt } from './place.ts';
import type { Place } from './place.ts';

export interface SendingOrder {
  place: Place;
  campaignId: string;
}

process.stdout.write('ready\n');
const [line] = (await once(createInterface({ input: process.stdin }), 'line')) as [string];
const { place, campaignId }: SendingOrder = JSON.parse(line);
const { db, close } = openDatabase({ connectionString: place.connectionString, maxConnections: 6 });
const started = performance.now();
const from = new Date();
const clock = () => new Date(from.getTime() + performance.now() - started);
const ctx = contextAt(place, db);
await runCampaign(
  { ...ctx, now: from, actor: { ...ctx.actor, kind: 'system', memberId: null } },
  { campaignId, clock, until: new Date(from.getTime() + 60_000), letterFor: always(aLetter()) },
);
await close();
process.stdout.write('ended\n');
process.exit(0);
