import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  addressInput,
  applicationInput,
  noteChange,
  noteInput,
  promiseInput,
  skillInput,
  stationInput,
  touchpointInput,
} from './schema-write.ts';
import { acted, made, talentParams } from './schema.ts';

const partParams = talentParams.extend({ partId: z.uuid() });

export const addAddress = defineRoute({
  method: 'post',
  path: '/talents/:talentId/addresses',
  allow: 'talents.write',
  summary: 'Add a mail address, phone number or link',
  params: talentParams,
  body: addressInput,
  answer: made,
  status: 201,
});
export const changeAddress = defineRoute({
  method: 'put',
  path: '/talents/:talentId/addresses/:partId',
  allow: 'talents.write',
  summary: 'Change an address',
  params: partParams,
  body: addressInput,
  answer: acted,
});
export const removeAddress = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/addresses/:partId',
  allow: 'talents.write',
  summary: 'Remove an address',
  params: partParams,
  answer: acted,
});
export const addStation = defineRoute({
  method: 'post',
  path: '/talents/:talentId/stations',
  allow: 'talents.write',
  summary: 'Add a career station',
  params: talentParams,
  body: stationInput,
  answer: made,
  status: 201,
});
export const changeStation = defineRoute({
  method: 'put',
  path: '/talents/:talentId/stations/:partId',
  allow: 'talents.write',
  summary: 'Change a career station',
  params: partParams,
  body: stationInput,
  answer: acted,
});
export const removeStation = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/stations/:partId',
  allow: 'talents.write',
  summary: 'Remove a career station',
  params: partParams,
  answer: acted,
});
export const addApplication = defineRoute({
  method: 'post',
  path: '/talents/:talentId/applications',
  allow: 'talents.write',
  summary: 'Add an application',
  params: talentParams,
  body: applicationInput,
  answer: made,
  status: 201,
});
export const changeApplication = defineRoute({
  method: 'put',
  path: '/talents/:talentId/applications/:partId',
  allow: 'talents.write',
  summary: 'Change an application',
  params: partParams,
  body: applicationInput,
  answer: acted,
});
export const removeApplication = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/applications/:partId',
  allow: 'talents.write',
  summary: 'Remove an application',
  params: partParams,
  answer: acted,
});
export const addSkill = defineRoute({
  method: 'post',
  path: '/talents/:talentId/skills',
  allow: 'talents.write',
  summary: 'Add a skill or an interest',
  params: talentParams,
  body: skillInput,
  answer: made,
  status: 201,
});
export const confirmSkill = defineRoute({
  method: 'post',
  path: '/talents/:talentId/skills/:partId/confirmation',
  allow: 'talents.write',
  summary: 'Take over a proposed skill',
  params: partParams,
  answer: acted,
});
export const removeSkill = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/skills/:partId',
  allow: 'talents.write',
  summary: 'Remove a skill or an interest',
  params: partParams,
  answer: acted,
});
export const addNote = defineRoute({
  method: 'post',
  path: '/talents/:talentId/notes',
  allow: 'talents.write',
  summary: 'Write a note; facts from the web carry their source',
  params: talentParams,
  body: noteInput,
  answer: made,
  status: 201,
});
export const changeNote = defineRoute({
  method: 'put',
  path: '/talents/:talentId/notes/:partId',
  allow: 'talents.write',
  summary: 'Change a note; 409 when it changed meanwhile',
  params: partParams,
  body: noteChange,
  answer: acted,
});
export const removeNote = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/notes/:partId',
  allow: 'talents.write',
  summary: 'Remove a note',
  params: partParams,
  answer: acted,
});
export const logTouchpoint = defineRoute({
  method: 'post',
  path: '/talents/:talentId/touchpoints',
  allow: 'talents.write',
  summary: 'Log a contact, with the next step if there is one',
  params: talentParams,
  body: touchpointInput,
  answer: made,
  status: 201,
});
export const removeTouchpoint = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/touchpoints/:partId',
  allow: 'talents.write',
  summary: 'Remove a contact that was logged by mistake',
  params: partParams,
  answer: acted,
});
export const givePromise = defineRoute({
  method: 'post',
  path: '/talents/:talentId/promises',
  allow: 'talents.write',
  summary: 'Write down a promise with its day',
  params: talentParams,
  body: promiseInput,
  answer: made,
  status: 201,
});
export const keepPromise = defineRoute({
  method: 'put',
  path: '/talents/:talentId/promises/:partId/kept',
  allow: 'talents.write',
  summary: 'Mark a promise as kept',
  params: partParams,
  answer: acted,
});
export const removePromise = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/promises/:partId',
  allow: 'talents.write',
  summary: 'Remove a promise',
  params: partParams,
  answer: acted,
});
