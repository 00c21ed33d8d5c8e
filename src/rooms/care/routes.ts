import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import { allow } from '#rooms/accounts/index.ts';
import { calendarOf } from './calendar/calendar.ts';
import { endFeed, getFeed, makeFeed } from './calendar/feed.ts';
import * as routes from './contract.ts';
import { acceptOffer, declineOffer, getLeaving, offerPeople, takeBackOffer } from './handover/handovers.ts';
import { getOrphans, listOrphanedPeople } from './handover/orphans.ts';
import { getHandover, getHandovers } from './handover/read.ts';
import { createLifeEvent, deleteLifeEvent, editLifeEvent } from './person/life-events.ts';
import { endNotNowOf, setNotNowOf } from './person/not-now.ts';
import { getPersonCare } from './person/person.ts';
import { editMembership, getMemberships } from './plans/memberships.ts';
import { deletePlan, editPlan, getPlan, getPlans, makePlan } from './plans/plans.ts';
import { previewPlanOf } from './plans/preview.ts';
import { getPlanContents, getYear, putContent, takeContentOff } from './plans/year.ts';
import { deleteSequence, editSequence, getSequence, getSequences, makeSequence } from './sequences/sequences.ts';
import { getRuns } from './sequences/run-list.ts';
import { startFor, stopOne } from './sequences/start.ts';
import { doneWith, handOver, notNow, snoozeUntil } from './today/acts.ts';
import { understandDay } from './today/day-ahead.ts';
import { getSettings, setSettings } from './today/settings.ts';
import { getQueue, getToday } from './today/today.ts';
import { takeBack } from './today/undo.ts';
import { getWeek } from './today/week.ts';
import { listCountries, listHolidays } from './working-days.ts';

const todayRoutes: ServedRoute[] = [
  serve(routes.readToday, (ctx) => getToday(ctx)),
  serve(routes.listQueue, (ctx, { query }) => getQueue(ctx, query)),
  serve(routes.readWeek, (ctx) => getWeek(ctx)),
  serve(routes.readDay, (ctx, { query }) => understandDay(ctx, query.words)),
  serve(routes.readSettings, (ctx) => getSettings(ctx)),
  serve(routes.changeSettings, (ctx, { body }) => setSettings(ctx, body)),
  serve(routes.markDone, (ctx, { params, body }) => doneWith(ctx, params.reminderId, body.note)),
  serve(routes.takeBackDone, (ctx, { params }) => takeBack(ctx, params.reminderId, 'done')),
  serve(routes.snooze, (ctx, { params, body }) => snoozeUntil(ctx, params.reminderId, body)),
  serve(routes.takeBackSnooze, (ctx, { params }) => takeBack(ctx, params.reminderId, 'snooze')),
  serve(routes.sayNotNow, (ctx, { params, body }) => notNow(ctx, params.reminderId, body)),
  serve(routes.takeBackNotNow, (ctx, { params }) => takeBack(ctx, params.reminderId, 'not_now')),
  serve(routes.handOverOne, (ctx, { params, body }) => handOver(ctx, params.reminderId, body)),
  serve(routes.takeBackHandOver, (ctx, { params }) => takeBack(ctx, params.reminderId, 'hand_over')),
];

const planRoutes: ServedRoute[] = [
  serve(routes.listPlans, (ctx, { query }) => getPlans(ctx, query)),
  serve(routes.createPlan, (ctx, { body }) => makePlan(ctx, body)),
  serve(routes.previewPlan, (ctx, { body }) => previewPlanOf(ctx, body)),
  serve(routes.readYear, (ctx, { query }) => getYear(ctx, query.year)),
  serve(routes.readPlan, (ctx, { params }) => getPlan(ctx, params.planId)),
  serve(routes.changePlan, (ctx, { params, body }) => editPlan(ctx, params.planId, body)),
  serve(routes.removePlan, (ctx, { params }) => deletePlan(ctx, params.planId)),
  serve(routes.listMemberships, (ctx, { params, query }) => getMemberships(ctx, params.planId, query)),
  serve(routes.changeMembership, (ctx, { params, body }) => editMembership(ctx, params, body)),
  serve(routes.listPlanContents, (ctx, { params, query }) => getPlanContents(ctx, params.planId, query.year)),
  serve(routes.addPlanContent, (ctx, { params, body }) => putContent(ctx, params.planId, body)),
  serve(routes.removePlanContent, (ctx, { params }) => takeContentOff(ctx, params)),
  serve(routes.listRegions, async (ctx) => {
    allow(ctx.actor, 'care.read');
    return { countries: await listCountries(ctx.actor.language) };
  }),
  serve(routes.listHolidays, async (ctx, { params, query }) => {
    allow(ctx.actor, 'care.read');
    return { holidays: await listHolidays(params.region, query.year, ctx.actor.language) };
  }),
];

const peopleRoutes: ServedRoute[] = [
  serve(routes.readPersonCare, (ctx, { params }) => getPersonCare(ctx, params.talentId)),
  serve(routes.addLifeEvent, (ctx, { params, body }) => createLifeEvent(ctx, params.talentId, body)),
  serve(routes.changeLifeEvent, (ctx, { params, body }) => editLifeEvent(ctx, params, body)),
  serve(routes.removeLifeEvent, (ctx, { params }) => deleteLifeEvent(ctx, params)),
  serve(routes.setNotNow, (ctx, { params, body }) => setNotNowOf(ctx, params.talentId, body)),
  serve(routes.endNotNow, (ctx, { params }) => endNotNowOf(ctx, params.talentId)),
];

const sequenceRoutes: ServedRoute[] = [
  serve(routes.listSequences, (ctx, { query }) => getSequences(ctx, query.state)),
  serve(routes.createSequence, (ctx, { body }) => makeSequence(ctx, body)),
  serve(routes.readSequence, (ctx, { params }) => getSequence(ctx, params.sequenceId)),
  serve(routes.changeSequence, (ctx, { params, body }) => editSequence(ctx, params.sequenceId, body)),
  serve(routes.removeSequence, (ctx, { params }) => deleteSequence(ctx, params.sequenceId)),
  serve(routes.listRuns, (ctx, { params, query }) => getRuns(ctx, params.sequenceId, query)),
  serve(routes.startRuns, (ctx, { params, body }) => startFor(ctx, params.sequenceId, body.talentIds)),
  serve(routes.stopRun, (ctx, { params }) => stopOne(ctx, params.sequenceId, params.runId)),
];

const handoverRoutes: ServedRoute[] = [
  serve(routes.listHandovers, (ctx, { query }) => getHandovers(ctx, query)),
  serve(routes.readLeaving, (ctx, { query }) => getLeaving(ctx, query.fromMemberId)),
  serve(routes.readOrphans, (ctx) => getOrphans(ctx)),
  serve(routes.listOrphans, (ctx, { query }) => listOrphanedPeople(ctx, query)),
  serve(routes.offerHandover, (ctx, { body }) => offerPeople(ctx, body)),
  serve(routes.readHandover, (ctx, { params, query }) => getHandover(ctx, params.handoverId, query.cursor)),
  serve(routes.acceptHandover, (ctx, { params, body }) => acceptOffer(ctx, params.handoverId, body.note)),
  serve(routes.declineHandover, (ctx, { params, body }) => declineOffer(ctx, params.handoverId, body.note)),
  serve(routes.withdrawHandover, (ctx, { params }) => takeBackOffer(ctx, params.handoverId)),
];

const calendarRoutes = (baseUrl: string): ServedRoute[] => [
  serve(routes.readCalendar, (ctx, { params }) => calendarOf(ctx, params.token, baseUrl)),
  serve(routes.readCalendarFeed, (ctx) => getFeed(ctx)),
  serve(routes.makeCalendarFeed, (ctx) => makeFeed(ctx, baseUrl)),
  serve(routes.endCalendarFeed, (ctx) => endFeed(ctx)),
];

export const careRoutes = (baseUrl: string): ServedRoute[] => [
  ...todayRoutes,
  ...planRoutes,
  ...peopleRoutes,
  ...sequenceRoutes,
  ...handoverRoutes,
  ...calendarRoutes(baseUrl),
];
