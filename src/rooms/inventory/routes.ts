import { rm } from 'node:fs/promises';
import path from 'node:path';
import { storeFile } from '#ground/files/store.ts';
import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { tableDownload } from '#ground/tables/table-download.ts';
import * as routes from './contract.ts';
import { answerTheInvitation, getInvitation } from './held/answer.ts';
import { listHeldOf } from './held/held-list.ts';
import { invite, previewLetter } from './held/invite.ts';
import { startChecking } from './imports/check.ts';
import { errorTable } from './imports/errors-file.ts';
import { listRowsOf, mendRow } from './imports/row-list.ts';
import { startRunning, wish } from './imports/run.ts';
import { startUndoing } from './imports/undo.ts';
import { chooseBasis, chooseMapping, receiveFile, rereadFile } from './imports/upload.ts';
import { getImport, listImportsOf } from './imports/view.ts';
import { readCv } from './reading/read-cv.ts';
import { listPairs } from './review/pair-list.ts';
import { decideThePair, mergeThePair, separateThePair, startSearch } from './review/pairs.ts';
import { classificationRules } from './classification/rules.ts';
import { previewClassification } from './rules/preview.ts';
import { decideSegment, listClassificationsOf } from './rules/decisions.ts';
import { getRules } from './rules/current.ts';
import { changeRules, listRuleHistory } from './rules/service.ts';
import { getSummary } from './summary.ts';

const LARGEST_CV_BYTES = 20 * 1024 * 1024;

const importRoutes: ServedRoute[] = [
  serve(routes.uploadImport, async (ctx, { query }, c) =>
    getImport(ctx, await receiveFile(ctx, query.fileName, c.req.raw.body)),
  ),
  serve(routes.listImports, (ctx, { query }) => listImportsOf(ctx, query)),
  serve(routes.readImport, (ctx, { params }) => getImport(ctx, params.importId)),
  serve(routes.correctFormat, async (ctx, { params, body }) => {
    await rereadFile(ctx, params.importId, body);
    return getImport(ctx, params.importId);
  }),
  serve(routes.setMapping, async (ctx, { params, body }) => {
    await chooseMapping(ctx, params.importId, body.columns);
    return getImport(ctx, params.importId);
  }),
  serve(routes.setBasis, async (ctx, { params, body }) => {
    await chooseBasis(ctx, params.importId, body);
    return getImport(ctx, params.importId);
  }),
  serve(routes.startCheck, async (ctx, { params }) => {
    await startChecking(ctx, params.importId);
    return getImport(ctx, params.importId);
  }),
  serve(routes.startRun, async (ctx, { params }) => {
    await startRunning(ctx, params.importId);
    return getImport(ctx, params.importId);
  }),
  serve(routes.pauseRun, async (ctx, { params }) => {
    await wish(ctx, params.importId, 'pause');
    return getImport(ctx, params.importId);
  }),
  serve(routes.cancelRun, async (ctx, { params }) => {
    await wish(ctx, params.importId, 'cancel');
    return getImport(ctx, params.importId);
  }),
  serve(routes.undoImport, async (ctx, { params }) => {
    await startUndoing(ctx, params.importId);
    return getImport(ctx, params.importId);
  }),
  serve(routes.listImportRows, (ctx, { params, query }) => listRowsOf(ctx, params.importId, query)),
  serve(routes.correctRow, (ctx, { params, body }) => mendRow(ctx, params.importId, params.line, body.cells)),
  serve(routes.downloadErrors, async (ctx, { params, query }) => {
    const t = serverMessages(ctx.actor.language);
    const { fileName, rows } = await errorTable(ctx, params.importId, (code, values) =>
      t('inventory', code.replace(/^inventory\./, ''), values),
    );
    return tableDownload(rows, fileName, query.format);
  }),
];

const segmentRoutes: ServedRoute[] = [
  serve(routes.readSummary, (ctx) => getSummary(ctx)),
  serve(routes.readRules, async (ctx) => {
    const [{ version, rules }, history] = await Promise.all([getRules(ctx), listRuleHistory(ctx)]);
    return { version, rules, history, setAt: history[0]?.setAt ?? null, setBy: history[0]?.setBy ?? null };
  }),
  serve(routes.changeRules, async (ctx, { body }) => ({ version: await changeRules(ctx, body) })),
  serve(routes.previewRules, (ctx, { body }) => previewClassification(ctx, classificationRules.parse(body.rules))),
  serve(routes.readClassifications, async (ctx, { params }) => ({
    items: await listClassificationsOf(ctx, params.talentId),
  })),
  serve(routes.decideClassification, (ctx, { params, body }) =>
    decideSegment(ctx, params.talentId, params.segment, body.decision),
  ),
];

const reviewRoutes: ServedRoute[] = [
  serve(routes.listDuplicates, (ctx, { query }) => listPairs(ctx, query)),
  serve(routes.mergePair, (ctx, { params, body }) => mergeThePair(ctx, params.pairId, body)),
  serve(routes.separatePair, (ctx, { params }) => separateThePair(ctx, params.pairId)),
  serve(routes.decidePair, (ctx, { params, body }) => decideThePair(ctx, params.pairId, body.decision)),
  serve(routes.searchDuplicates, (ctx) => startSearch(ctx)),
];

/** `baseUrl` is where the person outside finds the page that the invitation leads to. */
const heldRoutes = (baseUrl: string): ServedRoute[] => [
  serve(routes.listHeld, (ctx, { query }) => listHeldOf(ctx, query)),
  serve(routes.readHeldLetter, (ctx, { params, query }) => previewLetter(ctx, params.heldId, query.language)),
  serve(routes.inviteHeld, (ctx, { params, body }) => invite(ctx, params.heldId, body, baseUrl)),
  serve(routes.readInvitation, (ctx, { params }) => getInvitation(ctx, params.token)),
  serve(routes.answerInvitation, async (ctx, { params, body }) => {
    await answerTheInvitation(ctx, params.token, body.answer);
    return body;
  }),
  serve(routes.readCvFile, async (ctx, { query }, c) => {
    const folder = path.join(ctx.filesDir, 'passing');
    const { storedAs } = await storeFile(folder, c.req.raw.body, LARGEST_CV_BYTES);
    try {
      return await readCv(path.join(folder, storedAs), query.fileName);
    } finally {
      await rm(path.join(folder, storedAs), { force: true });
    }
  }),
];

export const inventoryRoutes = (baseUrl: string): ServedRoute[] => [
  ...importRoutes,
  ...segmentRoutes,
  ...reviewRoutes,
  ...heldRoutes(baseUrl),
];
