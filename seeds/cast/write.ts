import type { Colleague } from '../cast.ts';
import type { Place } from '../words/places.ts';
import type { Channel, Skill, Touch } from './types.ts';

// Small words in which the cast is written down.

export const at = (country: Place['country'], postcode: string, city: string): Place => ({ country, postcode, city });

export const ours = (daysAgo: number, channel: Channel, by: Colleague, subject: string, body?: string): Touch => ({
  daysAgo, channel, by, subject, direction: 'ours', ...(body ? { body } : {}),
}); // prettier-ignore

export const theirs = (daysAgo: number, channel: Channel, subject: string, body?: string): Touch => ({
  daysAgo, channel, subject, direction: 'theirs', ...(body ? { body } : {}),
}); // prettier-ignore

/** Skills with the place they were found at: `can('Lebenslauf 2023, S. 1', 'Leistungselektronik', 'PLECS')`. */
export const can = (evidence: string, ...names: string[]): Skill[] => names.map((name) => ({ name, evidence }));
