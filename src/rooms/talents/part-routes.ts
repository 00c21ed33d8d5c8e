import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import * as contract from './contract-parts.ts';
import { addPart, changePart, removePart } from './parts.ts';
import {
  addAddressTo,
  applicationValues,
  changeAddressOf,
  givePromiseTo,
  logContact,
  noteValues,
  removeContact,
  skillValues,
  stationValues,
} from './record-parts.ts';

/** The parts of one person: addresses, stations, applications, skills, notes, contacts, promises. */
export const partRoutes: ServedRoute[] = [
  serve(contract.addAddress, (ctx, { params, body }) => addAddressTo(ctx, params.talentId, body)),
  serve(contract.changeAddress, (ctx, { params, body }) =>
    changeAddressOf(ctx, params.talentId, { partId: params.partId, input: body }),
  ),
  serve(contract.removeAddress, (ctx, { params }) =>
    removePart(ctx, params.talentId, 'talent_addresses', params.partId),
  ),
  serve(contract.addStation, (ctx, { params, body }) =>
    addPart(ctx, params.talentId, 'career_stations', stationValues(body)),
  ),
  serve(contract.changeStation, (ctx, { params, body }) =>
    changePart(ctx, params.talentId, 'career_stations', { partId: params.partId, values: stationValues(body) }),
  ),
  serve(contract.removeStation, (ctx, { params }) =>
    removePart(ctx, params.talentId, 'career_stations', params.partId),
  ),
  serve(contract.addApplication, (ctx, { params, body }) =>
    addPart(ctx, params.talentId, 'applications', applicationValues(body)),
  ),
  serve(contract.changeApplication, (ctx, { params, body }) =>
    changePart(ctx, params.talentId, 'applications', { partId: params.partId, values: applicationValues(body) }),
  ),
  serve(contract.removeApplication, (ctx, { params }) =>
    removePart(ctx, params.talentId, 'applications', params.partId),
  ),
  serve(contract.addSkill, (ctx, { params, body }) =>
    addPart(ctx, params.talentId, 'talent_skills', skillValues(body)),
  ),
  serve(contract.confirmSkill, (ctx, { params }) =>
    changePart(ctx, params.talentId, 'talent_skills', { partId: params.partId, values: { is_proposed: false } }),
  ),
  serve(contract.removeSkill, (ctx, { params }) => removePart(ctx, params.talentId, 'talent_skills', params.partId)),
  serve(contract.addNote, (ctx, { params, body }) => addPart(ctx, params.talentId, 'notes', noteValues(ctx, body))),
  serve(contract.changeNote, (ctx, { params, body }) =>
    changePart(ctx, params.talentId, 'notes', {
      partId: params.partId,
      version: body.version,
      values: { body: body.body, version: body.version + 1, updated_at: ctx.now },
    }),
  ),
  serve(contract.removeNote, (ctx, { params }) => removePart(ctx, params.talentId, 'notes', params.partId)),
  serve(contract.logTouchpoint, (ctx, { params, body }) => logContact(ctx, params.talentId, body)),
  serve(contract.removeTouchpoint, (ctx, { params }) => removeContact(ctx, params.talentId, params.partId)),
  serve(contract.givePromise, (ctx, { params, body }) => givePromiseTo(ctx, params.talentId, body)),
  serve(contract.keepPromise, (ctx, { params }) =>
    changePart(ctx, params.talentId, 'promises', { partId: params.partId, values: { kept_at: ctx.now } }),
  ),
  serve(contract.removePromise, (ctx, { params }) => removePart(ctx, params.talentId, 'promises', params.partId)),
];
