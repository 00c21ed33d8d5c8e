import type { TestProject } from 'vitest/node';
import { buildWebIfStale } from '../../scripts/build-web.ts';
import { openRunFolder } from '../../scripts/testing/run-folder.ts';
import { startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the product that all browser tests share, without a trailing slash. It begins empty: no company, no team member. */
    baseUrl: string;
  }
}

/** Builds the web pages and starts the product, with an empty database, for the whole run of browser tests. */
export default async function setUp(project: TestProject) {
  await buildWebIfStale();
  const folder = openRunFolder();
  try {
    const product = await startProduct({ folder: folder.path });
    project.provide('baseUrl', product.baseUrl);
    return async () => {
      await product.stop();
      await folder.close();
    };
  } catch (error) {
    await folder.close();
    throw error;
  }
}
