import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { contentChange, contentItem, contentPage, contentQuery, newContent } from './schema.ts';

const params = z.object({ contentId: z.uuid() });

export const listContents = defineRoute({
  method: 'get',
  path: '/contents',
  allow: 'content.read',
  summary: 'The library, newest first, page by page',
  query: contentQuery,
  answer: contentPage,
});

export const readContent = defineRoute({
  method: 'get',
  path: '/contents/:contentId',
  allow: 'content.read',
  summary: 'One content',
  params,
  answer: contentItem,
});

export const addContent = defineRoute({
  method: 'post',
  path: '/contents',
  allow: 'content.write',
  summary: 'Add an update, event, article, insight or learning offer',
  body: newContent,
  answer: contentItem,
  status: 201,
});

export const changeContent = defineRoute({
  method: 'put',
  path: '/contents/:contentId',
  allow: 'content.write',
  summary: 'Change a content; 409 when somebody else changed it meanwhile',
  params,
  body: contentChange,
  answer: contentItem,
});

export const archiveContent = defineRoute({
  method: 'put',
  path: '/contents/:contentId/archive',
  allow: 'content.write',
  summary: 'Put a content away; it is proposed nowhere any more',
  params,
  answer: 'nothing',
});

export const unarchiveContent = defineRoute({
  method: 'delete',
  path: '/contents/:contentId/archive',
  allow: 'content.write',
  summary: 'Take a content back out of the archive',
  params,
  answer: 'nothing',
});
