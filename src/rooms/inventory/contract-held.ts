import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { pageQuery } from './contract-page.ts';
import { heldPerson } from './schema.ts';

export const listHeld = defineRoute({
  method: 'get',
  path: '/held-people',
  allow: 'inventory.import',
  summary: 'People without permission, shown to those who imported them',
  query: z.object({ ...pageQuery, importId: z.uuid().optional() }),
  answer: z.object({
    items: z.array(heldPerson),
    nextCursor: z.string().nullable(),
    count: z.number(),
    canSendMail: z.boolean(),
  }),
});
export const readHeldLetter = defineRoute({
  method: 'get',
  path: '/held-people/:heldId/letter',
  allow: 'inventory.import',
  summary: 'The invitation as it would be written now, to be read before it is sent; changes nothing',
  params: z.object({ heldId: z.uuid() }),
  query: z.object({ language: z.enum(['de', 'en']) }),
  answer: z.object({ subject: z.string(), body: z.string() }),
});
export const inviteHeld = defineRoute({
  method: 'post',
  path: '/held-people/:heldId/invitation',
  allow: 'inventory.import',
  summary: 'The one invitation to consent: sent to this one person, or handed out to be sent by hand',
  status: 201,
  params: z.object({ heldId: z.uuid() }),
  body: z.object({
    textId: z.uuid(),
    language: z.enum(['de', 'en']),
    delivery: z.enum(['mail', 'by_hand']).default('by_hand'),
  }),
  answer: z.object({
    delivery: z.enum(['mail', 'by_hand']),
    subject: z.string(),
    body: z.string(),
    /** Only the person holds a link that was mailed. */
    link: z.string().nullable(),
  }),
});
export const readInvitation = defineRoute({
  method: 'get',
  path: '/consent-invitations/:token',
  allow: 'public',
  summary: 'What is asked; reading changes nothing',
  params: z.object({ token: z.string().min(20).max(100) }),
  answer: z.object({
    company: z.string(),
    name: z.string(),
    text: z.string(),
    language: z.string(),
    eraseOn: z.string(),
  }),
});
export const answerInvitation = defineRoute({
  method: 'post',
  path: '/consent-invitations/:token',
  allow: 'public',
  summary: 'Agree or leave',
  params: z.object({ token: z.string().min(20).max(100) }),
  body: z.object({ answer: z.enum(['agree', 'leave']) }),
  answer: z.object({ answer: z.enum(['agree', 'leave']) }),
});
