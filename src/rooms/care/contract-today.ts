import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { cursorQuery, notNowInput } from './schema-parts.ts';
import {
  acted,
  doneBody,
  handOverBody,
  queuePage,
  settingsBody,
  snoozeBody,
  today,
  todaySettings,
  understoodDay,
  week,
} from './schema-today.ts';

const reminderParams = z.object({ reminderId: z.uuid() });

export const readToday = defineRoute({
  method: 'get',
  path: '/today',
  allow: 'care.read',
  summary: 'Whom to contact today and why: the five, and what else waits',
  answer: today,
});
export const listQueue = defineRoute({
  method: 'get',
  path: '/today/queue',
  allow: 'care.read',
  summary: 'Everybody who is due, in the order of Today',
  query: cursorQuery,
  answer: queuePage,
});
export const readWeek = defineRoute({
  method: 'get',
  path: '/today/week',
  allow: 'care.read',
  summary: 'Who becomes due within the next seven days',
  answer: week,
});
export const readDay = defineRoute({
  method: 'get',
  path: '/today/day',
  allow: 'care.read',
  summary: 'The day that words mean, in German or English',
  query: z.object({ words: z.string().max(60) }).strict(),
  answer: understoodDay,
});
export const readSettings = defineRoute({
  method: 'get',
  path: '/today/settings',
  allow: 'care.read',
  summary: 'How I want my morning',
  answer: todaySettings,
});
export const changeSettings = defineRoute({
  method: 'patch',
  path: '/today/settings',
  allow: 'care.read',
  summary: 'Change the order of reasons, how many a day, the digest, the region',
  body: settingsBody,
  answer: todaySettings,
});

export const markDone = defineRoute({
  method: 'put',
  path: '/reminders/:reminderId/done',
  allow: 'care.work',
  summary: 'Done; a rhythm counts again from today. 409 when somebody else acted first',
  params: reminderParams,
  body: doneBody,
  answer: acted,
});
export const takeBackDone = defineRoute({
  method: 'delete',
  path: '/reminders/:reminderId/done',
  allow: 'care.work',
  summary: 'Take "done" back within ten minutes',
  params: reminderParams,
  answer: 'nothing',
});
export const snooze = defineRoute({
  method: 'put',
  path: '/reminders/:reminderId/snooze',
  allow: 'care.work',
  summary: 'Later, on a day in words or as a date',
  params: reminderParams,
  body: snoozeBody,
  answer: acted,
});
export const takeBackSnooze = defineRoute({
  method: 'delete',
  path: '/reminders/:reminderId/snooze',
  allow: 'care.work',
  summary: 'Take "later" back within ten minutes',
  params: reminderParams,
  answer: 'nothing',
});
export const sayNotNow = defineRoute({
  method: 'put',
  path: '/reminders/:reminderId/not-now',
  allow: 'care.work',
  summary: 'Not now, because …; come back on …',
  params: reminderParams,
  body: notNowInput,
  answer: acted,
});
export const takeBackNotNow = defineRoute({
  method: 'delete',
  path: '/reminders/:reminderId/not-now',
  allow: 'care.work',
  summary: 'Take "not now" back within ten minutes',
  params: reminderParams,
  answer: 'nothing',
});
export const handOverOne = defineRoute({
  method: 'put',
  path: '/reminders/:reminderId/hand-over',
  allow: 'care.hand_over',
  summary: 'Offer this person to a colleague',
  params: reminderParams,
  body: handOverBody,
  answer: acted,
});
export const takeBackHandOver = defineRoute({
  method: 'delete',
  path: '/reminders/:reminderId/hand-over',
  allow: 'care.hand_over',
  summary: 'Take the offer back, as long as nobody has answered',
  params: reminderParams,
  answer: 'nothing',
});
