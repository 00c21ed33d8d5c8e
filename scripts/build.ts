// `npm run build`: the production build of the web pages, from scratch.
import { buildWeb } from './build-web.ts';

await buildWeb();
