import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  answeredQuestion,
  askedQuestion,
  linkToken,
  newRequest,
  preferenceAct,
  preferences,
  preferencesAfter,
  preferenceToken,
  questionAnswer,
  readingLanguage,
  writtenRequest,
} from './requests/schema.ts';

const talent = z.object({ talentId: z.uuid() });

export const askForConsent = defineRoute({
  method: 'post',
  path: '/talents/:talentId/consent-requests',
  allow: 'consent.write',
  summary: 'Ask one person to confirm what was noted, or to choose topics',
  status: 201,
  params: talent,
  body: newRequest,
  answer: writtenRequest,
});

export const readConsentRequest = defineRoute({
  method: 'get',
  path: '/consent-requests/:token',
  allow: 'public',
  summary: 'What a person is asked; reading it changes nothing',
  params: linkToken,
  answer: askedQuestion,
});

export const answerConsentRequest = defineRoute({
  method: 'post',
  path: '/consent-requests/:token',
  allow: 'public',
  summary: 'The answer of the person who holds the link; once',
  params: linkToken,
  body: questionAnswer,
  answer: answeredQuestion,
});

export const readPreferences = defineRoute({
  method: 'get',
  path: '/preferences/:token',
  allow: 'public',
  summary: 'What a person allows and until when; reading it changes nothing',
  params: preferenceToken,
  query: readingLanguage,
  answer: preferences,
});

export const actOnPreferences = defineRoute({
  method: 'post',
  path: '/preferences/:token',
  allow: 'public',
  summary: 'Choose topics and ways, pause, extend or leave, without signing in',
  params: preferenceToken,
  query: readingLanguage,
  body: preferenceAct,
  answer: preferencesAfter,
});
