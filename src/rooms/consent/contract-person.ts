import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  afterWithdrawal,
  foundProof,
  informed,
  madeId,
  newConsent,
  newObjection,
  newSilence,
  newWithdrawal,
  notice,
  objectionDecision,
  proofSearch,
  talentPermission,
} from './person/schema.ts';

const talent = z.object({ talentId: z.uuid() });

export const readTalentPermission = defineRoute({
  method: 'get',
  path: '/talents/:talentId/permission',
  allow: 'consent.read',
  summary: 'Per channel and purpose whether this person may be contacted, with all reasons',
  params: talent,
  answer: talentPermission,
});

export const noteConsent = defineRoute({
  method: 'post',
  path: '/talents/:talentId/consents',
  allow: 'consent.write',
  summary: 'Note a consent given on paper, by word or by mail; unconfirmed until the person confirms it',
  params: talent,
  body: newConsent,
  answer: 'nothing',
});

export const noteWithdrawal = defineRoute({
  method: 'post',
  path: '/talents/:talentId/withdrawals',
  allow: 'consent.write',
  summary: 'Write down what a person took back; it acts at once',
  params: talent,
  body: newWithdrawal,
  answer: afterWithdrawal,
});

export const createSilence = defineRoute({
  method: 'post',
  path: '/talents/:talentId/silences',
  allow: 'consent.write',
  summary: 'Agree on a silence on all channels until a day',
  status: 201,
  params: talent,
  body: newSilence,
  answer: madeId,
});

export const endSilence = defineRoute({
  method: 'delete',
  path: '/silences/:silenceId',
  allow: 'consent.write',
  summary: 'Lift a silence',
  params: z.object({ silenceId: z.uuid() }),
  answer: 'nothing',
});

export const createObjection = defineRoute({
  method: 'post',
  path: '/talents/:talentId/objections',
  allow: 'consent.write',
  summary: 'Log an objection; it acts at once',
  status: 201,
  params: talent,
  body: newObjection,
  answer: madeId,
});

export const settleObjection = defineRoute({
  method: 'put',
  path: '/objections/:objectionId/decision',
  allow: 'consent.write',
  summary: 'Uphold an objection, or note that the person took it back',
  params: z.object({ objectionId: z.uuid() }),
  body: objectionDecision,
  answer: 'nothing',
});

export const readNotice = defineRoute({
  method: 'get',
  path: '/talents/:talentId/notice',
  allow: 'consent.read',
  summary: 'The notice that the first message to this person carries',
  params: talent,
  query: z.object({ language: z.enum(['de', 'en']).optional() }),
  answer: notice,
});

export const markInformed = defineRoute({
  method: 'put',
  path: '/talents/:talentId/notice',
  allow: 'consent.write',
  summary: 'The person has been told that and why we know them',
  params: talent,
  body: informed,
  answer: 'nothing',
});

export const exportPerson = defineRoute({
  method: 'get',
  path: '/talents/:talentId/access-export',
  allow: 'consent.export_person',
  summary: 'Everything that is stored about one person, as JSON or as a page to read',
  params: talent,
  query: z.object({ format: z.enum(['json', 'html']).default('json'), language: z.enum(['de', 'en']).default('de') }),
  answer: 'file',
});

export const searchProofs = defineRoute({
  method: 'post',
  path: '/consent/proof-searches',
  allow: 'consent.read_proofs',
  summary: 'What is kept as proof of consents of an address whose person was erased',
  body: proofSearch,
  answer: z.object({ items: z.array(foundProof) }),
});
