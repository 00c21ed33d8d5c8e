import type { Ctx } from '#ground/context.ts';
import { loadDirectory } from '../directory/load.ts';
import type { Directory } from '../directory/types.ts';
import { buildRecogniser } from '../recognition/recogniser.ts';
import type { Recogniser } from '../recognition/types.ts';
import type { QueryMaker } from '../scoring/demand-query.ts';
import { createQueryMaker, occupationsIn } from '../scoring/demand-query.ts';
import { createPeopleIndex } from '../scoring/people-index.ts';
import { personProfile } from '../scoring/person-profile.ts';
import { importedDirectory } from './imported-directory.ts';
import type { IndexState } from './read-index.ts';
import { fillIndex, refreshIndex } from './read-index.ts';

/** The directory and everybody's numbers, once per installation and process. */
export interface Engine {
  directory: Directory;
  recogniser: Recogniser;
  maker: QueryMaker;
  people: IndexState;
}

/** By the folder that belongs to the installation: tests open several in one process. */
const engines = new Map<string, Promise<Engine>>();
/** One reading at a time: a request that comes meanwhile waits for the same. */
const refreshing = new Map<string, Promise<void>>();

/** As of this moment: what changed since is read first. */
export async function engineFor(ctx: Ctx): Promise<Engine> {
  const key = ctx.filesDir;
  const opening = engines.get(key) ?? open(ctx);
  engines.set(key, opening);
  // An opening that failed is tried again by the next request.
  opening.catch(() => engines.delete(key));
  const engine = await opening;
  const running = refreshing.get(key) ?? refreshIndex(ctx, engine.people).finally(() => refreshing.delete(key));
  refreshing.set(key, running);
  await running;
  return engine;
}

/** After another directory was imported, everything is read anew. */
export const forgetEngine = ({ filesDir }: Pick<Ctx, 'filesDir'>): void => void engines.delete(filesDir);

async function open(ctx: Ctx): Promise<Engine> {
  const directory = (await importedDirectory(ctx)) ?? loadDirectory('own');
  const recogniser = buildRecogniser(directory);
  const people = await fillIndex(ctx, {
    index: createPeopleIndex(recogniser),
    profileOf: (documents, decisions) => personProfile(documents, recogniser, decisions),
    occupationsIn: (title) => occupationsIn(title, recogniser),
  });
  return { directory, recogniser, maker: createQueryMaker(recogniser), people };
}
