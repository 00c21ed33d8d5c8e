import { birthDateKeys } from '#rooms/inventory/duplicates/birth-date-keys.ts';
import type { ComparisonRecord } from '#rooms/inventory/duplicates/types.ts';

type Column =
  | 'id'
  | 'cluster'
  | 'title'
  | 'firstName'
  | 'lastName'
  | 'birthName'
  | 'email'
  | 'phone'
  | 'birthDate'
  | 'street'
  | 'houseNumber'
  | 'postcode'
  | 'city'
  | 'employer'
  | 'otherId'
  | 'link';

const NAMES: Record<Column, string[]> = {
  id: ['id', 'unique_id', 'uniqueid', 'rec_id', 'record_id', 'recid'],
  cluster: ['cluster', 'cluster_id', 'entity_id', 'true_id'],
  title: ['title', 'titel', 'anrede'],
  firstName: ['first_name', 'firstname', 'given_name', 'givenname', 'vorname', 'forename'],
  lastName: ['last_name', 'lastname', 'surname', 'family_name', 'familyname', 'nachname', 'familienname'],
  birthName: ['birth_name', 'maiden_name', 'geburtsname'],
  email: ['email', 'e_mail', 'mail', 'email_address', 'email2'],
  phone: ['phone', 'phone_number', 'telephone', 'telefon', 'mobile', 'mobil', 'handy'],
  birthDate: ['birth_date', 'birthdate', 'dob', 'date_of_birth', 'geburtsdatum', 'birthday'],
  street: ['street', 'strasse', 'straße', 'address', 'address_1', 'street_address', 'adresse'],
  houseNumber: ['street_number', 'house_number', 'hausnummer'],
  postcode: ['postcode', 'postal_code', 'zip', 'zip_code', 'plz', 'postcode_fake'],
  city: ['city', 'suburb', 'town', 'ort', 'stadt', 'wohnort'],
  employer: ['employer', 'company', 'firma', 'arbeitgeber', 'organisation'],
  otherId: ['soc_sec_id', 'ssn', 'social_security_number', 'ahv', 'personnel_number', 'personalnummer'],
  link: ['link', 'url', 'linkedin', 'profile_url'],
};

/** One column of the file per meaning; columns with unknown names are not used. */
export type Columns = Map<Column, number>;

export function recogniseColumns(header: string[]): Columns {
  const columns: Columns = new Map();
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  for (const [column, accepted] of Object.entries(NAMES)) {
    const at = names.findIndex((name) => accepted.includes(name));
    if (at >= 0) columns.set(column as Column, at);
  }
  return columns;
}

export interface BenchRecord extends ComparisonRecord {
  /** Who the record belongs to, when the file says so. */
  cluster?: string;
}

/** @param lineNumber stands in for the id where the file has none */
export function readRecord(columns: Columns, cells: string[], lineNumber: number, key: Buffer): BenchRecord {
  const cell = (column: Column) => (cells[columns.get(column) ?? -1] ?? '').trim();
  const isoDate = toIsoDate(cell('birthDate'));
  return {
    id: cell('id') || String(lineNumber),
    cluster: cell('cluster') || undefined,
    title: cell('title'),
    firstName: cell('firstName'),
    lastName: cell('lastName'),
    birthName: cell('birthName'),
    emails: several(cell('email')),
    phones: several(cell('phone')),
    birthDateKeys: isoDate ? birthDateKeys(isoDate, key) : undefined,
    street: [cell('houseNumber'), cell('street')].filter(Boolean).join(' '),
    postcode: cell('postcode'),
    city: cell('city'),
    employer: cell('employer'),
    otherIds: several(cell('otherId')),
    links: several(cell('link')),
  };
}

function several(cell: string): string[] {
  return cell
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Undefined for what is no date. Impossible days stay: they are typing errors that other parts make up for. */
export function toIsoDate(text: string): string | undefined {
  const yearFirst = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})/.exec(text);
  if (yearFirst) return `${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`;
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(text);
  if (!dayFirst) return undefined;
  return `${dayFirst[3]}-${(dayFirst[2] ?? '').padStart(2, '0')}-${(dayFirst[1] ?? '').padStart(2, '0')}`;
}
