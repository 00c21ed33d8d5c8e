import type { ModelChange, ModelSettings } from '../schema-model.ts';

/** What stands in the form, as it is typed. */
export interface ModelDraft {
  isOn: boolean;
  address: string;
  model: string;
  /** Empty: the key that is kept stays. */
  apiKey: string;
  weight: string;
  seconds: string;
  country: string;
  contractOn: string;
}

export type ModelMistake = 'model' | 'weight' | 'seconds' | 'country' | 'contract';

const EMPTY: ModelDraft = {
  isOn: false,
  address: '',
  model: '',
  apiKey: '',
  weight: '10',
  seconds: '3',
  country: '',
  contractOn: '',
};

export function modelDraftOf({ settings, addresses }: ModelSettings): ModelDraft {
  const [first] = addresses;
  const empty = { ...EMPTY, address: first?.address ?? '' };
  if (!settings) return empty;
  const { isOn, model, weight, timeoutMs } = settings;
  const address = addresses.find((one) => one.address === settings.address)?.address ?? empty.address;
  const contract = { country: settings.country ?? '', contractOn: settings.contractOn ?? '' };
  return { ...empty, ...contract, isOn, address, model, weight: String(weight), seconds: String(timeoutMs / 1000) };
}

/** What has to be mended before it can be kept; a model on another machine needs to say where and by which contract. */
export function modelMistakes(draft: ModelDraft, isElsewhere: boolean): ModelMistake[] {
  const wrong: Record<ModelMistake, boolean> = {
    model: draft.model.trim() === '',
    weight: !isBetween(Number(draft.weight), 1, 50) || !Number.isInteger(Number(draft.weight)),
    seconds: !isBetween(Number(draft.seconds), 0.2, 60),
    country: isElsewhere && draft.isOn && !/^[A-Za-z]{2}$/u.test(draft.country.trim()),
    contract: isElsewhere && draft.isOn && draft.contractOn === '',
  };
  return (Object.keys(wrong) as ModelMistake[]).filter((name) => wrong[name]);
}

const isBetween = (value: number, least: number, most: number) => value >= least && value <= most;

export const modelChangeFrom = (draft: ModelDraft): ModelChange => ({
  isOn: draft.isOn,
  address: draft.address,
  model: draft.model.trim(),
  weight: Number(draft.weight),
  timeoutMs: Math.round(Number(draft.seconds) * 1000),
  country: draft.country.trim().toUpperCase() || null,
  contractOn: draft.contractOn || null,
  ...(draft.apiKey === '' ? {} : { apiKey: draft.apiKey }),
});
