import { z } from 'zod';
import { PHASES } from './types.ts';

export const phaseName = z.enum(PHASES);

const phaseInForce = z.object({
  /** Id of the log entry that is in force. */
  id: z.uuid(),
  phase: phaseName,
  sinceOn: z.iso.date(),
});
export type PhaseInForce = z.infer<typeof phaseInForce>;

export const phaseUnit = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Null: the unit follows the company. */
  current: phaseInForce.nullable(),
});
export type PhaseUnit = z.infer<typeof phaseUnit>;

export const phaseEntity = z.object({
  id: z.uuid(),
  name: z.string(),
  current: phaseInForce.nullable(),
  units: z.array(phaseUnit),
});
export type PhaseEntity = z.infer<typeof phaseEntity>;

export const phaseLogEntry = z.object({
  id: z.uuid(),
  entityId: z.uuid(),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  phase: phaseName,
  sinceOn: z.iso.date(),
  note: z.string().nullable(),
  setBy: z.string().nullable(),
  setAt: z.string(),
});
export type PhaseLogEntry = z.infer<typeof phaseLogEntry>;

export const newPhase = z
  .object({
    entityId: z.uuid(),
    unitId: z.uuid().nullable().default(null),
    phase: phaseName,
    sinceOn: z.iso.date(),
    note: z.string().trim().max(500).default(''),
    /** The entry that was in force when the decision was made; another one since then is a conflict. */
    replaces: z.uuid().nullable(),
  })
  .strict();
export type NewPhase = z.output<typeof newPhase>;

export const newUnit = z.object({ entityId: z.uuid(), name: z.string().trim().min(1).max(120) }).strict();
export const unitChange = z.object({ name: z.string().trim().min(1).max(120) }).strict();
