import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getImport, searchEntity } from '#rooms/inventory/index.ts';
import type { TestHouse } from '../../src/testing/test-house.ts';
import { openTestHouse } from '../../src/testing/test-house.ts';
import { deskFor } from '../planting/desk.ts';
import { recordBases } from '../planting/grounds.ts';
import { takeOver } from '../planting/take-over.ts';
import { SAMPLE_DAY, sampleFile } from './sample-file.ts';

let house: TestHouse;
let importId: string;

beforeAll(async () => {
  house = await openTestHouse(new Date(`${SAMPLE_DAY}T09:00:00Z`));
  const ctx = house.ctxFor('administrator');
  const grounds = await recordBases(deskFor(house.parts.routes), ctx);
  importId = await takeOver(ctx, { kind: 'applications', file: sampleFile(), takenOverOn: SAMPLE_DAY }, grounds);
  await searchEntity(ctx, house.entityId, importId);
});
afterAll(() => house.close());

describe('taking over the sample file', () => {
  it('keeps who agreed, lets others wait, and hands two rows back', async () => {
    const { counts } = await getImport(house.ctxFor('administrator'), importId);

    expect(counts.rejected).toBe(2);
    expect(counts.created).toBeGreaterThan(40);
    expect(counts.held).toBeGreaterThan(5);
    expect(counts.created + counts.held + counts.refused + counts.rejected).toBe(60);
  });

  it('shows three clear duplicates and nothing doubtful', async () => {
    const pairs = await house.db.selectFrom('duplicate_pairs').select(['probability', 'state']).execute();

    expect(pairs).toHaveLength(3);
    expect(pairs.every(({ probability }) => probability > 0.9)).toBe(true);
  });
});
