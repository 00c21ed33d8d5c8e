import { forbidden } from '#ground/errors/app-error.ts';

export const ROLES = ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The one place that decides who may do what. What is not listed is denied.
 * Auditors see logs and settings, never people's records; hiring managers read, they do not write or export.
 */
const MATRIX = {
  'accounts.read_team': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer', 'auditor'],
  'accounts.manage_team': ['administrator'],
  'accounts.manage_installation': ['administrator'],
  'accounts.read_audit': ['auditor', 'privacy_officer'],
  'talents.read': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer'],
  'talents.read_contact_data': ['administrator', 'recruiter', 'privacy_officer'],
  'talents.read_notes': ['administrator', 'recruiter', 'privacy_officer'],
  'talents.write': ['administrator', 'recruiter'],
  'talents.merge': ['administrator', 'recruiter'],
  'talents.delete': ['administrator', 'recruiter', 'privacy_officer'],
  'talents.export': ['administrator', 'recruiter', 'privacy_officer'],
  'talents.save_views': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer'],
  'consent.read': ['administrator', 'recruiter', 'privacy_officer'],
  'consent.write': ['administrator', 'recruiter', 'privacy_officer'],
  'consent.manage_settings': ['administrator', 'privacy_officer'],
  'consent.read_proofs': ['privacy_officer'],
  'consent.export_person': ['administrator', 'privacy_officer'],
  'phases.read': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer', 'auditor'],
  'phases.switch': ['administrator'],
  'pools.read': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer'],
  'pools.write': ['administrator', 'recruiter'],
  'demand.read': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer'],
  'demand.write': ['administrator', 'recruiter', 'hiring_manager'],
  'demand.record_hires': ['administrator', 'recruiter'],
  'matching.read': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer'],
  'matching.decide': ['administrator', 'recruiter', 'hiring_manager'],
  'matching.manage': ['administrator'],
  'matching.read_log': ['administrator', 'privacy_officer', 'auditor'],
  'content.read': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer'],
  'content.write': ['administrator', 'recruiter'],
  'care.read': ['administrator', 'recruiter', 'privacy_officer'],
  'care.work': ['administrator', 'recruiter'],
  'care.manage_plans': ['administrator', 'recruiter'],
  'care.hand_over': ['administrator', 'recruiter'],
  'campaigns.read': ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer'],
  'campaigns.write': ['administrator', 'recruiter'],
  'campaigns.send': ['administrator', 'recruiter'],
  'campaigns.approve': ['administrator', 'recruiter', 'privacy_officer'],
  'campaigns.manage_senders': ['administrator'],
  'inventory.read': ['administrator', 'recruiter', 'privacy_officer'],
  'inventory.import': ['administrator', 'recruiter'],
  'inventory.manage_rules': ['administrator', 'recruiter'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof MATRIX;
export const PERMISSIONS = Object.keys(MATRIX) as Permission[];

export const isPermission = (name: string): name is Permission => Object.hasOwn(MATRIX, name);

/** Unknown permissions and unknown roles are denied. The program itself (jobs, command line) is trusted like an administrator. */
export function may(actor: { kind: 'member' | 'system'; role: string }, permission: string): boolean {
  if (!isPermission(permission)) return false;
  return actor.kind === 'system' || (MATRIX[permission] as readonly string[]).includes(actor.role);
}

/** @throws AppError accounts.not_allowed */
export function allow(actor: { kind: 'member' | 'system'; role: string }, permission: Permission): void {
  if (!may(actor, permission)) throw forbidden('accounts.not_allowed', { permission });
}

export const permissionsOf = (role: Role): Permission[] =>
  PERMISSIONS.filter((permission) => may({ kind: 'member', role }, permission));
