import type { Migration } from 'kysely/migration';
import { accountsCreate } from './2026-11-23-1-accounts-create.ts';
import { talentsCreate } from './2026-11-23-2-talents-create.ts';
import { consentCreate } from './2026-11-23-3-consent-create.ts';
import { inventoryCreate } from './2026-11-23-4-inventory-create.ts';
import { mailCreate } from './2026-11-23-5-mail-create.ts';
import { inventoryFasterImport } from './2026-11-29-1-inventory-faster-import.ts';
import { phasesCreate } from './2026-11-29-2-phases-create.ts';
import { talentsViews } from './2026-11-29-2b-talents-views.ts';
import { consentPermission } from './2026-11-29-3-consent-permission.ts';
import { poolsCreate } from './2026-11-29-4-pools-create.ts';
import { contentCreate } from './2026-11-29-5-content-create.ts';
import { careCreate } from './2026-11-29-6-care-create.ts';
import { demandCreate } from './2026-11-29-7-demand-create.ts';
import { matchingCreate } from './2026-11-29-8-matching-create.ts';
import { campaignsCreate } from './2026-11-29-9-campaigns-create.ts';
import { talentsLighterReferences } from './2026-11-29-91-talents-lighter-references.ts';
import { careToday } from './2026-11-29-92-care-today.ts';
import { consentSignUp } from './2026-11-29-92b-consent-sign-up.ts';
import { talentsLastPersonal } from './2026-11-29-92c-talents-last-personal.ts';
import { matchingAlerts } from './2026-11-29-93-matching-alerts.ts';
import { inventoryImportTurns } from './2026-11-29-94-inventory-import-turns.ts';
import { consentSignUpWords } from './2026-11-29-95-consent-sign-up-words.ts';
import { poolsSignUps } from './2026-11-29-96-pools-sign-ups.ts';

/** In order; never edited after a release, only added to. */
export const migrations: Record<string, Migration> = {
  '2026-11-23-1-accounts-create': accountsCreate,
  '2026-11-23-2-talents-create': talentsCreate,
  '2026-11-23-3-consent-create': consentCreate,
  '2026-11-23-4-inventory-create': inventoryCreate,
  '2026-11-23-5-mail-create': mailCreate,
  '2026-11-29-1-inventory-faster-import': inventoryFasterImport,
  '2026-11-29-2-phases-create': phasesCreate,
  '2026-11-29-2b-talents-views': talentsViews,
  '2026-11-29-3-consent-permission': consentPermission,
  '2026-11-29-4-pools-create': poolsCreate,
  '2026-11-29-5-content-create': contentCreate,
  '2026-11-29-6-care-create': careCreate,
  '2026-11-29-7-demand-create': demandCreate,
  '2026-11-29-8-matching-create': matchingCreate,
  '2026-11-29-9-campaigns-create': campaignsCreate,
  '2026-11-29-91-talents-lighter-references': talentsLighterReferences,
  '2026-11-29-92-care-today': careToday,
  '2026-11-29-92b-consent-sign-up': consentSignUp,
  '2026-11-29-92c-talents-last-personal': talentsLastPersonal,
  '2026-11-29-93-matching-alerts': matchingAlerts,
  '2026-11-29-94-inventory-import-turns': inventoryImportTurns,
  '2026-11-29-95-consent-sign-up-words': consentSignUpWords,
  '2026-11-29-96-pools-sign-ups': poolsSignUps,
};
