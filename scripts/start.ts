// `npm start`: builds the web pages when their sources changed, then runs the product in this process.
import { buildWebIfStale } from './build-web.ts';

await buildWebIfStale();
await import('../src/main.ts');
