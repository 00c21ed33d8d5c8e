import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWebIfStale } from '../../scripts/build-web.ts';
import { openRunFolder } from '../../scripts/testing/run-folder.ts';
import { startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the product that all browser tests share, without a trailing slash. It begins empty: no company, no team member. */
    baseUrl: string;
    /** Of a second product with the sample company, where everybody may do everything. */
    demoUrl: string;
  }
}

/** Builds the web pages and starts two products for the whole run of browser tests: an empty one, and the sample company. */
export default async function setUp(project: TestProject) {
  await buildWebIfStale();
  const folder = openRunFolder();
  const starts = [
    startProduct({ folder: path.join(folder.path, 'empty') }),
    startProduct({ folder: path.join(folder.path, 'demo'), args: ['--demo'] }),
  ] as const;
  const end = async () => {
    for (const start of await Promise.allSettled(starts)) if (start.status === 'fulfilled') await start.value.stop();
    await folder.close();
  };
  try {
    const [empty, demo] = await Promise.all(starts);
    project.provide('baseUrl', empty.baseUrl);
    project.provide('demoUrl', demo.baseUrl);
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}
