import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import * as look from './contract-look.ts';
import * as contract from './contract-writing.ts';
import { addBrand, archiveBrand, changeBrand, listBrands } from './letters/brands.ts';
import { addPicture, showPicture } from './letters/pictures/pictures.ts';
import { listReadersFor, previewLetter, reachOf } from './letters/preview.ts';
import { letterWarnings } from './letters/warnings.ts';

export const letterRoutes: ServedRoute[] = [
  serve(contract.previewRoute, (ctx, { params, body }) => previewLetter(ctx, params.campaignId, body)),
  serve(contract.listReadersRoute, (ctx, { params, query }) => listReadersFor(ctx, params.campaignId, query.search)),
  serve(contract.reachRoute, (ctx, { params, body }) => reachOf(ctx, params.campaignId, body.letter)),
  serve(contract.warningsRoute, async (ctx, { params, body }) => ({
    items: await letterWarnings(ctx, params.campaignId, body),
  })),
  serve(look.listBrandsRoute, async (ctx) => ({ items: await listBrands(ctx) })),
  serve(look.addBrandRoute, (ctx, { body }) => addBrand(ctx, body)),
  serve(look.changeBrandRoute, (ctx, { params, body }) => changeBrand(ctx, params.brandId, body)),
  serve(look.removeBrandRoute, (ctx, { params }) => archiveBrand(ctx, params.brandId)),
  serve(look.addPictureRoute, (ctx, { query }, c) => addPicture(ctx, query.name, c.req.raw.body)),
  serve(look.showPictureRoute, (ctx, { params }) => showPicture(ctx, params.pictureId)),
];
