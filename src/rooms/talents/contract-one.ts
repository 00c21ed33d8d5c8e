import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { binList } from './schema-many.ts';
import { editTalentBody, newTalent } from './schema-write.ts';
import { acted, edited, made, talentParams } from './schema.ts';

export const createTalent = defineRoute({
  method: 'post',
  path: '/talents',
  allow: 'talents.write',
  summary: 'Add a person, with why they may be kept',
  body: newTalent,
  answer: made,
  status: 201,
});
export const editTalent = defineRoute({
  method: 'patch',
  path: '/talents/:talentId',
  allow: 'talents.write',
  summary: 'Change fields; 409 when one of them changed meanwhile',
  params: talentParams,
  body: editTalentBody,
  answer: edited,
});
export const deleteTalent = defineRoute({
  method: 'delete',
  path: '/talents/:talentId',
  allow: 'talents.delete',
  summary: 'Move a person to the bin for 30 days',
  params: talentParams,
  answer: acted,
});
export const restoreTalent = defineRoute({
  method: 'post',
  path: '/talents/:talentId/restore',
  allow: 'talents.delete',
  summary: 'Take a person back out of the bin',
  params: talentParams,
  answer: 'nothing',
});
export const listBin = defineRoute({
  method: 'get',
  path: '/talents/bin',
  allow: 'talents.delete',
  summary: 'Deleted people with the day they are erased',
  query: z.object({ cursor: z.string().max(200).optional() }).strict(),
  answer: binList,
});
