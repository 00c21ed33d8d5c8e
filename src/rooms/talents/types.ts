/** How far the relationship has come; the warm funnel. */
export const STAGES = [
  'known',
  'approached',
  'in_exchange',
  'interested',
  'ready',
  'in_application',
  'hired',
  'paused',
  'not_now',
  'ended',
] as const;
export type Stage = (typeof STAGES)[number];

export const CHANNELS = [
  'mail',
  'phone',
  'meeting',
  'event',
  'linkedin',
  'xing',
  'portal',
  'newsletter',
  'application',
  'letter',
  'message',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who made the contact: we, or the person. */
export const DIRECTIONS = ['ours', 'theirs'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const ADDRESS_KINDS = ['email', 'phone', 'linkedin', 'xing', 'website'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

export const LANGUAGES_OF_TALENTS = ['de', 'en', 'fr', 'it'] as const;
export const ADDRESS_FORMS = ['du', 'sie'] as const;
export const PREFERRED_CHANNELS = ['mail', 'phone', 'linkedin', 'post'] as const;

export const EMPLOYMENT_KINDS = [
  'employee',
  'intern',
  'working_student',
  'apprentice',
  'trainee',
  'freelancer',
  'thesis',
] as const;
export type EmploymentKind = (typeof EMPLOYMENT_KINDS)[number];
export const APPLICATION_STAGES = [
  'applied',
  'screened',
  'phone',
  'interview',
  'second_interview',
  'assessment',
  'final',
  'offer',
] as const;
export type ApplicationStage = (typeof APPLICATION_STAGES)[number];
export const APPLICATION_OUTCOMES = ['rejected', 'withdrawn', 'declined_offer', 'hired', 'open'] as const;
export type ApplicationOutcome = (typeof APPLICATION_OUTCOMES)[number];

export const SORTS = ['name', 'last_touch', 'created', 'next_step', 'erase_on'] as const;
export type Sort = (typeof SORTS)[number];

/** May we use this way of contact: agreed, never asked, refused. */
export const PERMISSION_STATES = ['yes', 'unknown', 'no'] as const;
export type PermissionState = (typeof PERMISSION_STATES)[number];

/** Undo of an act is offered for so long, to the one who acted. */
export const UNDO_WITHIN_MINUTES = 10;
/** A deleted person waits in the bin for so long. */
export const BIN_DAYS = 30;
/** Bulk acts on more people than this run in the background. */
export const BULK_AT_ONCE = 2_000;
/** Exports of more people than this need a reason. @source AZ-3 */
export const EXPORT_WITHOUT_REASON = 200;
/** Counting stops here; above it the list says "more than". */
export const COUNT_LIMIT = 10_000;
