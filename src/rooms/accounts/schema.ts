import { z } from 'zod';
import { ROLES } from './permissions.ts';
import { COUNTRY_PROFILES, DENSITIES, MEMBER_LANGUAGES, THEMES } from './types.ts';

const LONGEST_NAME = 120;

const name = z.string().trim().min(1).max(LONGEST_NAME);
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** Any characters; how good it is decides `password-strength.ts`, with a sentence. */
const password = z.string().min(1).max(1000);
const role = z.enum(ROLES);
const language = z.enum(MEMBER_LANGUAGES);
const countryProfile = z.enum(COUNTRY_PROFILES);
const timeZone = z.string().max(60).refine(isTimeZone);
const instant = z.iso.datetime();
const entity = z.object({ id: z.uuid(), name: z.string() });

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const setupState = z.object({ needed: z.boolean(), codeNeeded: z.boolean() });
export const newHouse = z.strictObject({
  language,
  companyName: name,
  countryProfile,
  name,
  email,
  password,
  timeZone: timeZone.optional(),
  setupCode: z.string().trim().max(40).optional(),
});
export type NewHouse = z.infer<typeof newHouse>;

export const credentials = z.strictObject({ email, password });
export type Credentials = z.infer<typeof credentials>;

export const sessionAnswer = z.object({
  member: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role,
    language,
    theme: z.enum(THEMES),
    density: z.enum(DENSITIES),
    timeZone: z.string(),
  }),
  company: z.object({ name: z.string(), countryProfile, language, isDemo: z.boolean() }),
  permissions: z.array(z.string()),
  entities: z.array(entity),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const profileChange = z.strictObject({
  name: name.optional(),
  language: language.optional(),
  timeZone: timeZone.optional(),
  theme: z.enum(THEMES).optional(),
  density: z.enum(DENSITIES).optional(),
});
export type ProfileChange = z.infer<typeof profileChange>;

export const passwordChange = z.strictObject({ currentPassword: password, newPassword: password });
export type PasswordChange = z.infer<typeof passwordChange>;

export const sessionParams = z.object({ sessionId: z.uuid() });
export const ownSession = z.object({
  id: z.uuid(),
  /** Browser and system in short, e.g. `Firefox, Linux`; empty when unknown. */
  device: z.string(),
  address: z.string(),
  startedAt: instant,
  lastUsedAt: instant,
  isCurrent: z.boolean(),
});
export type OwnSession = z.infer<typeof ownSession>;
export const ownSessions = z.object({ items: z.array(ownSession) });

export const memberParams = z.object({ memberId: z.uuid() });
export const teamMember = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  state: z.enum(['invited', 'active', 'disabled']),
  entityIds: z.array(z.uuid()),
  createdAt: instant,
});
export type TeamMember = z.infer<typeof teamMember>;
export const team = z.object({
  items: z.array(teamMember),
  entities: z.array(entity),
  /** Whether invitations are mailed. */
  canSendMail: z.boolean(),
});
export type Team = z.infer<typeof team>;

export const newMember = z.strictObject({
  name,
  email,
  role,
  language: language.optional(),
  /** Default: all entities of the one who invites. */
  entityIds: z.array(z.uuid()).min(1).max(100).optional(),
});
export type NewMember = z.input<typeof newMember>;

export const memberChange = z.strictObject({
  role: role.optional(),
  entityIds: z.array(z.uuid()).min(1).max(100).optional(),
});
export type MemberChange = z.infer<typeof memberChange>;

/** The link is shown once; only a hash of its token is kept. */
export const invitationLink = z.object({
  memberId: z.uuid(),
  link: z.string(),
  /** `mail`: it is also on its way to the member. */ delivery: z.enum(['mail', 'by_hand']),
  expiresAt: instant,
});
export type InvitationLink = z.infer<typeof invitationLink>;

const token = z.string().min(20).max(100);
export const invitationLookup = z.strictObject({ token });
export const invitationView = z.object({ name: z.string(), email: z.string(), companyName: z.string(), language });
export type InvitationView = z.infer<typeof invitationView>;
export const invitationAcceptance = z.strictObject({ token, password });
export type InvitationAcceptance = z.infer<typeof invitationAcceptance>;

const MOST_ENTRIES = 200;
export const auditQuery = z.strictObject({
  /** Why one looks; kept with the look itself. */
  reason: z.string().trim().min(3).max(300),
  /** Entries before this number. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ENTRIES).default(50),
  memberId: z.uuid().optional(),
  subjectId: z.uuid().optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;
export const auditPage = z.object({
  items: z.array(
    z.object({
      seq: z.number(),
      at: instant,
      memberId: z.uuid().nullable(),
      memberName: z.string().nullable(),
      action: z.string(),
      subjectKind: z.string().nullable(),
      subjectIds: z.array(z.uuid()),
      details: z.record(z.string(), z.unknown()),
      isSealed: z.boolean(),
    }),
  ),
  /** For the next page; absent on the last. */
  nextBefore: z.number().optional(),
});
