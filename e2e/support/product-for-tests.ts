import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWebIfStale } from '../../scripts/build-web.ts';
import { openRunFolder } from '../../scripts/testing/run-folder.ts';
import type { Product } from './product.ts';
import { startProduct } from './product.ts';
import { startSampleCompany } from './sample-company.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of an empty product, without a trailing slash: no company, no team member. All files share it, and two may run at once. */
    baseUrl: string;
    /** Of a second product with the sample company, shared as well: for files that change nothing which another one looks at. */
    demoUrl: string;
    /** The data of the sample company, which no product uses: to be copied (see `sampleCompanyForTests`). */
    sampleData: string;
  }
}

/** Builds the web pages, plants the sample company, and starts two products for the whole run: an empty one, and the sample company. */
export default async function setUp(project: TestProject) {
  await buildWebIfStale();
  const folder = openRunFolder();
  const starts: Promise<Product>[] = [];
  const end = async () => {
    for (const start of await Promise.allSettled(starts)) if (start.status === 'fulfilled') await start.value.stop();
    await folder.close();
  };
  try {
    const planted = await startProduct({ folder: path.join(folder.path, 'planted'), args: ['--demo'] });
    await planted.stop();
    const sampleData = planted.dataDir;
    starts.push(
      startProduct({ folder: path.join(folder.path, 'empty') }),
      startSampleCompany({ folder: path.join(folder.path, 'sample'), sampleData }),
    );
    const [empty, sample] = await Promise.all(starts);
    project.provide('baseUrl', empty?.baseUrl ?? '');
    project.provide('demoUrl', sample?.baseUrl ?? '');
    project.provide('sampleData', sampleData);
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}
