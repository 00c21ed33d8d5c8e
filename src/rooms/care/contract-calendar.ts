import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';

/** Private: whoever has the address sees names and days, so it can be changed at any time. */
export const readCalendar = defineRoute({
  method: 'get',
  path: '/calendar/:token',
  allow: 'public',
  summary: 'Promises, contacts and life events of a member as iCalendar',
  params: z.object({ token: z.string().min(20).max(100) }),
  answer: 'file',
});
export const readCalendarFeed = defineRoute({
  method: 'get',
  path: '/calendar-feed',
  allow: 'care.read',
  summary: 'Whether I have a calendar address; the address itself is shown only when it is made',
  answer: z.object({ exists: z.boolean(), createdAt: z.string().nullable() }),
});
export const makeCalendarFeed = defineRoute({
  method: 'post',
  path: '/calendar-feed',
  allow: 'care.read',
  summary: 'Make a private calendar address; an older one ends',
  answer: z.object({ url: z.string() }),
  status: 201,
});
export const endCalendarFeed = defineRoute({
  method: 'delete',
  path: '/calendar-feed',
  allow: 'care.read',
  summary: 'End my calendar address',
  answer: 'nothing',
});
