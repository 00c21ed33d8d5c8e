import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { keyRing } from '#ground/config/key-ring.ts';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { newId } from '#ground/ids.ts';
import { setFirstPeriods } from '#rooms/consent/index.ts';
import { recordText } from '#rooms/consent/records.ts';
import {
  checkImport,
  chooseBasis,
  chooseMapping,
  getImport,
  receiveFile,
  startChecking,
  startRunning,
} from '#rooms/inventory/index.ts';

/** Where an import runs; travels to the child process as JSON. */
export interface Place {
  connectionString: string;
  filesDir: string;
  entityId: string;
  memberId: string;
}

/** The same for all runs, so that keyed hashes can be compared between databases. */
const SECRET = Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0', 'hex');
const NOW = new Date('2026-11-23T09:00:00Z');

/** A context without a queue: the test decides who runs what. */
export function contextAt({ filesDir, entityId, memberId }: Omit<Place, 'connectionString'>, db: Db): Ctx {
  return {
    db,
    now: NOW,
    baseUrl: 'http://localhost:3000',
    filesDir,
    keys: keyRing(SECRET),
    modelAddresses: [],
    jobs: async () => {},
    emit: async () => {},
    actor: {
      kind: 'member',
      memberId,
      role: 'administrator',
      entityIds: [entityId],
      language: 'de',
      timeZone: 'Europe/Zurich',
      sessionId: null,
    },
  };
}

/** A company with one team member in an empty, migrated database. */
export async function settleAt(
  db: Db,
  dataDir: string,
): Promise<{ ctx: Ctx; place: Omit<Place, 'connectionString'>; textId: string }> {
  const [entityId, memberId] = [newId(), newId()];
  const filesDir = path.join(dataDir, 'files');
  mkdirSync(filesDir, { recursive: true });
  await db
    .insertInto('installation')
    .values({ company_name: 'Kellermatt Antriebe AG', country_profile: 'CH', language: 'de' })
    .execute();
  await db
    .insertInto('entities')
    .values({ id: entityId, name: 'Kellermatt Antriebe AG', country_profile: 'CH' })
    .execute();
  await db
    .insertInto('members')
    .values({
      id: memberId,
      name: 'Mara Keller',
      email: 'mara@kellermatt.example',
      role: 'administrator',
      language: 'de',
      time_zone: 'Europe/Zurich',
    })
    .execute();
  await db.insertInto('member_entities').values({ member_id: memberId, entity_id: entityId }).execute();
  const place = { filesDir, entityId, memberId };
  const ctx = contextAt(place, db);
  await setFirstPeriods(ctx, 'CH');
  const { id: textId } = await recordText(ctx, {
    purpose: 'talent_pool',
    language: 'de',
    body: 'Ja, ich möchte im Talentpool bleiben und von Ihnen hören.',
  });
  return { ctx, place, textId };
}

/** Drops the text as a file and answers everything that is asked, up to the start; nothing runs yet. */
export async function startedImport(ctx: Ctx, text: string, textId: string): Promise<string> {
  const importId = await receiveFile(ctx, 'bewerbungen.csv', new Blob([text]).stream());
  const { mapping } = await getImport(ctx, importId);
  await chooseMapping(ctx, importId, mapping);
  await chooseBasis(ctx, importId, { rejected_applicant: { kind: 'consent_column', textId } });
  await startChecking(ctx, importId);
  await checkImport(ctx, importId);
  await startRunning(ctx, importId);
  return importId;
}
