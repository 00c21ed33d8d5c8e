import type { Ctx } from '#ground/context.ts';
import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { tableDownload } from '#ground/tables/table-download.ts';
import { deleteTalent, listBin, restoreTalent } from './bin.ts';
import { getAct, previewBulkAct, runBulkAct, stopAct } from './bulk.ts';
import { listChangesOf } from './changes.ts';
import * as contract from './contract.ts';
import { createTalent, findLookalikesOf } from './create.ts';
import { editTalent } from './edit.ts';
import { openExport } from './export.ts';
import { listFacetsOf } from './facets.ts';
import { keepFile, openFile, removeTalentFile } from './files.ts';
import { getList } from './list.ts';
import { mergeTalents } from './merge.ts';
import { partRoutes } from './part-routes.ts';
import { getFacts, getProfile } from './profile.ts';
import type { Edit } from './edit.ts';
import { suggestPeople } from './suggest.ts';
import { getTimeline } from './timeline.ts';
import { undoActOf } from './undo.ts';
import { unmergeTalents } from './unmerge.ts';
import { changeViewOf, deleteViewOf, listViewsFor, saveView } from './views.ts';

/** Fixed words come before `:talentId`: the first route that fits answers. */
export const talentRoutes: ServedRoute[] = [
  serve(contract.listTalents, (ctx, { query }) => getList(ctx, query)),
  serve(contract.suggestTalents, async (ctx, { query }) => ({ items: await suggestPeople(ctx, query.q) })),
  serve(contract.listFacets, async (ctx, { query }) => ({ items: await listFacetsOf(ctx, query) })),
  serve(contract.findLookalikes, async (ctx, { query }) => ({ items: await findLookalikesOf(ctx, query) })),
  serve(contract.listViews, async (ctx) => ({ items: await listViewsFor(ctx) })),
  serve(contract.createView, (ctx, { body }) => saveView(ctx, body)),
  serve(contract.changeView, (ctx, { params, body }) => changeViewOf(ctx, params.viewId, body)),
  serve(contract.deleteView, (ctx, { params }) => deleteViewOf(ctx, params.viewId)),
  serve(contract.exportTalents, async (ctx, { query }) =>
    tableDownload((await openExport(ctx, query)).rows, fileName(ctx), query.format),
  ),
  serve(contract.listBin, (ctx, { query }) => listBin(ctx, query.cursor)),
  serve(contract.previewBulk, (ctx, { body }) => previewBulkAct(ctx, body)),
  serve(contract.runBulk, (ctx, { body }) => runBulkAct(ctx, body)),
  serve(contract.readAct, (ctx, { params }) => getAct(ctx, params.actId)),
  serve(contract.stopAct, (ctx, { params }) => stopAct(ctx, params.actId)),
  serve(contract.undoAct, (ctx, { params }) => undoActOf(ctx, params.actId)),
  serve(contract.createTalent, (ctx, { body }) => createTalent(ctx, body)),
  serve(contract.readTalent, (ctx, { params }) => getProfile(ctx, params.talentId)),
  serve(contract.readTimeline, (ctx, { params, query }) => getTimeline(ctx, params.talentId, query)),
  serve(contract.listChanges, async (ctx, { params, query }) => ({
    items: await listChangesOf(ctx, params.talentId, query.sinceVersion),
  })),
  serve(contract.editTalent, (ctx, { params, body }) => editAndRead(ctx, params.talentId, body)),
  serve(contract.deleteTalent, (ctx, { params }) => deleteTalent(ctx, params.talentId)),
  serve(contract.restoreTalent, (ctx, { params }) => restoreTalent(ctx, params.talentId)),
  serve(contract.mergeTalents, (ctx, { params, body }) =>
    mergeTalents(ctx, { keptId: params.talentId, goneId: body.otherId, fields: body.fields }),
  ),
  serve(contract.undoMerge, (ctx, { params }) => unmergeTalents(ctx, params.mergeId)),
  serve(contract.keepFile, (ctx, { params, query }, c) =>
    keepFile(ctx, params.talentId, query.fileName, c.req.raw.body),
  ),
  serve(contract.readFile, (ctx, { params }) => openFile(ctx, params.talentId, params.fileId)),
  serve(contract.removeFile, (ctx, { params }) => removeTalentFile(ctx, params.talentId, params.fileId)),
  ...partRoutes,
];

async function editAndRead(ctx: Ctx, talentId: string, edit: Edit) {
  const { actId } = await editTalent(ctx, talentId, edit);
  return { actId, talent: await getFacts(ctx, talentId) };
}

const fileName = ({ now, actor }: Ctx) =>
  `${actor.language === 'de' ? 'Talente' : 'talents'}-${now.toISOString().slice(0, 10)}`;
