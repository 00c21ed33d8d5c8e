import { defineRoute } from '#ground/http/contract.ts';
import { modelChange, modelSettings, modelTrial } from './schema-model.ts';

export const readModel = defineRoute({
  method: 'get',
  path: '/matching/model',
  allow: 'matching.read_log',
  summary: 'The optional model: whether it is on, where it runs, what was sent; never the key',
  answer: modelSettings,
});

export const setModel = defineRoute({
  method: 'put',
  path: '/matching/model',
  allow: 'matching.manage',
  summary: 'Switch the optional model on or off, at an address that the operator allows',
  body: modelChange,
  answer: modelSettings,
});

export const tryModel = defineRoute({
  method: 'post',
  path: '/matching/model/trial',
  allow: 'matching.manage',
  summary: 'Ask the model for one word of the directory, and say what came back',
  answer: modelTrial,
});
