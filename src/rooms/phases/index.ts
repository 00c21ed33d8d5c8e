import './events.ts';

export { defaultsOf, PHASE_DEFAULTS } from './schema-defaults.ts';
export type { PhaseDefaults } from './schema-defaults.ts';
export type { PhaseEvent } from './events.ts';
export { phaseRoutes } from './routes.ts';
export { phaseOf } from './service.ts';
export type { Place } from './service.ts';
export { PHASES } from './types.ts';
export type { Phase } from './types.ts';
