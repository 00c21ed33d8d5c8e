import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  audience,
  campaignResultAnswer,
  editSender,
  mailboxCard,
  newMailbox,
  newSender,
  override,
  replyRows,
  schedule,
  senderCard,
  sequenceLetterRows,
  uncertainRows,
} from './schema-sending.ts';

const campaignParams = z.object({ campaignId: z.uuid() });
const senderParams = z.object({ senderId: z.uuid() });
const tokenParams = z.object({ token: z.string().max(100) });

export const listSendersRoute = defineRoute({
  method: 'get',
  path: '/senders',
  allow: 'campaigns.read',
  summary: 'Sender identities with what has to be published and what the last check found',
  answer: z.object({ senders: z.array(senderCard) }),
});
export const addSenderRoute = defineRoute({
  method: 'post',
  path: '/senders',
  allow: 'campaigns.manage_senders',
  summary: 'Add a sender; its keys are made here',
  body: newSender,
  answer: senderCard,
  status: 201,
});
export const changeSenderRoute = defineRoute({
  method: 'put',
  path: '/senders/:senderId',
  allow: 'campaigns.manage_senders',
  summary: 'Change a sender; another way of sending has to be checked anew',
  params: senderParams,
  body: editSender,
  answer: senderCard,
});
export const removeSenderRoute = defineRoute({
  method: 'delete',
  path: '/senders/:senderId',
  allow: 'campaigns.manage_senders',
  summary: 'Put a sender away',
  params: senderParams,
  answer: 'nothing',
});
export const checkSenderRoute = defineRoute({
  method: 'post',
  path: '/senders/:senderId/checks',
  allow: 'campaigns.manage_senders',
  summary: 'Look at SPF, DKIM, DMARC, reverse name and encryption',
  params: senderParams,
  answer: senderCard,
});
export const overrideSenderRoute = defineRoute({
  method: 'put',
  path: '/senders/:senderId/override',
  allow: 'campaigns.manage_senders',
  summary: 'Send although the check is not green, with the reason',
  params: senderParams,
  body: override,
  answer: senderCard,
});
export const listMailboxesRoute = defineRoute({
  method: 'get',
  path: '/mailboxes',
  allow: 'campaigns.manage_senders',
  summary: 'Mailboxes in which bounces, complaints and replies are read',
  answer: z.object({ mailboxes: z.array(mailboxCard) }),
});
export const addMailboxRoute = defineRoute({
  method: 'post',
  path: '/mailboxes',
  allow: 'campaigns.manage_senders',
  summary: 'Add a mailbox to be read',
  body: newMailbox,
  answer: mailboxCard,
  status: 201,
});
export const removeMailboxRoute = defineRoute({
  method: 'delete',
  path: '/mailboxes/:mailboxId',
  allow: 'campaigns.manage_senders',
  summary: 'Stop reading a mailbox',
  params: z.object({ mailboxId: z.uuid() }),
  answer: 'nothing',
});
export const readMailRoute = defineRoute({
  method: 'post',
  path: '/mailboxes/readings',
  allow: 'campaigns.manage_senders',
  summary: 'Read the mailboxes now instead of within two minutes',
  answer: 'nothing',
});
export const audienceRoute = defineRoute({
  method: 'get',
  path: '/campaigns/:campaignId/audience',
  allow: 'campaigns.read',
  summary: 'How many would get the letter, and why others would not',
  params: campaignParams,
  answer: audience,
});
export const scheduleRoute = defineRoute({
  method: 'put',
  path: '/campaigns/:campaignId/schedule',
  allow: 'campaigns.send',
  summary: 'Set when an approved letter goes out; without a time: now',
  params: campaignParams,
  body: schedule,
  answer: 'nothing',
});
export const cancelRoute = defineRoute({
  method: 'delete',
  path: '/campaigns/:campaignId/schedule',
  allow: 'campaigns.send',
  summary: 'End a campaign for good, also while it is being sent',
  params: campaignParams,
  answer: 'nothing',
});
export const pauseRoute = defineRoute({
  method: 'put',
  path: '/campaigns/:campaignId/pause',
  allow: 'campaigns.send',
  summary: 'Stop sending for now',
  params: campaignParams,
  answer: 'nothing',
});
export const resumeRoute = defineRoute({
  method: 'delete',
  path: '/campaigns/:campaignId/pause',
  allow: 'campaigns.send',
  summary: 'Go on sending',
  params: campaignParams,
  answer: 'nothing',
});
export const resultRoute = defineRoute({
  method: 'get',
  path: '/campaigns/:campaignId/result',
  allow: 'campaigns.read',
  summary: 'What came of a campaign; groups under ten people are not shown',
  params: campaignParams,
  answer: campaignResultAnswer,
});
export const uncertainRoute = defineRoute({
  method: 'get',
  path: '/campaigns/:campaignId/uncertain',
  allow: 'campaigns.read',
  summary: 'Letters of which nobody knows whether they arrived',
  params: campaignParams,
  answer: z.object({ rows: uncertainRows }),
});
export const repliesRoute = defineRoute({
  method: 'get',
  path: '/campaigns/:campaignId/replies',
  allow: 'campaigns.read',
  summary: 'Who answered a letter, newest first, at most 500',
  params: campaignParams,
  answer: z.object({ items: replyRows }),
});
export const sequenceLettersRoute = defineRoute({
  method: 'get',
  path: '/sequences/:sequenceId/letters',
  allow: 'campaigns.read',
  summary: 'How many letters of a sequence were sent',
  params: z.object({ sequenceId: z.uuid() }),
  answer: z.object({ items: sequenceLetterRows }),
});

/** For who got a letter: the link is the key. */
export const viewLetterRoute = defineRoute({
  method: 'get',
  path: '/letters/:token',
  allow: 'public',
  summary: 'A letter as a page, for who holds its link',
  params: tokenParams,
  answer: 'file',
});
export const followLinkRoute = defineRoute({
  method: 'get',
  path: '/letter-links/:campaignId/:number',
  allow: 'public',
  summary: 'Past the counter of a letter to the address of a link; the same for every reader',
  // Read by hand: who follows a broken link gets a page, not a problem.
  params: z.object({ campaignId: z.string().max(100), number: z.string().max(100) }),
  answer: 'file',
  status: 302,
});
export const askUnsubscribeRoute = defineRoute({
  method: 'get',
  path: '/letters/:token/unsubscribe',
  allow: 'public',
  summary: 'The page that asks whether somebody wants to leave; changes nothing',
  params: tokenParams,
  answer: 'file',
});
export const unsubscribeRoute = defineRoute({
  method: 'post',
  path: '/letters/:token/unsubscribe',
  allow: 'public',
  // Mail providers send this without a cookie and from anywhere (RFC 8058).
  origin: 'any',
  summary: 'One click: leave the list at once',
  params: tokenParams,
  answer: 'file',
});
