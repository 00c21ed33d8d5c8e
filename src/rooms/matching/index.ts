export { importEsco } from './engine/imported-directory.ts';
export { listenForMatching } from './people/news.ts';
export { matchingRoutes } from './routes.ts';
