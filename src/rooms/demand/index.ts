export type { DemandEvent } from './events.ts';
export { demandRoutes } from './routes.ts';
export { changing as changeOneDemand, getDemand, passGateOf } from './service.ts';
