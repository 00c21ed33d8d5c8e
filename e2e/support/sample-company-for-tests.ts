import { afterAll, beforeAll, inject } from 'vitest';
import type { RunFolder } from '../../scripts/testing/run-folder.ts';
import { openRunFolder } from '../../scripts/testing/run-folder.ts';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../../src/demo.ts';
import type { BrowserForTests, Look, Page, Remembered } from './browser.ts';
import type { Product } from './product.ts';
import { startSampleCompany } from './sample-company.ts';
import { signIn, wish } from './sign-in.ts';

interface SampleCompanyForTests {
  /** Without a trailing slash. */
  address: () => string;
  product: () => Product;
  /** Mara, who runs the sample company, on her first page. She signs in once for the file; each page has a memory of its own. */
  asMara: (look?: Look) => Promise<Page>;
}

interface Wishes extends Pick<Look, 'language'> {
  /** Settings of the product, once all hooks before have run. */
  env?: () => Record<string, string>;
}

/** A product with the sample company for a file of tests, which nobody else uses; called once at its top. */
export function sampleCompanyForTests(
  { newPageAt }: Pick<BrowserForTests, 'newPageAt'>,
  { language = 'de', env = () => ({}) }: Wishes = {},
): SampleCompanyForTests {
  let folder: RunFolder;
  let running: Product | undefined;
  let remembered: Remembered | undefined;
  beforeAll(async () => {
    folder = openRunFolder();
    running = await startSampleCompany({ folder: folder.path, sampleData: inject('sampleData'), env: env() });
  });
  afterAll(async () => {
    await running?.stop();
    await folder.close();
  });
  const product = () => {
    if (!running) throw new Error('The product of this file is not running.');
    return running;
  };
  const address = () => product().baseUrl;

  async function asMara(look: Look = {}): Promise<Page> {
    const page = await newPageAt(address(), { language, ...look }, remembered);
    if (remembered) {
      await page.goto('/');
      return page;
    }
    await signIn(page, { email: DEMO_EMAIL, password: DEMO_PASSWORD });
    await wish(page, { language });
    remembered = await page.context().storageState();
    return page;
  }
  return { address, product, asMara };
}
