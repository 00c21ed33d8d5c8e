import { z } from 'zod';
import { MODEL_FAILURES } from '#ground/language-models/failure.ts';

/** What became of asking the model; `preparing`: it has not yet seen the whole directory. */
export const MODEL_STATES = ['answered', 'preparing', ...MODEL_FAILURES] as const;
export type ModelState = (typeof MODEL_STATES)[number];

/** How the model took part in a list; absent where it is switched off. */
export const modelPart = z.object({
  model: z.string(),
  state: z.enum(MODEL_STATES),
  /** Of the points: it adds, and takes nothing away. */
  weight: z.number(),
});
export type ModelPart = z.output<typeof modelPart>;

const modelFields = {
  address: z.string().trim().min(1).max(500),
  model: z.string().trim().min(1).max(200),
  weight: z.number().int().min(1).max(50),
  timeoutMs: z.number().int().min(200).max(60_000),
  /** Two letters, and since when a contract holds: needed unless the model runs on this machine. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  contractOn: z.iso.date().nullable(),
};

export const modelChange = z
  .object({
    isOn: z.boolean(),
    ...modelFields,
    /** Left out: the key that is kept stays. Empty: none. */
    apiKey: z.string().max(500).optional(),
  })
  .strict();
export type ModelChange = z.output<typeof modelChange>;

const modelCall = z.object({
  at: z.string(),
  by: z.string().nullable(),
  model: z.string(),
  address: z.string(),
  texts: z.number(),
  characters: z.number(),
  outcome: z.string(),
  tookMs: z.number(),
});

export const modelSettings = z.object({
  /** What the operator allows; empty: no model can be switched on. */
  addresses: z.array(z.object({ address: z.string(), isThisMachine: z.boolean() })),
  settings: z
    .object({
      isOn: z.boolean(),
      ...modelFields,
      hasKey: z.boolean(),
      changedBy: z.string().nullable(),
      changedAt: z.string(),
    })
    .nullable(),
  /** Of the directory, how many entries the model has seen. */
  prepared: z.object({ seen: z.number(), all: z.number() }),
  /** For whom it may count at all. */
  agreedCount: z.number(),
  calls: z.array(modelCall),
});
export type ModelSettings = z.output<typeof modelSettings>;

export const modelTrial = z.object({
  state: z.enum(MODEL_STATES),
  dimensions: z.number().nullable(),
  tookMs: z.number(),
});
