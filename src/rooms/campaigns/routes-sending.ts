import type { Context } from 'hono';
import type { RequestEnv, ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { addMailbox, listMailboxes, readMailNow, removeMailbox } from './bounces/mailboxes.ts';
import * as contract from './contract-sending.ts';
import { checkSender } from './identities/check.ts';
import { addSender, archiveSender, changeSender, listSenders, overrideSender } from './identities/identities.ts';
import { systemResolver } from './identities/resolver.ts';
import { audienceCounts } from './sending/audience.ts';
import { cancelCampaign, pauseCampaign, resumeCampaign, scheduleCampaign } from './sending/life.ts';
import { followLink } from './statistics/follow-link.ts';
import { listSequenceLetters } from './statistics/sequence-letters.ts';
import { askPage, leavePage } from './statistics/leave-page.ts';
import { viewPage } from './statistics/view-page.ts';
import { listReplies, listUncertain } from './statistics/people.ts';
import { campaignResult } from './statistics/statistics.ts';

const readerOf = (c: Context<RequestEnv>) => ({ nonce: c.get('nonce'), wished: c.req.header('accept-language') ?? '' });

export const sendingRoutes: ServedRoute[] = [
  serve(contract.listSendersRoute, async (ctx) => ({ senders: await listSenders(ctx) })),
  serve(contract.addSenderRoute, (ctx, { body }) => addSender(ctx, body)),
  serve(contract.changeSenderRoute, (ctx, { params, body }) => changeSender(ctx, params.senderId, body)),
  serve(contract.removeSenderRoute, (ctx, { params }) => archiveSender(ctx, params.senderId)),
  serve(contract.checkSenderRoute, (ctx, { params }) => checkSender(ctx, params.senderId, systemResolver())),
  serve(contract.overrideSenderRoute, (ctx, { params, body }) => overrideSender(ctx, params.senderId, body.reason)),
  serve(contract.listMailboxesRoute, async (ctx) => ({ mailboxes: await listMailboxes(ctx) })),
  serve(contract.addMailboxRoute, (ctx, { body }) => addMailbox(ctx, body)),
  serve(contract.readMailRoute, (ctx) => readMailNow(ctx)),
  serve(contract.removeMailboxRoute, (ctx, { params }) => removeMailbox(ctx, params.mailboxId)),
  serve(contract.audienceRoute, (ctx, { params }) => audienceCounts(ctx, params.campaignId)),
  serve(contract.scheduleRoute, (ctx, { params, body }) =>
    scheduleCampaign(ctx, params.campaignId, body.at === undefined ? ctx.now : new Date(body.at)),
  ),
  serve(contract.cancelRoute, (ctx, { params }) => cancelCampaign(ctx, params.campaignId)),
  serve(contract.pauseRoute, (ctx, { params }) => pauseCampaign(ctx, params.campaignId)),
  serve(contract.resumeRoute, (ctx, { params }) => resumeCampaign(ctx, params.campaignId)),
  serve(contract.resultRoute, (ctx, { params }) => campaignResult(ctx, params.campaignId)),
  serve(contract.uncertainRoute, async (ctx, { params }) => ({ rows: await listUncertain(ctx, params.campaignId) })),
  serve(contract.repliesRoute, async (ctx, { params }) => ({ items: await listReplies(ctx, params.campaignId) })),
  serve(contract.sequenceLettersRoute, async (ctx, { params }) => ({
    items: await listSequenceLetters(ctx, params.sequenceId),
  })),
  serve(contract.viewLetterRoute, (ctx, { params }, c) => viewPage(ctx, { ...params, ...readerOf(c) })),
  serve(contract.followLinkRoute, (ctx, { params }, c) =>
    followLink(ctx, { ...params, ...readerOf(c), request: c.req.raw }),
  ),
  serve(contract.askUnsubscribeRoute, (ctx, { params }, c) => askPage(ctx, { ...params, ...readerOf(c) })),
  serve(contract.unsubscribeRoute, (ctx, { params }, c) => leavePage(ctx, { ...params, ...readerOf(c) }, c.req.raw)),
];
