import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import * as s from './schema-writing.ts';

const campaignParams = z.object({ campaignId: z.uuid() });
const one = { params: campaignParams };

export const listCampaignsRoute = defineRoute({
  method: 'get',
  path: '/campaigns',
  allow: 'campaigns.read',
  summary: 'Campaigns, newest first, page by page',
  query: s.campaignListQuery,
  answer: s.campaignList,
});
export const addCampaignRoute = defineRoute({
  method: 'post',
  path: '/campaigns',
  allow: 'campaigns.write',
  summary: 'Begin a letter, empty or from a template',
  body: s.newCampaign,
  answer: s.campaignDetail,
  status: 201,
});
export const readCampaignRoute = defineRoute({
  method: 'get',
  path: '/campaigns/:campaignId',
  allow: 'campaigns.read',
  summary: 'A campaign with its letter, its approvals and what may be done with it now',
  ...one,
  answer: s.campaignDetail,
});
export const changeCampaignRoute = defineRoute({
  method: 'put',
  path: '/campaigns/:campaignId',
  allow: 'campaigns.write',
  summary: 'Change who gets it, from whom, and when it may arrive; 409 when somebody else changed it meanwhile',
  ...one,
  body: s.campaignSettings,
  answer: s.campaignDetail,
});
export const removeCampaignRoute = defineRoute({
  method: 'delete',
  path: '/campaigns/:campaignId',
  allow: 'campaigns.write',
  summary: 'Remove a letter that was never sent',
  ...one,
  answer: 'nothing',
});
export const copyCampaignRoute = defineRoute({
  method: 'post',
  path: '/campaigns/:campaignId/copies',
  allow: 'campaigns.write',
  summary: 'Begin a new letter with the words of this one',
  ...one,
  answer: s.campaignDetail,
  status: 201,
});
export const saveLetterRoute = defineRoute({
  method: 'put',
  path: '/campaigns/:campaignId/letter',
  allow: 'campaigns.write',
  summary: 'Save the letter; 409 when somebody else saved it meanwhile',
  ...one,
  body: s.saveLetterBody,
  answer: s.campaignDetail,
});
export const listVersionsRoute = defineRoute({
  method: 'get',
  path: '/campaigns/:campaignId/versions',
  allow: 'campaigns.read',
  summary: 'Earlier versions of the letter',
  ...one,
  answer: s.letterVersions,
});
export const restoreVersionRoute = defineRoute({
  method: 'post',
  path: '/campaigns/:campaignId/versions/:number/restorations',
  allow: 'campaigns.write',
  summary: 'Go on with the words of an earlier version',
  params: campaignParams.extend({ number: z.coerce.number().int().min(1) }),
  answer: s.campaignDetail,
});
export const previewRoute = defineRoute({
  method: 'post',
  path: '/campaigns/:campaignId/previews',
  allow: 'campaigns.read',
  summary: 'The letter as one reader gets it; changes nothing',
  ...one,
  body: s.previewBody,
  answer: s.preview,
});
export const listReadersRoute = defineRoute({
  method: 'get',
  path: '/campaigns/:campaignId/readers',
  allow: 'campaigns.read',
  summary: 'People of the audience to preview the letter with, at most 20',
  ...one,
  query: s.readersQuery,
  answer: s.readers,
});
export const reachRoute = defineRoute({
  method: 'post',
  path: '/campaigns/:campaignId/reach',
  allow: 'campaigns.read',
  summary: 'How many of the audience see which block; changes nothing',
  ...one,
  body: s.reachBody,
  answer: s.reach,
});
export const warningsRoute = defineRoute({
  method: 'post',
  path: '/campaigns/:campaignId/warnings',
  allow: 'campaigns.read',
  summary: 'What should be mended before it goes out; changes nothing',
  ...one,
  body: s.warningsBody,
  answer: s.warnings,
});
export const sendTestRoute = defineRoute({
  method: 'post',
  path: '/campaigns/:campaignId/tests',
  allow: 'campaigns.write',
  summary: 'Send the letter to members of the house, as a reader would get it',
  ...one,
  body: s.testLetterBody,
  answer: 'nothing',
});
export const askForReviewRoute = defineRoute({
  method: 'put',
  path: '/campaigns/:campaignId/review',
  allow: 'campaigns.write',
  summary: 'Ask a second person to read the letter',
  ...one,
  body: s.reviewBody,
  answer: s.campaignDetail,
});
export const takeBackReviewRoute = defineRoute({
  method: 'delete',
  path: '/campaigns/:campaignId/review',
  allow: 'campaigns.write',
  summary: 'Go on writing; an approval of this version is void',
  ...one,
  answer: s.campaignDetail,
});
export const decideRoute = defineRoute({
  method: 'post',
  path: '/campaigns/:campaignId/approvals',
  allow: 'campaigns.approve',
  summary: 'Approve a version of the letter, or send it back with a reason',
  ...one,
  body: s.decisionBody,
  answer: s.campaignDetail,
  status: 201,
});

export const listTemplatesRoute = defineRoute({
  method: 'get',
  path: '/campaign-templates',
  allow: 'campaigns.read',
  summary: 'Templates of the product and of the company',
  answer: s.templateList,
});
export const addTemplateRoute = defineRoute({
  method: 'post',
  path: '/campaign-templates',
  allow: 'campaigns.write',
  summary: 'Keep a letter as a template',
  body: s.templateBody,
  answer: s.templateCard,
  status: 201,
});
export const removeTemplateRoute = defineRoute({
  method: 'delete',
  path: '/campaign-templates/:templateId',
  allow: 'campaigns.write',
  summary: 'Put a template away',
  params: z.object({ templateId: z.uuid() }),
  answer: 'nothing',
});

export const readSettingsRoute = defineRoute({
  method: 'get',
  path: '/campaign-settings',
  allow: 'campaigns.read',
  summary: 'When a second person has to agree, and whether a language model helps with drafts',
  answer: s.roomSettings,
});
export const changeSettingsRoute = defineRoute({
  method: 'put',
  path: '/campaign-settings',
  allow: 'campaigns.manage_senders',
  summary: 'Change these settings',
  body: s.roomSettingsBody,
  answer: s.roomSettings,
});
export const assistRoute = defineRoute({
  method: 'post',
  path: '/campaign-drafts',
  allow: 'campaigns.write',
  summary: 'Let the language model prepare words; a human takes them over or not',
  body: s.assistanceBody,
  answer: s.assistanceDraft,
});

const talentParams = z.object({ talentId: z.uuid() });
export const startPersonalLetterRoute = defineRoute({
  method: 'get',
  path: '/talents/:talentId/letter',
  allow: 'campaigns.write',
  summary: 'From whom, to whom, with which greeting, and whether it is allowed',
  params: talentParams,
  answer: s.personalLetterStart,
});
export const sendPersonalLetterRoute = defineRoute({
  method: 'post',
  path: '/talents/:talentId/letter',
  allow: 'campaigns.write',
  summary: 'Write to one person; it is logged as a touch when the mail server took it',
  params: talentParams,
  body: s.personalLetterBody,
  answer: s.personalLetterSent,
  status: 201,
});
