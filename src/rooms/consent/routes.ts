import type { ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import type { Accounts } from '#rooms/accounts/index.ts';
import { countTry, visitorOf } from '#rooms/accounts/index.ts';
import { recordConsent } from './answers/record-consent.ts';
import { withdrawConsent } from './answers/take-back.ts';
import * as person from './contract-person.ts';
import * as requests from './contract-requests.ts';
import * as settings from './contract-settings.ts';
import * as signUps from './contract-sign-up.ts';
import {
  changePeriods,
  createAssessment,
  createConsentText,
  listAssessments,
  listConsentTexts,
  readPeriods,
} from './contract.ts';
import { getNotice, markInformedOf } from './duties/inform.ts';
import { findProofs } from './erasure/proofs.ts';
import { confirmInstance } from './instance.ts';
import { releaseHalt } from './nights/halt.ts';
import { answerExport } from './person/export-answer.ts';
import { getTalentPermission } from './person/permission.ts';
import { actOnOwnPage } from './preferences/act.ts';
import { getPreferences } from './preferences/read.ts';
import { decideObjection, raiseObjection } from './quiet/objections.ts';
import { liftSilence, setSilence } from './quiet/silences.ts';
import {
  getPeriodsWithHistory,
  listAssessmentsOf,
  listTextsOf,
  recordAssessment,
  recordText,
  setPeriods,
} from './records.ts';
import { answerQuestion, getQuestion } from './requests/answer.ts';
import { askForConsentOf } from './requests/ask.ts';
import { forecastErasures } from './settings/forecast.ts';
import { getHouseState } from './settings/house-state.ts';
import { getLimits, setLimits } from './settings/limits.ts';
import { listQuietOf } from './settings/quiet-list.ts';
import { previewPeriodsOf } from './settings/shorter-periods.ts';
import { changeForm, createForm, listFormsOf } from './sign-up/forms.ts';
import { readForm, signUp } from './sign-up/join.ts';
import { createTopicOf, listTopicsOf, renameTopicOf, retireTopicOf } from './settings/topics.ts';

const recordRoutes: ServedRoute[] = [
  serve(readPeriods, (ctx) => getPeriodsWithHistory(ctx)),
  serve(changePeriods, (ctx, { body }) => setPeriods(ctx, body)),
  serve(listAssessments, async (ctx) => ({ items: await listAssessmentsOf(ctx) })),
  serve(createAssessment, (ctx, { body }) => recordAssessment(ctx, body)),
  serve(listConsentTexts, async (ctx) => ({ items: await listTextsOf(ctx) })),
  serve(createConsentText, (ctx, { body }) => recordText(ctx, body)),
];

const settingRoutes: ServedRoute[] = [
  serve(settings.listTopics, async (ctx) => ({ items: await listTopicsOf(ctx) })),
  serve(settings.createTopic, (ctx, { body }) => createTopicOf(ctx, body)),
  serve(settings.renameTopic, (ctx, { params, body }) => renameTopicOf(ctx, params.topicId, body)),
  serve(settings.retireTopic, (ctx, { params }) => retireTopicOf(ctx, params.topicId)),
  serve(settings.readContactLimits, (ctx) => getLimits(ctx)),
  serve(settings.changeContactLimits, (ctx, { body }) => setLimits(ctx, body)),
  serve(settings.previewPeriods, (ctx, { body }) => previewPeriodsOf(ctx, body)),
  serve(settings.readEraseForecast, (ctx) => forecastErasures(ctx)),
  serve(settings.listQuietPeople, (ctx, { query }) => listQuietOf(ctx, query)),
  serve(settings.readHouseState, (ctx) => getHouseState(ctx)),
  serve(settings.confirmHouse, (ctx) => confirmInstance(ctx)),
  serve(settings.releaseNight, (ctx) => releaseHalt(ctx)),
];

const personRoutes: ServedRoute[] = [
  serve(person.readTalentPermission, (ctx, { params }) => getTalentPermission(ctx, params.talentId)),
  serve(person.noteConsent, (ctx, { params, body }) => recordConsent(ctx, params.talentId, body)),
  serve(person.noteWithdrawal, (ctx, { params: { talentId }, body: { form, evidence, ...choice } }) =>
    withdrawConsent(ctx, { talentId, choices: [choice], proof: { form, evidence } }),
  ),
  serve(person.createSilence, (ctx, { params, body }) => setSilence(ctx, params.talentId, body)),
  serve(person.endSilence, (ctx, { params }) => liftSilence(ctx, params.silenceId)),
  serve(person.createObjection, (ctx, { params, body }) => raiseObjection(ctx, params.talentId, body)),
  serve(person.settleObjection, (ctx, { params, body }) => decideObjection(ctx, params.objectionId, body.decision)),
  serve(person.readNotice, (ctx, { params, query }) => getNotice(ctx, params.talentId, query.language)),
  serve(person.markInformed, (ctx, { params, body }) => markInformedOf(ctx, params.talentId, body.how)),
  serve(person.exportPerson, (ctx, { params, query }) => answerExport(ctx, params.talentId, query)),
  serve(person.searchProofs, async (ctx, { body }) => ({ items: await findProofs(ctx, body.address) })),
  serve(requests.askForConsent, (ctx, { params, body }) => askForConsentOf(ctx, params.talentId, body)),
];

/** For people outside, who hold a link. */
const linkRoutes: ServedRoute[] = [
  serve(requests.readConsentRequest, (ctx, { params }) => getQuestion(ctx, params.token)),
  serve(requests.answerConsentRequest, (ctx, { params, body }) => answerQuestion(ctx, params.token, body)),
  serve(requests.readPreferences, (ctx, { params, query }) => getPreferences(ctx, params.token, query.language)),
  serve(requests.actOnPreferences, async (ctx, { params, query, body }) => ({
    preferences: await actOnOwnPage(ctx, params.token, body, query.language),
  })),
];

/** A network of strangers may sign up so many, and everybody together so many. @source NL-6 */
const NETWORK_LIMIT = { name: 'join-network', most: 20, seconds: 3600 };
const EVERYONE_LIMIT = { name: 'join-everyone', most: 300, seconds: 3600 };

const signUpRoutes = (accounts: Pick<Accounts, 'trustsProxy'>): ServedRoute[] => [
  serve(signUps.listSignUpForms, async (ctx) => ({ items: await listFormsOf(ctx) })),
  serve(signUps.createSignUpForm, (ctx, { body }) => createForm(ctx, body)),
  serve(signUps.changeSignUpForm, (ctx, { params, body }) => changeForm(ctx, params.formId, body)),
  serve(signUps.readJoinPage, (ctx, { params, query }) => readForm(ctx, params.slug, query.language)),
  serve(signUps.join, async (ctx, { params, body }, c) => {
    await countTry(ctx, [
      { limit: NETWORK_LIMIT, of: visitorOf(accounts, c).network },
      { limit: EVERYONE_LIMIT, of: '' },
    ]);
    await signUp(ctx, params.slug, body);
  }),
];

export const consentRoutes = (accounts: Pick<Accounts, 'trustsProxy'>): ServedRoute[] => [
  ...recordRoutes,
  ...settingRoutes,
  ...personRoutes,
  ...linkRoutes,
  ...signUpRoutes(accounts),
];
