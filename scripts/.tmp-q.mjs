import { readConfig } from '../src/ground/config/config.ts';
import { startEmbeddedPostgres } from '../src/ground/database/embedded.ts';
import pg from '../node_modules/pg/lib/index.js';
const config = readConfig();
const e = await startEmbeddedPostgres(config.dataDir, {});
const c = new pg.Client({ connectionString: e.connectionString() });
await c.connect();
for (const q of process.argv.slice(2)) {
  const r = await c.query(q);
  console.log('--', q.slice(0, 100));
  for (const row of r.rows) console.log(JSON.stringify(row));
}
await c.end();
await e.stop();
