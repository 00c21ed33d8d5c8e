import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { periodSettings } from './schema.ts';
import {
  contactLimits,
  eraseForecast,
  houseState,
  newContactLimits,
  newTopic,
  periodsPreview,
  quietPerson,
  topic,
} from './settings/schema.ts';

const topicParam = z.object({ topicId: z.uuid() });

export const listTopics = defineRoute({
  method: 'get',
  path: '/topics',
  allow: 'content.read',
  summary: 'What people can choose to read about',
  answer: z.object({ items: z.array(topic) }),
});

export const createTopic = defineRoute({
  method: 'post',
  path: '/topics',
  allow: 'consent.write',
  summary: 'Add a topic; each is a question of its own',
  status: 201,
  body: newTopic,
  answer: topic,
});

export const renameTopic = defineRoute({
  method: 'patch',
  path: '/topics/:topicId',
  allow: 'consent.write',
  summary: 'Call a topic by another word',
  params: topicParam,
  body: newTopic,
  answer: 'nothing',
});

export const retireTopic = defineRoute({
  method: 'delete',
  path: '/topics/:topicId',
  allow: 'consent.write',
  summary: 'Ask nobody about this topic any more',
  params: topicParam,
  answer: 'nothing',
});

export const readContactLimits = defineRoute({
  method: 'get',
  path: '/consent/limits',
  allow: 'consent.read',
  summary: 'How much one person gets at most',
  answer: contactLimits,
});

export const changeContactLimits = defineRoute({
  method: 'put',
  path: '/consent/limits',
  allow: 'consent.manage_settings',
  summary: 'Set a new version of the contact limits',
  body: newContactLimits,
  answer: 'nothing',
});

export const previewPeriods = defineRoute({
  method: 'post',
  path: '/consent/periods/preview',
  allow: 'consent.manage_settings',
  summary: 'How many people shorter periods would erase earlier; changes nothing',
  body: periodSettings,
  answer: periodsPreview,
});

export const readEraseForecast = defineRoute({
  method: 'get',
  path: '/consent/erase-forecast',
  allow: 'consent.read',
  summary: 'What the next 30 days erase, by relationship and reason',
  answer: eraseForecast,
});

export const listQuietPeople = defineRoute({
  method: 'get',
  path: '/consent/quiet',
  allow: 'consent.read',
  summary: 'Open silences and objections, the next to end first',
  query: z.object({
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(quietPerson), nextCursor: z.string().nullable(), count: z.number() }),
});

export const readHouseState = defineRoute({
  method: 'get',
  path: '/consent/house',
  allow: 'consent.read',
  summary: 'Whether this installation sends mail, and how the last night of erasing went',
  answer: houseState,
});

export const confirmHouse = defineRoute({
  method: 'delete',
  path: '/consent/house/quarantine',
  allow: 'accounts.manage_installation',
  summary: 'Confirm that this is the real installation and no copy',
  answer: 'nothing',
});

export const releaseNight = defineRoute({
  method: 'delete',
  path: '/consent/house/halt',
  allow: 'accounts.manage_installation',
  summary: 'Confirm that the clock is right, so that the nights erase again',
  answer: 'nothing',
});
