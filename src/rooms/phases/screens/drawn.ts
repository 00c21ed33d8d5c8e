import type { PhaseName } from '#ground/ui/Phase.tsx';
import type { Phase } from '../types.ts';

/** How a phase is drawn: falling, level, rising. */
export const DRAWN: Record<Phase, PhaseName> = { reducing: 'abbau', pausing: 'pause', rebuilding: 'aufbau' };
