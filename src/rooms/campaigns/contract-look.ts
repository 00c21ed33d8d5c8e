import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import * as s from './schema-writing.ts';

const brandParams = z.object({ brandId: z.uuid() });
export const listBrandsRoute = defineRoute({
  method: 'get',
  path: '/brands',
  allow: 'campaigns.read',
  summary: 'How letters look',
  answer: s.brandList,
});
export const addBrandRoute = defineRoute({
  method: 'post',
  path: '/brands',
  allow: 'campaigns.manage_senders',
  summary: 'Add a look for letters',
  body: s.brandBody,
  answer: s.brandCard,
  status: 201,
});
export const changeBrandRoute = defineRoute({
  method: 'put',
  path: '/brands/:brandId',
  allow: 'campaigns.manage_senders',
  summary: 'Change a look; letters that were sent keep theirs',
  params: brandParams,
  body: s.editBrandBody,
  answer: s.brandCard,
});
export const removeBrandRoute = defineRoute({
  method: 'delete',
  path: '/brands/:brandId',
  allow: 'campaigns.manage_senders',
  summary: 'Put a look away',
  params: brandParams,
  answer: 'nothing',
});

export const addPictureRoute = defineRoute({
  method: 'post',
  path: '/letter-pictures',
  allow: 'campaigns.write',
  summary: 'Add a picture (PNG, JPEG or GIF, at most 5 MB); what it says of place and camera is taken out',
  query: s.pictureQuery,
  body: 'file',
  answer: s.pictureCard,
  status: 201,
});
/** Mail programs fetch it without a cookie, and everybody from the same address. */
export const showPictureRoute = defineRoute({
  method: 'get',
  path: '/letter-pictures/:pictureId',
  allow: 'public',
  summary: 'A picture of a letter',
  params: z.object({ pictureId: z.uuid() }),
  answer: 'file',
});
