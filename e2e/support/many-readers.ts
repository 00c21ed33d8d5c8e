import { sql } from 'kysely';
import { openDatabase } from '../../src/ground/database/database.ts';
import { startEmbeddedPostgres } from '../../src/ground/database/embedded.ts';
import { plantReaders } from '../../src/rooms/campaigns/testing.ts';

/** The person with this number reads about this; the language changes with every third (see `plantReaders`). */
export const readsAbout = (number: number): string => FIELDS[Math.floor(number / 3) % FIELDS.length] ?? '';

const FIELDS = ['Technik', 'Marketing', 'Finanzen'];

interface Many {
  dataDir: string;
  pool: string;
  topic: string;
  count: number;
}

/** People of a pool who confirmed a topic, each with a field of interest, put beside the product while it runs. */
export async function plantManyReaders({ dataDir, pool, topic, count }: Many): Promise<void> {
  const server = await startEmbeddedPostgres(dataDir);
  const { db, close } = openDatabase({ connectionString: server.connectionString(), maxConnections: 2 });
  try {
    const { rows } = await sql<{ poolId: string; entityId: string; topicId: string }>`
      select p.id as "poolId", p.entity_id as "entityId", t.id as "topicId" from pools p join topics t on t.entity_id = p.entity_id
      where p.name = ${pool} and t.name_de = ${topic}`.execute(db);
    const [place] = rows;
    if (!place) throw new Error(`The sample company has no pool ${pool} or no topic ${topic}.`);
    await plantReaders({ db, now: new Date() }, { ...place, count });
    await sql`
      update talents set tags = array[(${FIELDS}::text[])[1 + (split_part(first_name, ' ', 2)::int / 3) % ${FIELDS.length}::int]]
      where first_name like 'Ilse %' and last_name = 'Aebischer'`.execute(db);
  } finally {
    await close();
  }
}
