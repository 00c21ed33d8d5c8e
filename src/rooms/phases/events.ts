import type { Phase } from './types.ts';

declare module '#ground/events/news.ts' {
  interface Events {
    /** Another phase is in force for an entity (`unitId` null) or one of its units; null when the only one was taken back. */
    'phases.switched': { entityId: string; unitId: string | null; phase: Phase | null };
  }
}

export type PhaseEvent = 'phases.switched';
