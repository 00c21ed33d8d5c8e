import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { assist } from './assistance/assist.ts';
import * as contract from './contract-writing.ts';
import { sendPersonalLetter } from './personal/send.ts';
import { startPersonalLetter } from './personal/start.ts';
import { addCampaign, copyCampaign, removeCampaign } from './writing/create.ts';
import { readCampaign } from './writing/detail.ts';
import { listCampaigns } from './writing/list.ts';
import { askForReview, decide, takeBackReview } from './writing/review.ts';
import { changeSettings, readSettings } from './writing/room-settings.ts';
import { changeCampaign } from './writing/settings.ts';
import { addTemplate, listTemplates, removeTemplate } from './writing/templates.ts';
import { sendTest } from './writing/test-letter.ts';
import { listVersions, restoreVersion, saveLetter } from './writing/versions.ts';

export const writingRoutes: ServedRoute[] = [
  serve(contract.listCampaignsRoute, (ctx, { query }) => listCampaigns(ctx, query)),
  serve(contract.addCampaignRoute, (ctx, { body }) => addCampaign(ctx, body)),
  serve(contract.readCampaignRoute, (ctx, { params }) => readCampaign(ctx, params.campaignId)),
  serve(contract.changeCampaignRoute, (ctx, { params, body }) => changeCampaign(ctx, params.campaignId, body)),
  serve(contract.removeCampaignRoute, (ctx, { params }) => removeCampaign(ctx, params.campaignId)),
  serve(contract.copyCampaignRoute, (ctx, { params }) => copyCampaign(ctx, params.campaignId)),
  serve(contract.saveLetterRoute, (ctx, { params, body }) => saveLetter(ctx, params.campaignId, body)),
  serve(contract.listVersionsRoute, async (ctx, { params }) => ({ items: await listVersions(ctx, params.campaignId) })),
  serve(contract.restoreVersionRoute, (ctx, { params }) => restoreVersion(ctx, params.campaignId, params.number)),
  serve(contract.sendTestRoute, (ctx, { params, body }) => sendTest(ctx, params.campaignId, body)),
  serve(contract.askForReviewRoute, (ctx, { params, body }) => askForReview(ctx, params.campaignId, body.note)),
  serve(contract.takeBackReviewRoute, (ctx, { params }) => takeBackReview(ctx, params.campaignId)),
  serve(contract.decideRoute, (ctx, { params, body }) => decide(ctx, params.campaignId, body)),
  serve(contract.listTemplatesRoute, async (ctx) => ({ items: await listTemplates(ctx) })),
  serve(contract.addTemplateRoute, (ctx, { body }) => addTemplate(ctx, body)),
  serve(contract.removeTemplateRoute, (ctx, { params }) => removeTemplate(ctx, params.templateId)),
  serve(contract.readSettingsRoute, (ctx) => readSettings(ctx)),
  serve(contract.changeSettingsRoute, (ctx, { body }) => changeSettings(ctx, body)),
  serve(contract.assistRoute, (ctx, { body }) => assist(ctx, body)),
  serve(contract.startPersonalLetterRoute, (ctx, { params }) => startPersonalLetter(ctx, params.talentId)),
  serve(contract.sendPersonalLetterRoute, (ctx, { params, body }) => sendPersonalLetter(ctx, params.talentId, body)),
];
