import type { AddressKind, ApplicationOutcome, ApplicationStage, Channel, Direction, EmploymentKind } from './types.ts';

/** One person for the set-based insert (`insert-people.ts`); ids are made by the caller with `newId()`. Calendar dates are `YYYY-MM-DD`. */
export interface NewPerson {
  id: string;
  entityId: string;
  title?: string;
  firstName: string;
  lastName: string;
  birthName?: string;
  addressForm?: 'du' | 'sie';
  language?: 'de' | 'en' | 'fr' | 'it';
  preferredChannel?: 'mail' | 'phone' | 'linkedin' | 'post';
  role?: string;
  employer?: string;
  street?: string;
  postcode?: string;
  city?: string;
  country?: string;
  wishes?: string;
  availableFrom?: string;
  nextStep?: string;
  nextStepOn?: string;
  stage?: string;
  ownerId?: string;
  deputyId?: string;
  segments: string[];
  tags: string[];
  /** From the ground, by `recordGrounds`. */
  eraseOn: string;
  /** Where the data came from, e.g. `import:<id>`; written to every child row. */
  source: string;
  addresses: NewAddress[];
  stations: NewStation[];
  applications: NewApplication[];
  skills: NewSkill[];
  notes: { id: string; body: string; createdAt?: string }[];
  touchpoints: NewTouchpoint[];
}

export interface NewAddress {
  id: string;
  kind: AddressKind;
  value: string;
  label?: string;
  /** Not needed: the form for comparison is made here, so that all ways in agree. */
  normalForm?: string;
  isPrimary?: boolean;
}
export interface NewStation {
  id: string;
  employer: string;
  role?: string;
  unit?: string;
  isOurs: boolean;
  employmentKind?: EmploymentKind;
  startedOn?: string;
  endedOn?: string;
  exitReason?: string;
  rehireWish?: 'yes' | 'no' | 'unknown';
}
export interface NewApplication {
  id: string;
  vacancy?: string;
  appliedOn?: string;
  furthestStage?: ApplicationStage;
  outcome?: ApplicationOutcome;
  ratingShare?: number;
  place?: number;
  fieldSize?: number;
  closedOn?: string;
  closingReason?: string;
  channel?: string;
}
export interface NewSkill {
  id: string;
  kind: 'skill' | 'interest';
  name: string;
  evidence?: string;
  isProposed?: boolean;
}
export interface NewTouchpoint {
  id: string;
  occurredAt: string;
  channel: Channel;
  direction: Direction;
  isBulk?: boolean;
  subject?: string;
  body?: string;
  byMember?: string;
}

/** Additive: children that are not there yet are added, empty fields are filled, nothing is overwritten. */
export type PersonUpdate = Pick<
  NewPerson,
  'id' | 'source' | 'segments' | 'tags' | 'addresses' | 'stations' | 'applications' | 'skills' | 'notes' | 'touchpoints'
> &
  Partial<
    Pick<
      NewPerson,
      | 'title'
      | 'birthName'
      | 'addressForm'
      | 'language'
      | 'role'
      | 'employer'
      | 'street'
      | 'postcode'
      | 'city'
      | 'country'
      | 'eraseOn'
    >
  >;

/** What an update really changed, enough to take it back: table → ids that were added, column → value that was filled in. */
export interface UpdateResult {
  talentId: string;
  added: Record<string, string[]>;
  filled: Record<string, string>;
  /** Segments and tags that were not there before. */
  segmentsAdded: string[];
  tagsAdded: string[];
}
