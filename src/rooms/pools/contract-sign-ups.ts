import { z } from 'zod';
import { defineRoute } from '#ground/http/contract.ts';
import * as s from './schema.ts';

const params = s.poolParams.extend({ formId: z.uuid() });

export const listPoolSignUps = defineRoute({
  method: 'get',
  path: '/pools/:poolId/sign-ups',
  allow: 'pools.read',
  summary: 'Public sign-ups, and which of them lead into this pool',
  params: s.poolParams,
  answer: z.object({ items: z.array(s.poolSignUp) }),
});
export const leadSignUp = defineRoute({
  method: 'put',
  path: '/pools/:poolId/sign-ups/:formId',
  allow: 'pools.write',
  summary: 'Who confirms this sign-up comes into the pool; Volumen pools only',
  params,
  answer: 'nothing',
});
export const letSignUpGo = defineRoute({
  method: 'delete',
  path: '/pools/:poolId/sign-ups/:formId',
  allow: 'pools.write',
  summary: 'Who confirms this sign-up comes into no pool any more',
  params,
  answer: 'nothing',
});
