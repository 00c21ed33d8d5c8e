import { describe, expect, it } from 'vitest';
import type { ModelSettings } from '../schema-model.ts';
import { modelChangeFrom, modelDraftOf, modelMistakes } from './model-draft.ts';

const NOTHING: ModelSettings = {
  addresses: [{ address: 'http://localhost:11434/v1', isThisMachine: true }],
  settings: null,
  prepared: { seen: 0, all: 0 },
  agreedCount: 0,
  calls: [],
};
const filled = { ...modelDraftOf(NOTHING), model: 'e5', isOn: true };

describe('the form of the model', () => {
  it('is off at first, at the first address that is allowed', () => {
    expect(modelDraftOf(NOTHING)).toMatchObject({ isOn: false, address: 'http://localhost:11434/v1', weight: '10' });
  });

  it('keeps the key when none is typed', () => {
    expect(modelChangeFrom(filled)).not.toHaveProperty('apiKey');
    expect(modelChangeFrom({ ...filled, apiKey: 'neu' })).toMatchObject({ apiKey: 'neu', timeoutMs: 3000 });
  });

  it('asks for the country and the contract of another machine, and for whole weights', () => {
    expect(modelMistakes(filled, false)).toEqual([]);
    expect(modelMistakes(filled, true)).toEqual(['country', 'contract']);
    expect(modelMistakes({ ...filled, model: ' ', weight: '1,5', seconds: '' }, false)).toEqual([
      'model',
      'weight',
      'seconds',
    ]);
  });
});
