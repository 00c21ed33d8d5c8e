import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../../src/demo.ts';
import type { Product, ProductOptions } from './product.ts';
import { startProduct } from './product.ts';

interface SampleOptions extends Omit<ProductOptions, 'args'> {
  /** The data as they were planted for this run; no product uses them. */
  sampleData: string;
}

/** The sample company in a product of its own. Planting it takes much longer than copying what was planted. */
export async function startSampleCompany({ folder, sampleData, env = {} }: SampleOptions): Promise<Product> {
  mkdirSync(folder, { recursive: true });
  // With their owners, since the database runs as another user.
  execFileSync('cp', ['-a', sampleData, path.join(folder, 'data')]);
  const product = await startProduct({ folder, args: ['--demo'], env });
  await confirmAsTheRealOne(product.baseUrl);
  return product;
}

/** A copy sends nothing until an administrator has said that it is the real one. */
async function confirmAsTheRealOne(baseUrl: string): Promise<void> {
  const headers = { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' };
  const body = JSON.stringify({ email: DEMO_EMAIL, password: DEMO_PASSWORD });
  const signedIn = await fetch(`${baseUrl}/api/v1/session`, { method: 'POST', headers, body });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const url = `${baseUrl}/api/v1/consent/house/quarantine`;
  const answer = await fetch(url, { method: 'DELETE', headers: { ...headers, cookie } });
  if (!answer.ok) throw new Error(`The copy was not confirmed: ${answer.status} ${await answer.text()}`);
}
