import type { Migration } from 'kysely/migration';
import { accountsCreate } from './2026-11-23-1-accounts-create.ts';
import { talentsCreate } from './2026-11-23-2-talents-create.ts';
import { consentCreate } from './2026-11-23-3-consent-create.ts';
import { inventoryCreate } from './2026-11-23-4-inventory-create.ts';
import { mailCreate } from './2026-11-23-5-mail-create.ts';

/** In order; never edited after a release, only added to. */
export const migrations: Record<string, Migration> = {
  '2026-11-23-1-accounts-create': accountsCreate,
  '2026-11-23-2-talents-create': talentsCreate,
  '2026-11-23-3-consent-create': consentCreate,
  '2026-11-23-4-inventory-create': inventoryCreate,
  '2026-11-23-5-mail-create': mailCreate,
};
