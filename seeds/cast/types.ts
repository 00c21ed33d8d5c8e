import type { Colleague } from '../cast.ts';
import type { Place } from '../words/places.ts';

export type Channel = 'mail' | 'phone' | 'meeting' | 'event' | 'linkedin' | 'newsletter' | 'message' | 'letter';

/** One contact in the past. Bulk ones went to many at once. */
export interface Touch {
  daysAgo: number;
  channel: Channel;
  direction: 'ours' | 'theirs';
  isBulk?: boolean;
  subject?: string;
  body?: string;
  by?: Colleague;
}

/** A colleague's word with the day and, for what is still open, nothing more. */
export interface Promised {
  what: string;
  /** Negative: it should have happened already. */
  dueInDays: number;
  givenDaysAgo: number;
  isKept?: boolean;
}

export interface Care {
  stage:
    | 'known'
    | 'approached'
    | 'in_exchange'
    | 'interested'
    | 'ready'
    | 'in_application'
    | 'hired'
    | 'paused'
    | 'not_now';
  stageDaysAgo: number;
  owner?: Colleague;
  deputy?: Colleague;
  nextStep?: string;
  nextStepInDays?: number;
  wishes?: string;
  availableInDays?: number;
  preferredChannel?: 'mail' | 'phone' | 'linkedin' | 'post';
  tags?: readonly string[];
}

export interface Skill {
  name: string;
  /** Where it was read or heard. */
  evidence?: string;
}

/** Somebody elsewhere or here; days count back from the day of planting. */
export interface Station {
  employer: string;
  role: string;
  fromDaysAgo: number;
  toDaysAgo?: number;
}

export interface CastTalent {
  firstName: string;
  lastName: string;
  title?: string;
  email: string;
  phone?: string;
  place: Place;
  language: 'de' | 'en' | 'fr';
  form: 'du' | 'sie';
  employer: string;
  role: string;
  consentDaysAgo: number;
  contactSource?: string;
  application?: {
    vacancy: string;
    appliedDaysAgo: number;
    closedDaysAgo: number;
    stage: string;
    outcome?: string;
    place?: number;
    fieldSize?: number;
    rating?: number;
  };
  former?: { kind: string; role: string; enteredDaysAgo: number; leftDaysAgo: number };
  skills: readonly Skill[];
  interests?: readonly Skill[];
  stations?: readonly Station[];
  care: Care;
  touches: readonly Touch[];
  promises?: readonly Promised[];
}
