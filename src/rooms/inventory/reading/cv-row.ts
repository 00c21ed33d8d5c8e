import type { SourceRow } from '../types.ts';
import type { CvReading, CvTextField } from './cv-types.ts';

/** Column names for a CV that is read as a table of one row; they are names of our own target fields. */
export const CV_HEADERS = [
  'full_name', 'email', 'phone', 'linkedin_url', 'xing_url', 'website', 'city', 'language', 'employer', 'role', 'since_on', 'skills',
] as const; // prettier-ignore

/** The newest station counts as today's only if it has no end. */
export function cvRow(reading: CvReading): SourceRow {
  const current = reading.proposals.find((one) => one.field === 'station' && one.value.to === undefined);
  const station = current?.field === 'station' ? current.value : {};
  const text = (field: CvTextField) =>
    reading.proposals.flatMap((one) => (one.field === field ? [one.value] : [])).join(', ');
  const cells = {
    full_name: text('full_name'),
    email: text('email'),
    phone: text('phone'),
    linkedin_url: text('linkedin_url'),
    xing_url: text('xing_url'),
    website: text('website'),
    city: text('city'),
    language: reading.language ?? '',
    employer: station.employer ?? '',
    role: station.role ?? '',
    since_on: station.from ?? '',
    skills: text('skills'),
  };
  return { line: 1, cells: CV_HEADERS.map((header) => cells[header]) };
}
