import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import {
  joining,
  joinLanguage,
  joinPage,
  newSignUpForm,
  signUpForm,
  signUpFormChange,
  slug,
} from './sign-up/schema.ts';

export const listSignUpForms = defineRoute({
  method: 'get',
  path: '/consent/sign-up-forms',
  allow: 'consent.read',
  summary: 'Public forms by which people put themselves into the talent pool',
  answer: z.object({ items: z.array(signUpForm) }),
});

export const createSignUpForm = defineRoute({
  method: 'post',
  path: '/consent/sign-up-forms',
  allow: 'consent.write',
  summary: 'Make a public form; off until it is switched on',
  status: 201,
  body: newSignUpForm,
  answer: signUpForm,
});

export const changeSignUpForm = defineRoute({
  method: 'patch',
  path: '/consent/sign-up-forms/:formId',
  allow: 'consent.write',
  summary: 'Change a public form, switch it on or off',
  params: z.object({ formId: z.uuid() }),
  body: signUpFormChange,
  answer: 'nothing',
});

export const readJoinPage = defineRoute({
  method: 'get',
  path: '/join/:slug',
  allow: 'public',
  summary: 'What a public form asks and tells; reading it changes nothing',
  params: z.object({ slug }),
  query: joinLanguage,
  answer: joinPage,
});

export const join = defineRoute({
  method: 'post',
  path: '/join/:slug',
  allow: 'public',
  summary: 'Sign up; a mail with a link follows, and the answer says nothing about who is known here',
  params: z.object({ slug }),
  body: joining,
  answer: 'nothing',
});
