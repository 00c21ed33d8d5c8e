export type { UsableContent } from './queries.ts';
export { contentRoutes } from './routes.ts';
export { listUsableContents } from './service.ts';
export { stateOn } from './usable.ts';
export { CONTENT_KINDS } from './types.ts';
export type { ContentKind } from './types.ts';
