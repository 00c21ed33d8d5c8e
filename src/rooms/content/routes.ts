import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { addContent, archiveContent, changeContent, listContents, readContent, unarchiveContent } from './contract.ts';
import { archive, createContent, editContent, getContent, getPage, unarchive } from './service.ts';

export const contentRoutes: ServedRoute[] = [
  serve(listContents, (ctx, { query }) => getPage(ctx, query)),
  serve(readContent, (ctx, { params }) => getContent(ctx, params.contentId)),
  serve(addContent, (ctx, { body }) => createContent(ctx, body)),
  serve(changeContent, (ctx, { params, body }) => editContent(ctx, params.contentId, body)),
  serve(archiveContent, (ctx, { params }) => archive(ctx, params.contentId)),
  serve(unarchiveContent, (ctx, { params }) => unarchive(ctx, params.contentId)),
];
