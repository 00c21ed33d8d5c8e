import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import { talentParams } from './schema.ts';

const fileParams = talentParams.extend({ fileId: z.uuid() });

/** PDF or DOCX as raw bytes, `Content-Type: application/octet-stream`, at most 20 MB. */
export const keepFile = defineRoute({
  method: 'post',
  path: '/talents/:talentId/files',
  allow: 'talents.write',
  summary: 'Keep a paper of a person (PDF, DOCX)',
  params: talentParams,
  query: z.object({ fileName: z.string().min(1).max(255) }),
  body: 'file',
  answer: z.object({ id: z.uuid() }),
  status: 201,
});
export const readFile = defineRoute({
  method: 'get',
  path: '/talents/:talentId/files/:fileId',
  allow: 'talents.read',
  summary: 'Download a paper of a person',
  params: fileParams,
  answer: 'file',
});
export const removeFile = defineRoute({
  method: 'delete',
  path: '/talents/:talentId/files/:fileId',
  allow: 'talents.write',
  summary: 'Remove a paper for good',
  params: fileParams,
  answer: 'nothing',
});
